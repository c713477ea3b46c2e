using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Reps.Analyzers.Layers;
using Reps.Analyzers.Locating;
using Reps.Generators.Models;
using Reps.Generators.Parsing;

namespace Reps.Analyzers;

/// <summary>
/// Says why a layer cannot be derived from its representations, and which parts of them it does not connect; and where a tensor is said to
/// transform as a type that is no representation.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LayerAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        .. Rules.OfDerivations,
        Rules.NotARepresentation,
        Rules.OtherRepresentations,
        Rules.PathWithoutProduct,
        Rules.OutputUnreachable,
        Rules.InputUnused,
        Rules.MapZero,
        Rules.SegmentSkipped,
        Rules.DiagramsDependent,
        Rules.CheckpointOrder,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            CheckpointReport checkpoints = CheckpointReport.Read(start.Options.AdditionalFiles, start.CancellationToken);
            start.RegisterSymbolAction(symbol => Analyze(symbol, checkpoints), SymbolKind.NamedType);
        });
        context.RegisterSymbolAction(AnalyzeAnnotated, SymbolKind.Parameter, SymbolKind.Field, SymbolKind.Property, SymbolKind.Method);
    }

    // Parameters, fields, properties and results that are plain tensors.
    private static void AnalyzeAnnotated(SymbolAnalysisContext context)
    {
        ImmutableArray<AttributeData> attributes = context.Symbol is IMethodSymbol method ? method.GetReturnTypeAttributes() : context.Symbol.GetAttributes();
        foreach (AttributeData attribute in attributes.Where(static attribute => AttributeReader.Is(attribute, Names.RepOf)))
            if (RepParser.Operand(attribute.AttributeClass!.TypeArguments[0]) is null)
                ReportOther(context, attribute.AttributeClass.TypeArguments[0], new(attribute, context.Symbol, context.CancellationToken), 0);
    }

    private static void Analyze(SymbolAnalysisContext context, CheckpointReport checkpoints)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class) return;
        List<AttributeData> layers = [.. Annotations.Of(type)];
        List<AttributeData> paths = [.. type.GetAttributes().Where(static a => AttributeReader.Is(a, Names.Path))];
        ReportMisplaced(context, type, layers, paths);
        foreach (AttributeData attribute in layers)
        {
            AttributeLocator locator = new(attribute, type, context.CancellationToken);
            bool stack = AttributeReader.Is(attribute, Names.DiagramStack);
            bool known = stack || ReportOperands(context, attribute, locator);
            if (!known || layers.Count > 1 || !Annotations.IsReadable(attribute) || !paths.All(Annotations.IsReadable)) continue;
            LayerReport report = new(context, type, attribute, locator);
            if (AttributeReader.Is(attribute, Names.TensorProduct)) TensorProductReport.Write(report, paths);
            else if (AttributeReader.Is(attribute, Names.Linear)) LinearReport.Write(report);
            else if (AttributeReader.Is(attribute, Names.SymmetricContraction)) SymmetricContractionReport.Write(report);
            else if (AttributeReader.Is(attribute, Names.DiagramLinear)) DiagramLinearReport.Write(report);
            else if (stack) DiagramStackReport.Write(report);
            else HarmonicsReport.Write(report);
            checkpoints.Write(report);
        }
    }

    // A path belongs to the one tensor product on its class, unless that one takes its paths from a mode.
    private static void ReportMisplaced(SymbolAnalysisContext context, INamedTypeSymbol type, List<AttributeData> layers, List<AttributeData> paths)
    {
        AttributeData? product = layers.FirstOrDefault(static a => AttributeReader.Is(a, Names.TensorProduct));
        string? reason =
            product is null ? $"'{type.Name}' has no [TensorProduct] attribute"
            : product.ConstructorArguments.Length > 0 ? "the mode of the [TensorProduct] attribute gives all paths; remove one of the two"
            : null;
        if (reason is null) return;
        foreach (AttributeData path in paths)
            context.ReportDiagnostic(
                Diagnostic.Create(Rules.PathWithoutProduct, new AttributeLocator(path, type, context.CancellationToken).Whole, reason)
            );
    }

    private static bool ReportOperands(SymbolAnalysisContext context, AttributeData attribute, AttributeLocator locator)
    {
        bool known = true;
        for (int n = 0; n < attribute.AttributeClass!.TypeArguments.Length; n++)
        {
            ITypeSymbol argument = attribute.AttributeClass.TypeArguments[n];
            if (RepParser.Operand(argument) is OperandModel operand)
            {
                bool powers = LayerParser.TakesTensorPowers(attribute);
                if (operand.IsTensorPowers == powers) continue;
                known = false;
                (string has, string takes) = powers ? ("irreps", "tensor powers") : ("tensor powers", "irreps");
                string layer = "[" + attribute.AttributeClass.Name.Replace("Attribute", "") + "]";
                context.ReportDiagnostic(Diagnostic.Create(Rules.OtherRepresentations, locator.TypeArgument(n), argument.Name, has, layer, takes));
                continue;
            }
            known = false;
            ReportOther(context, argument, locator, n);
        }
        return known;
    }

    private static void ReportOther(SymbolAnalysisContext context, ITypeSymbol argument, AttributeLocator locator, int index)
    {
        if (argument.TypeKind == TypeKind.Error) return;
        string name = argument.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        context.ReportDiagnostic(Diagnostic.Create(Rules.NotARepresentation, locator.TypeArgument(index), name));
    }
}
