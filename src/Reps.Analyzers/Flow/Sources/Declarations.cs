using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Reps.Algebra;
using Reps.Generators.Parsing;

namespace Reps.Analyzers.Flow;

/// <summary>What declarations say about values: types of features, and annotations of plain tensors.</summary>
internal static class Declarations
{
    // Every expression asks. What was read is kept as long as the symbol that says it, which is as long as its compilation.
    private static readonly ConditionalWeakTable<ISymbol, Reading> s_readings = new();
    private static readonly ConditionalWeakTable<ISymbol, PowersReading> s_powers = new();

    /// <summary>The value that the type or an annotation gives to a parameter, field or property; null where neither says anything.</summary>
    public static TensorValue? Of(ISymbol symbol) =>
        symbol switch
        {
            IParameterSymbol parameter => OfType(parameter.Type) ?? Annotated(parameter, parameter.Type, Attributes(parameter)),
            IFieldSymbol field => OfType(field.Type) ?? Annotated(field, field.Type, Attributes(field)),
            IPropertySymbol property => OfType(property.Type) ?? Annotated(property, property.Type, property.GetAttributes()),
            ILocalSymbol local => OfType(local.Type),
            _ => null,
        };

    /// <summary>The value that the type or an annotation gives to the result of a method.</summary>
    public static TensorValue? OfResult(IMethodSymbol method) =>
        OfType(method.ReturnType)
        ?? Annotated(
            method,
            method.ReturnType,
            method.AssociatedSymbol is IPropertySymbol property ? property.GetAttributes() : OfReturn(method)
        );

    /// <summary>The value of every expression of a type: the features of a representation type.</summary>
    public static TensorValue? OfType(ITypeSymbol? type) =>
        type is INamedTypeSymbol named && IsFeature(named) && named.TypeArguments[0] is INamedTypeSymbol rep
            ? named.Name == "Feature" ? OfRepresentation(rep) : OfRow(rep)
            : null;

    private static TensorValue? OfRow(ITypeSymbol rep) =>
        OfPowers(rep) is TensorPowers powers && PowerAxes.Row(powers) is Axis row ? TensorValue.Of([row], true) : null;

    /// <summary>The value that an annotation gives to numbers in memory; null where there is none.</summary>
    public static SpanValue? OfNumbers(ISymbol symbol)
    {
        (ITypeSymbol? type, ImmutableArray<AttributeData> attributes) = symbol switch
        {
            IParameterSymbol parameter => (parameter.Type, Attributes(parameter)),
            IFieldSymbol field => (field.Type, Attributes(field)),
            IPropertySymbol property => (property.Type, property.GetAttributes()),
            _ => ((ITypeSymbol?)null, []),
        };
        if (attributes.IsEmpty || !SpanTypes.IsNumbers(type)) return null;
        return (SpanValue?)s_readings.GetValue(symbol, _ => new(ReadNumbers(attributes))).Value;
    }

    /// <summary>The numbers of a typed array of features; null for another type.</summary>
    public static SpanValue? OfRepArray(ITypeSymbol? type) =>
        SpanTypes.IsRepArray(type) && IrrepsOf(((INamedTypeSymbol)type!).TypeArguments[0]) is Irreps irreps ? Numbers(irreps) : null;

    private static SpanValue? ReadNumbers(ImmutableArray<AttributeData> attributes)
    {
        foreach (AttributeData attribute in attributes)
        {
            if (AttributeReader.Is(attribute, Names.RepOf))
                return IrrepsOf(attribute.AttributeClass!.TypeArguments[0]) is Irreps irreps ? Numbers(irreps) : null;
            if (!AttributeReader.Is(attribute, Names.Rep) || TensorPowers.Describes(RepParser.SignatureOf(attribute))) continue;
            return Reps.Signature.TryParse(RepParser.SignatureOf(attribute), out Reps.Signature? signature, out _) ? Numbers(signature!.Irreps) : null;
        }
        return null;
    }

    private static SpanValue? Numbers(Irreps irreps) =>
        irreps.Group == Group.SU2 || irreps.Count > Actions.MaxEntries ? null : new(irreps, false);

