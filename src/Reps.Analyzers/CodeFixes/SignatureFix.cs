using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Reps.Analyzers.CodeFixes;

/// <summary>Writes the nearest valid form of a mistake in a signature (REPS1001 to REPS1011).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SignatureFix)), Shared]
public sealed class SignatureFix : SuggestionFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. Rules.OfParser.Select(static rule => rule.Id)];
}
