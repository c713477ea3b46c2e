using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Reps.Algebra;
using Reps.Generators.Emission;
using Reps.Generators.Models;

namespace Reps.Generators.Parsing;

/// <summary>Reads the attributes of layers. Each method gives null for a class that cannot be completed.</summary>
internal static class LayerParser
{
    /// <summary>The attributes that make a class a layer; a class is one layer.</summary>
    public static readonly string[] Attributes = [Names.TensorProduct, Names.Linear, Names.SphericalHarmonics, Names.SymmetricContraction, Names.DiagramLinear, Names.DiagramStack];

    public static TensorProductModel? TensorProduct(INamedTypeSymbol type, AttributeData attribute, CancellationToken cancellationToken)
    {
        if (!TryOperands(type, attribute, 3, cancellationToken, out OperandModel[] operands, out string visibility)) return null;
        bool byMode = attribute.ConstructorArguments.Length > 0;
        return new TensorProductModel(
            TypeParser.ParseLayer(type, visibility),
            operands[0],
            operands[1],
            operands[2],
            byMode ? (Mode)AttributeReader.Argument<int>(attribute, 0) : null,
            AttributeReader.Named(attribute, "HasWeights", true),
            new(byMode ? [] : type.GetAttributes().Where(a => AttributeReader.Is(a, Names.Path)).Select(Path)),
            new TensorProductOptions
            {
                IrrepNormalization = AttributeReader.NamedEnum(attribute, "IrrepNormalization", IrrepNormalization.Component),
                PathNormalization = AttributeReader.NamedEnum(attribute, "PathNormalization", PathNormalization.Element),
            },
            visibility
        );
    }

    public static LinearModel? Linear(INamedTypeSymbol type, AttributeData attribute, CancellationToken cancellationToken) =>
        TryOperands(type, attribute, 2, cancellationToken, out OperandModel[] operands, out string visibility)
            ? new LinearModel(
                TypeParser.ParseLayer(type, visibility),
                operands[0],
                operands[1],
                AttributeReader.NamedEnum(attribute, "PathNormalization", PathNormalization.Element),
                visibility
            )
            : null;

    public static HarmonicsModel? SphericalHarmonics(INamedTypeSymbol type, AttributeData attribute, CancellationToken cancellationToken) =>
        TryOperands(type, attribute, 1, cancellationToken, out OperandModel[] operands, out string visibility)
            ? new HarmonicsModel(
                TypeParser.ParseLayer(type, visibility),
                operands[0],
                AttributeReader.NamedEnum(attribute, "Normalization", HarmonicsNormalization.Component),
                AttributeReader.Named(attribute, "Normalize", true),
                visibility
            )
            : null;

    public static SymmetricContractionModel? SymmetricContraction(INamedTypeSymbol type, AttributeData attribute, CancellationToken cancellationToken) =>
        TryOperands(type, attribute, 2, cancellationToken, out OperandModel[] operands, out string visibility)
            ? new SymmetricContractionModel(
                TypeParser.ParseLayer(type, visibility),
                operands[0],
                operands[1],
                AttributeReader.Named(attribute, "Correlation", SymmetricContractionPlan.MaxCorrelation),
                AttributeReader.NamedEnum(attribute, "PathNormalization", PathNormalization.Element),
                visibility
            )
            : null;

    public static DiagramLinearModel? DiagramLinear(INamedTypeSymbol type, AttributeData attribute, CancellationToken cancellationToken) =>
        TryOperands(type, attribute, 2, cancellationToken, out OperandModel[] operands, out string visibility)
            ? new DiagramLinearModel(TypeParser.ParseLayer(type, visibility), operands[0], operands[1], AttributeReader.Named(attribute, "Spanning", false), visibility)
            : null;

