using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Reps.Analyzers;

namespace Reps.Tests;

/// <summary>
/// Random edits of the corpus: the analyzer never throws, whether the program still compiles or not. <c>REPS_FUZZ=20000</c> asks for that many
/// programs.
/// </summary>
public sealed partial class FuzzTests
{
    private const int Batch = 300;

    private static readonly int s_programs = int.TryParse(
        Environment.GetEnvironmentVariable("REPS_FUZZ"),
        NumberStyles.None,
        CultureInfo.InvariantCulture,
        out int n
    )
        ? n
        : 1_500;

    [Fact]
    public async Task RandomEditsNeverThrow()
    {
        (string Usings, string Type)[] programs = [.. Programs()];
        string[] names = [.. programs.SelectMany(p => Call().Matches(p.Type).Select(m => m.Groups[1].Value)).Distinct()];
        Random random = new(20);
        int analyzed = 0;
        int reported = 0;
        for (; analyzed < s_programs; analyzed += Batch)
        {
            IEnumerable<SyntaxTree> trees = Enumerable.Range(0, Batch).Select(k => Tree(programs, names, random, k));
            ImmutableArray<Diagnostic> found = await Corpus.Analysis.Compilation.AddSyntaxTrees(trees)
                .WithAnalyzers([new FlowAnalyzer()])
                .GetAnalyzerDiagnosticsAsync();
            Assert.True(found.FirstOrDefault(d => d.Id == "AD0001") is null, found.FirstOrDefault(d => d.Id == "AD0001")?.ToString());
            reported += found.Count(d => d.Location.SourceTree?.FilePath.StartsWith("Fuzz", StringComparison.Ordinal) == true);
        }
        // Most of the edited programs are still programs.
        Assert.InRange(reported, analyzed / 10, int.MaxValue);
    }

    private static SyntaxTree Tree((string Usings, string Type)[] programs, string[] names, Random random, int k)
    {
        (string usings, string type) = programs[random.Next(programs.Length)];
        int edits = random.Next(1, 4);
        for (int n = 0; n < edits; n++) type = Edit(type, programs[random.Next(programs.Length)].Type, names, random);
        return CSharpSyntaxTree.ParseText($"{usings}\nusing Corpus;\nnamespace Fuzz{k};\n{type}", Compile.Parse, $"Fuzz{k}.cs");
    }

    private static string Edit(string text, string other, string[] names, Random random)
    {
        switch (random.Next(8))
        {
            case 0 or 1 or 2:
                return Replace(Call(), text, random, m => "." + names[random.Next(names.Length)] + "(");
            case 3:
                return Replace(Number(), text, random, _ => random.Next(-3, 14).ToString(CultureInfo.InvariantCulture));
            case 4:
                return Replace(
                    Signature(),
                    text,
                    random,
                    _ => Signature().Matches(other) is { Count: > 0 } matches ? matches[0].Value : "\"2x0e + 1x2o\""
                );
            case 5:
                return Replace(Operator(), text, random, _ => " " + "+-*/<>"[random.Next(6)] + " ");
            case 6:
                int from = random.Next(other.Length);
                return text.Insert(random.Next(text.Length), other.Substring(from, Math.Min(random.Next(1, 30), other.Length - from)));
            default:
                int start = random.Next(text.Length);
                return text.Remove(start, Math.Min(random.Next(1, 12), text.Length - start));
        }
    }

    private static string Replace(Regex pattern, string text, Random random, MatchEvaluator replacement)
    {
        MatchCollection matches = pattern.Matches(text);
        if (matches.Count == 0) return text;
        Match match = matches[random.Next(matches.Count)];
        return text[..match.Index] + replacement(match) + text[(match.Index + match.Length)..];
    }

    private static IEnumerable<(string, string)> Programs()
    {
        foreach (string source in Corpus.Sources())
        {
            CompilationUnitSyntax root = CSharpSyntaxTree.ParseText(source, Compile.Parse).GetCompilationUnitRoot();
            string usings = root.Usings.ToFullString();
            foreach (
                ClassDeclarationSyntax type in root.DescendantNodes()
                    .OfType<ClassDeclarationSyntax>()
                    .Where(type => Corpus.Programs.ContainsKey(type.Identifier.ValueText))
            )
                yield return (usings, type.ToFullString());
        }
    }

    [GeneratedRegex(@"\.([A-Za-z_]\w*)\(")]
    private static partial Regex Call();

    [GeneratedRegex(@"\b\d+\b")]
    private static partial Regex Number();

    [GeneratedRegex("\"[^\"\n]*[oeV][^\"\n]*\"")]
    private static partial Regex Signature();

    [GeneratedRegex(" [-+*/<>] ")]
    private static partial Regex Operator();
}
