using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Reps.Analyzers.Flow;

namespace Reps.Analyzers.CodeFixes.Flow;

/// <summary>
/// Finds what diagnostics of a document are about, by analyzing the bodies that they are in once more: so that diagnostics need not carry it,
/// and nothing is prepared for fixes that nobody asks for.
/// </summary>
internal sealed class FlowSites
{
    private readonly SemanticModel _model;
    private readonly FlowCompilation _compilation;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<SyntaxNode, List<FlowFinding>> _findings = [];

    private FlowSites(SyntaxNode root, SemanticModel model, CancellationToken cancellationToken) =>
        (Root, _model, _compilation, _cancellationToken) = (root, model, new FlowCompilation(model.Compilation), cancellationToken);

    /// <summary>The root of the document's tree.</summary>
    public SyntaxNode Root { get; }

    public static async Task<FlowSites?> Open(Document document, CancellationToken cancellationToken) =>
        await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is SyntaxNode root
        && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is SemanticModel model
        && FlowCompilation.Concerns(model.Compilation)
            ? new FlowSites(root, model, cancellationToken)
            : null;

    /// <summary>What a diagnostic is about; null where that was not in the body itself.</summary>
    public FlowSite? Find(Diagnostic diagnostic)
    {
        if (FlowMember.Around(Root.FindToken(diagnostic.Location.SourceSpan.Start).Parent!) is not SyntaxNode body) return null;
        if (!_findings.TryGetValue(body, out List<FlowFinding>? findings))
        {
            FlowScope scope = new(_compilation, new FlowReporter(), _cancellationToken);
            FlowMember.Run(scope, _model, body);
            _findings[body] = findings = scope.Reporter.Findings;
        }
        FlowFinding? found = findings.Find(f => f.Rule.Id == diagnostic.Id && f.Location.SourceSpan == diagnostic.Location.SourceSpan);
        if (found?.Subject is null) return null;
        if (FlowSite.Of(Root, _model, _compilation, found.Location, found.Subject, _cancellationToken) is not FlowSite site) return null;
        return site with
        {
            HasInner = findings.Exists(f => f != found && f.Location.SourceTree == Root.SyntaxTree && site.Expression.Span.Contains(f.Location.SourceSpan)),
        };
    }
}
