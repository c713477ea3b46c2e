using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reps.Tests;

/// <summary>A class of the corpus with a static method <c>Run</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Expected">The marked lines, with the rules.</param>
/// <param name="Reported">The lines and rules that the analyzers report inside it.</param>
internal sealed record CorpusProgram(string Name, string[] Expected, string[] Reported)
{
    public bool IsFlagged => Expected.Length > 0;

    public Trial Trial => new([Corpus.Assembly], "Corpus." + Name);

    public override string ToString() => Name;
}

/// <summary>The programs in the folder of that name, compiled and analyzed once.</summary>
internal static partial class Corpus
{
    private static readonly Lazy<Analysis> s_analysis = new(static () => Analysis.Run(Sources()));

    private static readonly Lazy<IReadOnlyDictionary<string, CorpusProgram>> s_programs = new(static () => Find().ToDictionary(p => p.Name));

    private static readonly Lazy<string> s_assembly = new(static () => Worker.Emit(s_analysis.Value.Compilation));

    public static Analysis Analysis => s_analysis.Value;

    /// <summary>The file that holds all of them.</summary>
    public static string Assembly => s_assembly.Value;

    public static IReadOnlyDictionary<string, CorpusProgram> Programs => s_programs.Value;

    public static string[] Sources() =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Corpus"), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    /// <summary>The programs that are whole models.</summary>
    public static IEnumerable<ClassDeclarationSyntax> Models() =>
        CSharpSyntaxTree.ParseText(ModelSource(), Compile.Parse).GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>();

    /// <summary>What they use.</summary>
    public static string ModelUsings() =>
        CSharpSyntaxTree.ParseText(ModelSource(), Compile.Parse).GetCompilationUnitRoot().Usings.ToFullString();

    private static string ModelSource() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Corpus", "Models.cs"));

    private static IEnumerable<CorpusProgram> Find()
    {
        foreach (SyntaxTree tree in Analysis.Compilation.SyntaxTrees.Where(tree => tree.FilePath.StartsWith("Source", StringComparison.Ordinal)))
        foreach (ClassDeclarationSyntax type in tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>())
        {
            if (!type.Members.OfType<MethodDeclarationSyntax>().Any(method => method.Identifier.ValueText == "Run")) continue;
            FileLinePositionSpan lines = tree.GetLineSpan(type.Span);
            (int first, int last) = (lines.StartLinePosition.Line, lines.EndLinePosition.Line);
            string[] text = tree.ToString().Split('\n');
            IEnumerable<string> expected = Enumerable.Range(first, last - first + 1)
                .SelectMany(line => Mark().Matches(text[line]).Select(mark => $"{line - first + 1} {mark.Groups[1].Value}"));
            IEnumerable<string> reported = Analysis
                .Diagnostics.Where(
                    d =>
                        d.Location.SourceTree == tree
                            && d.Location.GetLineSpan().StartLinePosition.Line is int line
                            && line >= first
                            && line <= last
                )
                .Select(d => $"{d.Location.GetLineSpan().StartLinePosition.Line - first + 1} {d.Id}");
            yield return new(type.Identifier.ValueText, [.. expected], [.. reported.Distinct()]);
        }
    }

    [GeneratedRegex(@"// (REPS3\d\d\d)\s*$")]
    private static partial Regex Mark();
}
