using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Reps.Analyzers;

namespace Reps.Tests;

/// <summary>The declared rules, the release notes, the pages and the tests agree, and the examples on the pages are true.</summary>
public sealed partial class RulesTests
{
    private const string GeneratorRule = "REPS9000";

    private static readonly string s_root = RepositoryRoot();

    private static readonly DiagnosticDescriptor[] s_rules =
    [
        .. typeof(Rules)
            .GetFields(BindingFlags.Static | BindingFlags.Public)
            .Where(field => field.FieldType == typeof(DiagnosticDescriptor))
            .Select(field => (DiagnosticDescriptor)field.GetValue(null)!)
            .OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    public static TheoryData<string> Ids => [.. s_rules.Select(rule => rule.Id)];

    // Rules about operations are about tensors: their examples and messages are tested where torch is.
    private static IEnumerable<DiagnosticDescriptor> RulesWithoutTorch => s_rules.Except(Rules.OfFlow);

    public static TheoryData<string> IdsWithoutTorch => [.. RulesWithoutTorch.Select(rule => rule.Id)];

    [Fact]
    public void IdsAreUnique() => Assert.Equal(s_rules.Select(rule => rule.Id).Distinct(), s_rules.Select(rule => rule.Id));

    [Fact]
    public void EveryRuleBelongsToOneAnalyzer()
    {
        IEnumerable<string> supported = Analysis.All.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(rule => rule.Id);
        Assert.Equal(s_rules.Select(rule => rule.Id), supported.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryAnalyzerOfTheAssemblyIsTested()
    {
        IEnumerable<Type> types = typeof(Rules).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)));
        Assert.Equal(types.Select(type => type.Name).Order(), Analysis.All.Select(analyzer => analyzer.GetType().Name).Order());
    }

    [Fact]
    public void ReleaseNotesListEveryRule()
    {
        Assert.Equal(s_rules.Select(Row), Rows("src/Reps.Analyzers"));
        Assert.Equal([GeneratorRule], Rows("src/Reps.Generators").Select(row => row.Split(" | ")[0]));

        static string Row(DiagnosticDescriptor rule) => $"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}";
    }

    [Fact]
    public void EveryRuleHasAPageAndEveryPageARule()
    {
        IEnumerable<string> pages = Directory.EnumerateFiles(Path.Combine(s_root, "docs/rules"), "REPS*.md").Select(path => Path.GetFileNameWithoutExtension(path)!);
        Assert.Equal(s_rules.Select(rule => rule.Id).Append(GeneratorRule), pages.Order(StringComparer.Ordinal));
        string index = File.ReadAllText(Path.Combine(s_root, "docs/rules/README.md"));
        foreach (DiagnosticDescriptor rule in s_rules) Assert.Contains($"| [{rule.Id}]({rule.Id}.md) | {rule.DefaultSeverity} | {rule.Title} |", index);
        Assert.Contains($"({GeneratorRule}.md)", index);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void PageStatesTheRule(string id)
    {
        DiagnosticDescriptor rule = s_rules.Single(r => r.Id == id);
        string page = Page(id);
        Assert.StartsWith($"# {id}: {rule.Title}\n", page);
        Assert.Contains($"| {rule.Category} | {rule.DefaultSeverity} |\n", page);
        Assert.Contains("\n## How to fix\n", page);
        Assert.Equal($"https://github.com/reps-dotnet/reps/blob/main/docs/rules/{id}.md", rule.HelpLinkUri);
        Assert.True(rule.IsEnabledByDefault);
    }

    [Theory]
    [MemberData(nameof(IdsWithoutTorch))]
    public void ExamplesOnThePageAreTrue(string id)
    {
        string[] examples = [.. CodeBlock().Matches(Page(id)).Select(match => "using Reps;\n" + match.Groups[1].Value)];
        Assert.Equal(2, examples.Length);
        // What is said to stand in another file does.
        AdditionalText[] files = [.. TextBlock().Matches(Page(id)).Select(match => new TextFile("page.layout.txt", match.Groups[1].Value))];
        Analysis reported = Analysis.Run(Compile.Create(examples[0]), files: files);
        Assert.Contains(id, reported.Diagnostics.Select(d => d.Id));
        Assert.All(reported.Diagnostics, d => Assert.True(d.Id == id || d.Severity == DiagnosticSeverity.Info, d.ToString()));
        Analysis clean = Analysis.Run(Compile.Create(examples[1]), files: files);
        Assert.Empty(clean.Diagnostics);
        clean.AssertCompiles();
    }

    [Fact]
    public void EveryRuleIsInATest()
    {
        string folder = Path.Combine(s_root, "tests/Reps.Analyzers.Tests");
        string tests = string.Concat(Directory.EnumerateFiles(folder, "*Tests.cs").Where(path => !path.EndsWith("RulesTests.cs", StringComparison.Ordinal)).Select(File.ReadAllText));
        Assert.Empty(RulesWithoutTorch.Where(rule => !tests.Contains("{|" + rule.Id + ":")).Select(rule => rule.Id));
    }

    private static IEnumerable<string> Rows(string project) =>
        new[] { "AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md" }
            .SelectMany(file => File.ReadAllLines(Path.Combine(s_root, project, file)))
            .Where(line => line.StartsWith("REPS", StringComparison.Ordinal));

    private static string Page(string id) => File.ReadAllText(Path.Combine(s_root, "docs/rules", id + ".md")).Replace("\r\n", "\n");

    private static string RepositoryRoot()
    {
        string root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Reps.sln"))) root = Path.GetDirectoryName(root) ?? throw new DirectoryNotFoundException("No Reps.sln above the tests.");
        return root;
    }

    [GeneratedRegex("```text\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex TextBlock();

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
