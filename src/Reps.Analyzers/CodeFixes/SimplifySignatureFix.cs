using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Reps.Analyzers.CodeFixes;

/// <summary>Removes terms without channels and joins neighbours of the same irrep (REPS1013, REPS1014).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SimplifySignatureFix)), Shared]
public sealed class SimplifySignatureFix : SuggestionFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.MultiplicityZero.Id, Rules.NotSimplified.Id];

    /// <inheritdoc/>
    protected override string Title(Diagnostic diagnostic, string suggestion) =>
        suggestion.Length == 0 ? "Remove the term without channels" : $"Write '{suggestion}' (weights of layers change their order)";
}
