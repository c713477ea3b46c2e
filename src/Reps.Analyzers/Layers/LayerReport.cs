using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Reps.Algebra;
using Reps.Analyzers.Locating;

namespace Reps.Analyzers.Layers;

/// <summary>The layer under analysis, and where its diagnostics go.</summary>
/// <param name="context">Receives the diagnostics.</param>
/// <param name="type">The class.</param>
/// <param name="attribute">Its only layer attribute.</param>
/// <param name="locator">The source of the attribute.</param>
internal sealed class LayerReport(SymbolAnalysisContext context, INamedTypeSymbol type, AttributeData attribute, AttributeLocator locator)
{
    public INamedTypeSymbol Type => type;

    public AttributeData Attribute => attribute;

    public AttributeLocator Locator => locator;

    public CancellationToken CancellationToken => context.CancellationToken;

    /// <summary>The name of a representation as the attribute gives it.</summary>
    public string Operand(int index) => attribute.AttributeClass!.TypeArguments[index].Name;

    public void Add(DiagnosticDescriptor rule, Location location, params object[] arguments) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, location, arguments));

    /// <summary>Reports what a derivation found.</summary>
    public void Add(PlanError error, Location location) => Add(Rules.Find(Rules.OfDerivations, error.Code), location, error.Message);

    /// <summary>Reports segments of one operand, all in one diagnostic.</summary>
    public void Add(DiagnosticDescriptor rule, int operand, Irreps irreps, SegmentSet segments, string reason)
    {
        if (segments.Count > 0)
            Add(rule, locator.TypeArgument(operand), segments.Describe(irreps), Operand(operand), segments.Count == 1 ? "is" : "are", reason);
    }
}
