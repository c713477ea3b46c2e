using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Reps.Analyzers.CodeFixes.Flow;

/// <summary>Repairs operations that break the symmetry (REPS3xxx), by the remedies of <see cref="Remedies"/>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FlowOperationFix)), Shared]
public sealed class FlowOperationFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. Remedies.Rules];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(static (context, document, diagnostics) => FixAll(context, document, diagnostics));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await FlowSites.Open(context.Document, context.CancellationToken).ConfigureAwait(false) is not FlowSites sites) return;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (sites.Find(diagnostic) is not FlowSite site) continue;
            foreach ((string key, Remedy apply) in Remedies.Of(diagnostic.Id))
            {
                EditSheet sheet = new(site.Root);
                if (apply(site, sheet) is string title && sheet.Commit())
                    context.RegisterCodeFix(CodeAction.Create(title, token => sheet.Apply(context.Document, token), key), diagnostic);
            }
        }
    }

    // On one sheet, so that what is written once for several places is shared; where edits meet, the first stands and the rest is offered again.
    private static async Task<Document?> FixAll(FixAllContext context, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        if (await FlowSites.Open(document, context.CancellationToken).ConfigureAwait(false) is not FlowSites sites) return document;
        EditSheet sheet = new(sites.Root);
        foreach (Diagnostic diagnostic in diagnostics.OrderBy(static d => d.Location.SourceSpan))
        {
            IEnumerable<Remedy> chosen = Remedies.Of(diagnostic.Id).Where(r => r.Key == context.CodeActionEquivalenceKey).Select(static r => r.Apply);
            if (chosen.FirstOrDefault() is not Remedy apply || sites.Find(diagnostic) is not FlowSite site) continue;
            if (apply(site, sheet) is null) sheet.Discard();
            else sheet.Commit();
        }
        return await sheet.Apply(document, context.CancellationToken).ConfigureAwait(false);
    }
}
