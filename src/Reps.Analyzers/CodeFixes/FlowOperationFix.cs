using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Reps.Analyzers.Flow;

namespace Reps.Analyzers.CodeFixes;

/// <summary>Repairs operations that break the symmetry, where one edit does it (REPS3xxx).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FlowOperationFix)), Shared]
public sealed class FlowOperationFix : SuggestionFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. Rules.OfFlow.Select(static rule => rule.Id)];

    /// <inheritdoc/>
    protected override string Title(Diagnostic diagnostic, string suggestion) =>
        diagnostic.Properties.TryGetValue(FlowFinding.Title, out string? title) && title is not null ? title : base.Title(diagnostic, suggestion);

    // It edits expressions, and literals only with signatures.
    /// <inheritdoc/>
    protected override bool IsAllowed(char c) => c != '"';
}