    public static DiagramStackModel? DiagramStack(INamedTypeSymbol type, AttributeData attribute, CancellationToken cancellationToken)
    {
        if (!CanBeLayer(type, attribute, 2, cancellationToken)) return null;
        (ITypeSymbol first, ITypeSymbol second) = (attribute.AttributeClass!.TypeArguments[0], attribute.AttributeClass.TypeArguments[1]);
        if (OperandsOf(first) is not (ITypeSymbol input, ITypeSymbol middle) || OperandsOf(second) is not (ITypeSymbol taken, ITypeSymbol output)) return null;
        string visibility = TypeParser.Visibility([input, output]);
        TypeModel model = TypeParser.ParseLayer(type, visibility);
        DiagramLinearModel Layer(ITypeSymbol layer, ITypeSymbol from, ITypeSymbol to) =>
            new(model, RepParser.Operand(from)!, RepParser.Operand(to)!, AttributeReader.Named(AttributeReader.Find(layer, Names.DiagramLinear)!, "Spanning", false), visibility);
        return new DiagramStackModel(model, Layer(first, input, middle), Layer(second, taken, output), first.Name, second.Name, visibility);
    }

    /// <summary>The tensor powers of a class that is a diagram layer, of this compilation or of another; null for other types.</summary>
    public static (ITypeSymbol Input, ITypeSymbol Output)? OperandsOf(ITypeSymbol layer) =>
        AttributeReader.Find(layer, Names.DiagramLinear)?.AttributeClass is INamedTypeSymbol { TypeArguments.Length: 2 } attribute
        && attribute.TypeArguments.All(static argument => RepParser.Operand(argument) is { IsTensorPowers: true })
            ? (attribute.TypeArguments[0], attribute.TypeArguments[1])
            : null;

    /// <summary>The names that the generated part of a layer uses.</summary>
    public static IEnumerable<string> MemberNames(AttributeData attribute) =>
        AttributeReader.Is(attribute, Names.DiagramStack) ? DiagramStackEmitter.MemberNames
        : AttributeReader.Is(attribute, Names.DiagramLinear) ? DiagramLinearEmitter.MemberNames
        : LayerEmitter.MemberNames;

    /// <summary>Whether a layer is one of tensor powers, and not of irreps.</summary>
    public static bool TakesTensorPowers(AttributeData attribute) => AttributeReader.Is(attribute, Names.DiagramLinear);

    private static TensorProductInstruction Path(AttributeData attribute) =>
        new(
            AttributeReader.Argument<int>(attribute, 0),
            AttributeReader.Argument<int>(attribute, 1),
            AttributeReader.Argument<int>(attribute, 2),
            (Mode)AttributeReader.Argument<int>(attribute, 3),
            AttributeReader.Named(attribute, "HasWeight", true),
            AttributeReader.Named(attribute, "PathWeight", 1.0)
        );

    private static bool TryOperands(
        INamedTypeSymbol type,
        AttributeData attribute,
        int count,
        CancellationToken cancellationToken,
        out OperandModel[] operands,
        out string visibility
    )
    {
        (operands, visibility) = ([], "");
        if (!CanBeLayer(type, attribute, count, cancellationToken)) return false;
        INamedTypeSymbol attributeClass = attribute.AttributeClass!;
        List<OperandModel> found = [];
        foreach (ITypeSymbol argument in attributeClass.TypeArguments)
        {
            if (RepParser.Operand(argument) is not OperandModel operand || operand.IsTensorPowers != TakesTensorPowers(attribute)) return false;
            if (argument.DeclaringSyntaxReferences.Length > 0 && !CanBeCompleted((INamedTypeSymbol)argument, operand, cancellationToken)) return false;
            found.Add(operand);
        }
        operands = found.ToArray();
        visibility = TypeParser.Visibility(attributeClass.TypeArguments);
        return true;
    }

    // Two layer attributes on one class would write the same members twice.
    private static bool CanBeLayer(INamedTypeSymbol type, AttributeData attribute, int operands, CancellationToken cancellationToken) =>
        type.TypeKind == TypeKind.Class
        && attribute.AttributeClass?.TypeArguments.Length == operands
        && type.GetAttributes().Count(a => Attributes.Any(name => AttributeReader.Is(a, name))) == 1
        && Completion.Check(type, MemberNames(attribute), cancellationToken) is null;

    // A representation type of this compilation that stays incomplete would make the layer's interface an error far from its cause.
    private static bool CanBeCompleted(INamedTypeSymbol type, OperandModel operand, CancellationToken cancellationToken) =>
        Completion.Check(type, RepParser.MemberNames(operand.Signature), cancellationToken) is null;
}
