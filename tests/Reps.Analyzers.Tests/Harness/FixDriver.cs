extern alias gen;

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Reps.Analyzers.CodeFixes;
using Reps.Analyzers.CodeFixes.Flow;
using gen::Reps.Generators;

namespace Reps.Tests;

/// <summary>Applies code fixes in a workspace.</summary>
internal static class FixDriver
{
    private const int MaxRounds = 100;

    private static readonly CodeFixProvider[] s_fixes = [new MakePartialFix(), new SignatureFix(), new SimplifySignatureFix(), new FlowOperationFix()];

    /// <summary>Applies the first fix that is offered, again and again until none is.</summary>
    /// <returns>The text, and the titles of the fixes in the order in which they were applied.</returns>
    public static async Task<(string Text, string[] Titles)> FixOneByOne(string source, params string[] others)
    {
        List<string> titles = [];
        using AdhocWorkspace workspace = new();
        Document document = Open(workspace, source, others);
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
    public static async Task<string> FixAll(string source, params string[] others)
    {
        using AdhocWorkspace workspace = new();
        Document document = Open(workspace, source, others);
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

    /// <summary>Applies the first fix that is offered in each of many documents, again and again until none is.</summary>
    /// <returns>The texts, and the titles of what was applied to each.</returns>
    public static async Task<(string Text, string[] Titles)[]> FixEach(string[] sources, params string[] others)
    {
        using AdhocWorkspace workspace = new();
        Project project = Open(workspace, sources[0], [.. others, .. sources[1..]]).Project;
        DocumentId[] documents = [.. sources.Select((_, n) => project.Documents.Single(d => d.Name == $"Source{(n == 0 ? 0 : n + others.Length)}.cs").Id)];
        List<string>[] titles = [.. sources.Select(_ => new List<string>())];
        HashSet<int> open = [.. Enumerable.Range(0, sources.Length)];
        for (int round = 0; round < MaxRounds && open.Count > 0; round++)
        {
            Project before = project;
            foreach (int n in open.Order().ToArray())
            {
                (CodeAction? action, _, _) = await FirstFix(before.GetDocument(documents[n])!);
                if (action is null) open.Remove(n);
                else
                {
                    titles[n].Add(action.Title);
                    Document changed = await Apply(before.GetDocument(documents[n])!, action);
                    project = project.GetDocument(documents[n])!.WithText(await changed.GetTextAsync()).Project;
                }
            }
        }
        Assert.Empty(open);
        return [.. await Task.WhenAll(documents.Select(async (id, n) => ((await project.GetDocument(id)!.GetTextAsync()).ToString(), titles[n].ToArray())))];
    }

    /// <summary>Applies one fix by its title, of those that are offered for the first diagnostic.</summary>
    /// <returns>The text, and all titles that are offered.</returns>
    public static async Task<(string Text, string[] Titles)> Fix(string source, string title)
    {
        using AdhocWorkspace workspace = new();
        Document document = Open(workspace, source, []);
        Diagnostic diagnostic = (await Diagnostics(document))[0];
        CodeAction[] actions = [.. (await Actions(document, diagnostic)).Select(offered => offered.Action)];
        string[] titles = [.. actions.Select(action => action.Title)];
        CodeAction chosen = Assert.Single(actions, action => action.Title == title);
        return ((await (await Apply(document, chosen)).GetTextAsync()).ToString(), titles);
    }

    /// <summary>Applies the refactoring that is offered at a mark <c>[|</c> <c>|]</c>.</summary>
    /// <returns>The text and the title; null where none is offered.</returns>
    public static async Task<(string Text, string Title)?> Refactor(CodeRefactoringProvider provider, string marked, params string[] others)
    {
        int start = marked.IndexOf("[|", System.StringComparison.Ordinal);
        int end = marked.IndexOf("|]", System.StringComparison.Ordinal) - 2;
        using AdhocWorkspace workspace = new();
        Document document = Open(workspace, marked.Remove(end + 2, 2).Remove(start, 2), others);
        List<CodeAction> actions = [];
        await provider.ComputeRefactoringsAsync(new CodeRefactoringContext(document, TextSpan.FromBounds(start, end), actions.Add, CancellationToken.None));
        if (actions.Count == 0) return null;
        return ((await (await Apply(document, Assert.Single(actions))).GetTextAsync()).ToString(), actions[0].Title);
    }

    private static Document Open(AdhocWorkspace workspace, string source, string[] others)
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
            metadataReferences: model.References,
            analyzerReferences: [new Generator()]
        );
        ProjectId project = workspace.AddProject(info).Id;
        for (int n = 0; n < others.Length; n++) workspace.AddDocument(project, $"Source{n + 1}.cs", SourceText.From(others[n]));
        return workspace.AddDocument(project, "Source0.cs", SourceText.From(source));
    }

    private static async Task<(CodeAction? Action, CodeFixProvider? Provider, Diagnostic? Diagnostic)> FirstFix(Document document)
    {
        foreach (Diagnostic diagnostic in await Diagnostics(document))
            if (await Actions(document, diagnostic) is [(CodeAction action, CodeFixProvider provider), ..])
                return (action, provider, diagnostic);
        return default;
    }

    private static async Task<List<(CodeAction Action, CodeFixProvider Provider)>> Actions(Document document, Diagnostic diagnostic)
    {
        List<(CodeAction, CodeFixProvider)> actions = [];
        foreach (CodeFixProvider provider in s_fixes.Where(p => p.FixableDiagnosticIds.Contains(diagnostic.Id)))
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add((action, provider)), CancellationToken.None));
        return actions;
    }

    // In the order of the text, so that the titles are predictable. Locations are those of the document's own tree.
    private static async Task<ImmutableArray<Diagnostic>> Diagnostics(Document document)
    {
        Compilation complete = (await document.Project.GetCompilationAsync())!;
        CompilationWithAnalyzers analysis = complete.WithAnalyzers(Analysis.All);
        SemanticModel model = complete.GetSemanticModel((await document.GetSyntaxTreeAsync())!);
        return [.. (await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, null, CancellationToken.None)).OrderBy(d => d.Location.SourceSpan)];
    }

    private static async Task<Document> Apply(Document document, CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
    }

    // What is generated is there when fixes ask for types.
    private sealed class Generator : AnalyzerReference
    {
        private readonly ImmutableArray<ISourceGenerator> _generators = [new RepsGenerator().AsSourceGenerator()];

        public override string? FullPath => null;

        public override object Id => nameof(RepsGenerator);

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

        public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;
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
