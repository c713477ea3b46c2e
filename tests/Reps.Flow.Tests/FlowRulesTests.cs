using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Reps.Analyzers;
using Reps.Analyzers.CodeFixes.Flow;

namespace Reps.Tests;

/// <summary>Every rule about operations has true examples on its page, a test of its message and place, and programs in the corpus.</summary>
public sealed partial class FlowRulesTests
{
    private const string Usings = "using Reps;\nusing Reps.Layers;\nusing TorchSharp;\nusing static TorchSharp.torch;\n";

    private static readonly string s_root = RepositoryRoot();

    public static TheoryData<string> Ids => [.. Rules.OfFlow.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void ExamplesOnThePageAreTrue(string id)
    {
        string[] examples = [.. CodeBlock().Matches(Page(id)).Select(match => Usings + match.Groups[1].Value)];
        Assert.Equal(2, examples.Length);
        Analysis reported = Analysis.Run(examples[0]);
        reported.AssertCompiles();
        Assert.Equal([id], reported.Diagnostics.Select(d => d.Id));
        Analysis clean = Analysis.Run(examples[1]);
        clean.AssertCompiles();
        Assert.Empty(clean.Diagnostics);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void CorpusHasProgramsForTheRule(string id) =>
        Assert.Contains(Corpus.Programs.Values, program => program.Expected.Any(mark => mark.EndsWith(id, StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Ids))]
    public void RuleIsInATestOfMessages(string id) =>
        Assert.Contains("{|" + id + ":", File.ReadAllText(Path.Combine(s_root, "tests/Reps.Flow.Tests/MessageTests.cs")));

    [Theory]
    [MemberData(nameof(Ids))]
    public void RuleHasATestOfItsFixOrSaysWhyThereIsNone(string id)
    {
        string page = Page(id);
        bool none = page.Contains("\nFix: none, because ", StringComparison.Ordinal);
        Assert.Contains("\nFix: ", page);
        Assert.Equal(!none, Remedies.Of(id).Count > 0);
        Assert.Equal(!none, FlowFixTests.Rules.Contains(id));
    }

    [Fact]
    public void CorpusIsLargeAndHalfOfItIsCorrect()
    {
        int clean = Corpus.Programs.Values.Count(program => !program.IsFlagged);
        Assert.InRange(Corpus.Programs.Count, 300, int.MaxValue);
        Assert.InRange(2.0 * clean / Corpus.Programs.Count, 0.8, 1.2);
    }

    private static string Page(string id) => File.ReadAllText(Path.Combine(s_root, "docs/rules", id + ".md")).Replace("\r\n", "\n");

    private static string RepositoryRoot()
    {
        string root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Reps.sln")))
            root = Path.GetDirectoryName(root) ?? throw new DirectoryNotFoundException("No Reps.sln above the tests.");
        return root;
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
