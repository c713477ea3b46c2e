using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Reps.Analyzers.Locating;
using Reps.Generators.Parsing;

namespace Reps.Analyzers;

/// <summary>Says why an annotated type cannot be completed. The generator decides by the same rules and writes nothing for such a type.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CompletionAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Rules.TypeNotPartial,
        Rules.ContainerNotPartial,
        Rules.TypeGeneric,
        Rules.TypeFileLocal,
        Rules.TypeUnsupported,
        Rules.NameTaken,
        Rules.SeveralLayers,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        List<AttributeData> attributes = [.. Annotations.Of(type)];
        if (attributes.Count > 0) AnalyzeAnnotated(context, type, attributes);
        // A container is reported once, by itself, however many types inside it are to be completed.
        if (attributes.Count == 0 && Annotations.FindNested(type) is INamedTypeSymbol nested && !Completion.IsPartial(type, context.CancellationToken))
            context.ReportDiagnostic(Diagnostic.Create(Rules.ContainerNotPartial, type.Locations[0], type.Name, nested.Name));
    }

    private static void AnalyzeAnnotated(SymbolAnalysisContext context, INamedTypeSymbol type, List<AttributeData> attributes)
    {
        AttributeLocator locator = new(attributes[0], type, context.CancellationToken);
        IEnumerable<string> names = Annotations.MemberNames(type, attributes[0]);
        foreach ((CompletionProblem problem, ISymbol symbol) in Completion.Problems(type, names, context.CancellationToken))
            if (Describe(type, problem, symbol, locator) is Diagnostic diagnostic)
                context.ReportDiagnostic(diagnostic);
        if (type.TypeKind != TypeKind.Class) return;
        foreach (AttributeData other in attributes.Skip(1))
            context.ReportDiagnostic(
                Diagnostic.Create(
                    Rules.SeveralLayers,
                    new AttributeLocator(other, type, context.CancellationToken).Whole,
                    type.Name,
                    attributes.Count
                )
            );
    }

    private static Diagnostic? Describe(INamedTypeSymbol type, CompletionProblem problem, ISymbol symbol, AttributeLocator locator)
    {
        bool itself = SymbolEqualityComparer.Default.Equals(type, symbol);
        string culprit = itself ? "it" : $"'{symbol.Name}'";
        return problem switch
        {
            CompletionProblem.NotPartial => Diagnostic.Create(Rules.TypeNotPartial, locator.Owner, type.Name),
            CompletionProblem.Generic => Diagnostic.Create(Rules.TypeGeneric, locator.Owner, type.Name, culprit),
            CompletionProblem.FileLocal => Diagnostic.Create(Rules.TypeFileLocal, locator.Owner, type.Name, culprit),
            CompletionProblem.Unsupported => Diagnostic.Create(
                Rules.TypeUnsupported,
                locator.Owner,
                type.Name,
                type.IsStatic ? "static class" : "ref struct",
                type.IsStatic ? "static" : "ref"
            ),
            CompletionProblem.NameTaken => Diagnostic.Create(Rules.NameTaken, Place(symbol, itself, locator), type.Name, symbol.Name),
            _ => null,
        };
    }

    // A member that another generator wrote is reported at the type: in generated files nothing is shown.
    private static Location Place(ISymbol member, bool itself, AttributeLocator locator) =>
        itself || member.Locations[0].SourceTree?.FilePath.EndsWith(".g.cs", System.StringComparison.Ordinal) != false ? locator.Owner : member.Locations[0];
}