    /// <summary>Whether a type is that of typed features.</summary>
    public static bool IsFeature(INamedTypeSymbol type) =>
        type is { Name: "Feature" or "PowersFeature", TypeArguments.Length: 1, ContainingNamespace: { Name: "Layers" } layers }
        && layers.ContainingNamespace is { Name: "Reps" } reps
        && reps.ContainingNamespace.IsGlobalNamespace;

    /// <summary>Whether a symbol says itself how it transforms.</summary>
    public static bool IsAnnotated(ISymbol symbol) =>
        (symbol is IParameterSymbol parameter ? Attributes(parameter) : symbol.GetAttributes()).Any(IsAnnotation);

    /// <summary>The tensor powers of a representation type; null for another type, and for texts with errors.</summary>
    public static TensorPowers? OfPowers(ITypeSymbol type) => s_powers.GetValue(type, static symbol => new(ReadPowers((ITypeSymbol)symbol))).Value;

    private static TensorPowers? ReadPowers(ITypeSymbol type) =>
        RepParser.Operand(type) is { IsTensorPowers: true, Signature: string text } && TensorPowers.TryParse(text, out TensorPowers? powers, out _)
            ? powers
            : null;

    /// <summary>The irreps of a representation type; null for another type, for tensor powers and for texts with errors.</summary>
    public static Irreps? IrrepsOf(ITypeSymbol type) =>
        RepParser.Operand(type) is { IsTensorPowers: false, Signature: string text }
            && Reps.Signature.TryParse(text, out Reps.Signature? signature, out _)
            ? signature!.Irreps
            : null;

    /// <summary>The attribute that holds a signature; null where there is none.</summary>
    public static AttributeData? Signature(ImmutableArray<AttributeData> attributes) =>
        attributes.FirstOrDefault(static attribute => AttributeReader.Is(attribute, Names.Rep));

    private static bool IsAnnotation(AttributeData attribute) =>
        AttributeReader.Is(attribute, Names.Rep)
        || AttributeReader.Is(attribute, Names.RepOf)
        || AttributeReader.Is(attribute, Names.Positions)
        || AttributeReader.Is(attribute, Names.Nodes);

    // An automatic property's field has no attributes of its own; nor has the parameter of its setter.
    private static ImmutableArray<AttributeData> Attributes(IFieldSymbol field) => (field.AssociatedSymbol ?? field).GetAttributes();

    private static ImmutableArray<AttributeData> Attributes(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.PropertySet, AssociatedSymbol: IPropertySymbol property }
            ? property.GetAttributes()
            : Inherited(parameter);

    // An override says no more than what it overrides, unless it says something itself.
    private static ImmutableArray<AttributeData> Inherited(IParameterSymbol parameter)
    {
        ImmutableArray<AttributeData> attributes = parameter.GetAttributes();
        for (
            IMethodSymbol? method = (parameter.ContainingSymbol as IMethodSymbol)?.OverriddenMethod;
            method is not null && !attributes.Any(IsAnnotation) && parameter.Ordinal < method.Parameters.Length;
            method = method.OverriddenMethod
        )
            attributes = method.Parameters[parameter.Ordinal].GetAttributes();
        return attributes;
    }

    private static ImmutableArray<AttributeData> OfReturn(IMethodSymbol method)
    {
        ImmutableArray<AttributeData> attributes = method.GetReturnTypeAttributes();
        for (IMethodSymbol? m = method.OverriddenMethod; m is not null && !attributes.Any(IsAnnotation); m = m.OverriddenMethod)
            attributes = m.GetReturnTypeAttributes();
        return attributes;
    }

    private static TensorValue? Annotated(ISymbol symbol, ITypeSymbol type, ImmutableArray<AttributeData> attributes) =>
        attributes.IsEmpty || !TorchTypes.IsTensor(type) ? null : (TensorValue?)s_readings.GetValue(symbol, _ => new(Read(attributes))).Value;

