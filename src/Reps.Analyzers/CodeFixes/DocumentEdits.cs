using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Reps.Analyzers.CodeFixes;

/// <summary>Applies small edits of text. They touch nothing but their spans, so layout, comments and the kind of literal stay as they are.</summary>
internal static class DocumentEdits
{
    /// <summary>Fixes every diagnostic of a document at once.</summary>
    /// <param name="edits">The edits of one diagnostic.</param>
    public static FixAllProvider FixAll(System.Func<SyntaxNode, Diagnostic, IEnumerable<TextChange>> edits) =>
        FixAllProvider.Create(
            async (context, document, diagnostics) => await Apply(document, diagnostics, edits, context.CancellationToken).ConfigureAwait(false)
        );

    /// <summary>The document after the edits of some diagnostics. Equal edits are made once; of overlapping ones, the first.</summary>
    public static async Task<Document> Apply(
        Document document,
        ImmutableArray<Diagnostic> diagnostics,
        System.Func<SyntaxNode, Diagnostic, IEnumerable<TextChange>> edits,
        CancellationToken cancellationToken
    )
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not SyntaxNode root) return document;
        SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        List<TextChange> changes = [];
        foreach (TextChange change in diagnostics.SelectMany(d => edits(root, d)).Distinct().OrderBy(static c => c.Span.Start).ThenBy(static c => c.Span.End))
            if (changes.Count == 0 || change.Span.Start >= changes[changes.Count - 1].Span.End)
                changes.Add(change);
        return document.WithText(text.WithChanges(changes));
    }
}
