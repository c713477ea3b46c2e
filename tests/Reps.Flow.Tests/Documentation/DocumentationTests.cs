using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Reps.Tests;

/// <summary>The README and the guides are true: programs compile, diagnostics are those that the analyzers report, links lead somewhere.</summary>
public sealed partial class DocumentationTests
{
    private const int ReadmeWords = 900;

    private static readonly string[] s_outputs = ["bin", "obj", ".git"];

    public static TheoryData<string> Pages => [.. Page.All];

    [Theory]
    [MemberData(nameof(Pages))]
    public void ProgramsCompileAndShowTheDiagnosticsTheyGet(string path)
    {
        foreach ((CSharpCompilation program, string text, bool hasErrors) in new Page(path).Programs())
        {
            Analysis analysis = Analysis.Run(program);
            // An unused local function or variable is no fault of an example.
            IEnumerable<Diagnostic> problems = analysis.Problems.Where(d => d.Id is not ("CS8321" or "CS0219" or "CS1701" or "CS1702"));
            if (!hasErrors) Assert.Empty(problems);
            IEnumerable<ShownDiagnostic> reported = analysis.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(ShownDiagnostic.From);
            Assert.Equal(ShownDiagnostic.Read(text).Order(s_order), reported.Order(s_order));
        }
    }

    [Fact]
    public void ReadmeShowsAnErrorAndAWarning()
    {
        IEnumerable<string> shown = new Page("README.md").Programs().SelectMany(program => ShownDiagnostic.Read(program.Text)).Select(d => d.Severity);
        Assert.Equal(["error", "warning"], shown);
    }

    [Fact]
    public void ReadmeIsShort()
    {
        string text = File.ReadAllText(Path.Combine(Page.Root, "README.md"));
        Assert.InRange(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 300, ReadmeWords);
    }

    [Fact]
    public void EveryGuideIsInTheContents()
    {
        string contents = File.ReadAllText(Path.Combine(Page.Root, "docs/README.md"));
        foreach (string path in Page.All.Select(page => Path.GetFileName(page)!).Where(name => name != "README.md")) Assert.Contains($"]({path})", contents);
    }

    [Fact]
    public void RelativeLinksLeadToFilesAndHeadings()
    {
        List<string> broken = [];
        int links = 0;
        foreach (string file in MarkdownFiles(new DirectoryInfo(Page.Root)))
        {
            foreach (string target in Link().Matches(WithoutCode(file)).Select(match => match.Groups[1].Value))
            {
                if (target.Contains("://", StringComparison.Ordinal)) continue;
                links++;
                string[] parts = target.Split('#', 2);
                string path = parts[0].Length == 0 ? file : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, parts[0]));
                bool exists = File.Exists(path) || Directory.Exists(path);
                if (!exists || (parts.Length > 1 && !Anchors(path).Contains(parts[1]))) broken.Add($"{Path.GetRelativePath(Page.Root, file)}: {target}");
            }
        }
        Assert.Empty(broken);
        Assert.InRange(links, 80, int.MaxValue);
    }

    private static readonly Comparer<ShownDiagnostic> s_order = Comparer<ShownDiagnostic>.Create(
        (a, b) => string.CompareOrdinal($"{a.Line} {a.Column:D4} {a.Id}", $"{b.Line} {b.Column:D4} {b.Id}")
    );

    private static IEnumerable<string> MarkdownFiles(DirectoryInfo folder) =>
        folder
            .EnumerateFiles("*.md")
            .Select(file => file.FullName)
            .Concat(folder.EnumerateDirectories().Where(d => !s_outputs.Contains(d.Name) && d.LinkTarget is null).SelectMany(MarkdownFiles));

    // Code holds brackets followed by parentheses that are no links.
    private static string WithoutCode(string file) => Code().Replace(File.ReadAllText(file), "");

    // As GitHub makes them: lower case, spaces as hyphens, no punctuation.
    private static HashSet<string> Anchors(string path) =>
        [
            .. Heading()
                .Matches(WithoutBlocks(path))
                .Select(match => Punctuation().Replace(match.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-')),
        ];

    private static string WithoutBlocks(string path) => Block().Replace(File.ReadAllText(path), "");

    [GeneratedRegex("\\]\\(([^)\\s]+)\\)")]
    private static partial Regex Link();

    [GeneratedRegex("```.*?```|`[^`\n]*`", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("```.*?```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("^#+ (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("[^\\p{L}\\p{N} _-]")]
    private static partial Regex Punctuation();
}