    private static TensorValue? Read(ImmutableArray<AttributeData> attributes)
    {
        TensorValue? value = null;
        int rank = 0;
        foreach (AttributeData attribute in attributes.Where(IsAnnotation))
        {
            rank = System.Math.Max(rank, AttributeReader.Named(attribute, "Rank", 0));
            if (AttributeReader.Is(attribute, Names.Rep)) value = OfText(RepParser.SignatureOf(attribute));
            else if (AttributeReader.Is(attribute, Names.RepOf)) value = OfRepresentation(attribute.AttributeClass!.TypeArguments[0]);
            else if (AttributeReader.Is(attribute, Names.Positions)) value = TensorValue.Of([Vector], true, weight: 1);
            else continue;
            if (value is null) return null;
        }
        List<AttributeData> nodes = [.. attributes.Where(static attribute => AttributeReader.Is(attribute, Names.Nodes))];
        if (value is null && nodes.Count == 0) return null;
        TensorValue result = WithNodes(WithRank(value ?? new TensorValue(default, true), rank), nodes);
        return result.IsOfAnyShape ? null : result;
    }

    private static IrrepsAxis Vector { get; } = new(new Irreps(Group.O3, [new MulIrrep(1, Irrep.O3(1, -1))]));

    private static TensorValue? OfRepresentation(ITypeSymbol type) =>
        (TensorValue?)s_readings.GetValue(type, static symbol => new(ReadType((ITypeSymbol)symbol))).Value;

    private static TensorValue? ReadType(ITypeSymbol type) => RepParser.Operand(type) is { Signature: string text } ? OfText(text) : null;

    /// <summary>What a signature says of rows, as layers take and give them: powers are one axis.</summary>
    public static TensorValue? RowOfText(string text) =>
        !TensorPowers.Describes(text) ? OfText(text)
        : TensorPowers.TryParse(text, out TensorPowers? powers, out _) && PowerAxes.Row(powers!) is Axis row ? TensorValue.Of([row], true)
        : null;

    /// <summary>What a signature says, of tensors of any batch; null for a text with errors and for what is not followed.</summary>
    public static TensorValue? OfText(string? text)
    {
        if (TensorPowers.Describes(text))
            return TensorPowers.TryParse(text, out TensorPowers? powers, out _) && PowerAxes.Of(powers!) is List<Axis> axes
                ? TensorValue.Of(axes, true)
                : null;
        if (!Reps.Signature.TryParse(text, out Reps.Signature? signature, out _)) return null;
        Irreps irreps = signature!.Irreps;
        return irreps.Group == Group.SU2 || irreps.Count > Actions.MaxEntries ? null : TensorValue.Of([new IrrepsAxis(irreps)], true);
    }

    private static TensorValue WithRank(TensorValue value, int rank)
    {
        if (rank < value.Axes.Count || rank == 0 || rank > 16) return value;
        IEnumerable<Axis> batch = Enumerable.Repeat<Axis>(FreeAxis.Unknown, rank - value.Axes.Count);
        return value with { Axes = new(batch.Concat(value.Axes)), IsOpen = false };
    }

    private static TensorValue WithNodes(TensorValue value, List<AttributeData> nodes)
    {
        foreach (AttributeData attribute in nodes)
        {
            int axis = AttributeReader.Argument<int>(attribute, 0);
            List<Axis> axes = [.. value.Axes];
            // Counted from the last, the axis may be one of those before the ones known.
            while (axis < 0 && value.IsOpen && -axis > axes.Count && axes.Count < 16) axes.Insert(0, FreeAxis.Unknown);
            // Without the number of axes, one that is counted from the first cannot be found.
            if (axis >= 0 && value.IsOpen) continue;
            int index = axis < 0 ? axis + axes.Count : axis;
            if (index < 0 || index >= axes.Count || axes[index] is not FreeAxis) continue;
            axes[index] = new NodeAxis(axes[index].Length);
            value = value with { Axes = new(axes) };
        }
        return value;
    }

    /// <summary>What was read of a symbol.</summary>
    /// <param name="Value">It; null for nothing.</param>
    private sealed record Reading(FlowValue? Value);

    /// <summary>The tensor powers of a type.</summary>
    /// <param name="Value">They; null for none.</param>
    private sealed record PowersReading(TensorPowers? Value);
}
