using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Reps.Analyzers.CodeFixes;

namespace Reps.Tests;

/// <summary>Applies code fixes in a workspace.</summary>
internal static class FixDriver
{
    private const int MaxRounds = 20;

    private static readonly CodeFixProvider[] s_fixes = [new MakePartialFix(), new SignatureFix(), new SimplifySignatureFix(), new FlowOperationFix()];

    /// <summary>Applies the first fix that is offered, again and again until none is.</summary>
    /// <returns>The text, and the titles of the fixes in the order in which they were applied.</returns>
    public static async Task<(string Text, string[] Titles)> FixOneByOne(string source)
    {
        List<string> titles = [];
        using AdhocWorkspace workspace = new();
        Document document = Open(workspace, source);
        for (int round = 0; round < MaxRounds; round++)
        {
            (CodeAction? action, _, _) = await FirstFix(document);
            if (action is null) return ((await document.GetTextAsync()).ToString(), [.. titles]);
            titles.Add(action.Title);
            document = await Apply(document, action);
        }
        Assert.Fail($"Still offered after {MaxRounds} rounds: {string.Join(", ", titles)}");
        return default;
    }

    /// <summary>Applies "fix all in document" of the first fix that is offered, again and again until none is.</summary>
    public static async Task<string> FixAll(string source)
    {
        using AdhocWorkspace workspace = new();
        Document document = Open(workspace, source);
        for (int round = 0; round < MaxRounds; round++)
        {
            (CodeAction? action, CodeFixProvider? provider, Diagnostic? diagnostic) = await FirstFix(document);
            if (action is null) return (await document.GetTextAsync()).ToString();
            FixAllContext context = new(
                document,
                provider!,
                FixAllScope.Document,
                action.EquivalenceKey,
                [diagnostic!.Id],
                new Provider(await Diagnostics(document)),
                CancellationToken.None
            );
            CodeAction? all = await provider!.GetFixAllProvider()!.GetFixAsync(context);
            document = await Apply(document, all!);
        }
        Assert.Fail($"Still offered after {MaxRounds} rounds.");
        return "";
    }

    private static Document Open(AdhocWorkspace workspace, string source)
    {
        Compilation model = Compile.Create();
        ProjectInfo info = ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Create(),
            "User",
            "User",
            LanguageNames.CSharp,
            compilationOptions: model.Options,
            parseOptions: Compile.Parse,
            metadataReferences: model.References
        );
        return workspace.AddDocument(workspace.AddProject(info).Id, "Source0.cs", SourceText.From(source));
    }

    private static async Task<(CodeAction? Action, CodeFixProvider? Provider, Diagnostic? Diagnostic)> FirstFix(Document document)
    {
        foreach (Diagnostic diagnostic in await Diagnostics(document))
        foreach (CodeFixProvider provider in s_fixes.Where(p => p.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            List<CodeAction> actions = [];
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
            if (actions.Count > 0) return (actions[0], provider, diagnostic);
        }
        return default;
    }

    // In the order of the text, so that the titles are predictable. Locations are those of the document's own tree.
    private static async Task<ImmutableArray<Diagnostic>> Diagnostics(Document document)
    {
        (Compilation complete, _) = Analysis.Generate((await document.Project.GetCompilationAsync())!);
        ImmutableArray<Diagnostic> found = await complete.WithAnalyzers(Analysis.All).GetAnalyzerDiagnosticsAsync();
        return [.. found.OrderBy(d => d.Location.SourceSpan)];
    }

    private static async Task<Document> Apply(Document document, CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
    }

    private sealed class Provider(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
