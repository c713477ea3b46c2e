using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Reps.Analyzers;
using Reps.Analyzers.Flow;
using Xunit.Abstractions;

namespace Reps.Tests;

/// <summary>Typical mistakes put into models, and repaired by the first fixes: what compiles then and is no longer reported keeps the symmetry.</summary>
public sealed class FixedMutantTests(ITestOutputHelper output)
{
    private const double Kept = 1e-4;

    // A part of them, evenly: each is analyzed several times.
    private const int Every = 8;

    [Fact]
    public async Task FixedMistakesKeepTheSymmetry()
    {
        ModelMutant[] all = [.. ModelMutant.All().Where((_, n) => n % Every == 0)];
        (Mutant[] good, _, HashSet<SyntaxTree?> reported) = MutantRun.Reported(Corpus.Analysis.Compilation.WithAssemblyName("Mutants"), [.. all.Select(m => m.ToMutant())]);
        HashSet<string> paths = [.. good.Select(mutant => mutant.Edited).Where(reported.Contains).Select(tree => tree.FilePath)];
        ModelMutant[] mutants = [.. all.Where(mutant => paths.Contains(mutant.Path))];
        (string Text, string[] Titles)[] repaired = await FixDriver.FixEach([.. mutants.Select(mutant => mutant.Source)], Corpus.Sources());
        SyntaxTree[] trees = [.. repaired.Select((result, n) => CSharpSyntaxTree.ParseText(result.Text, Compile.Parse, mutants[n].Path))];
        Compilation sources = Corpus.Analysis.Compilation.WithAssemblyName("Repaired");
        IEnumerable<SyntaxTree> generated = sources.SyntaxTrees.Where(tree => !tree.FilePath.StartsWith("Source", StringComparison.Ordinal));
        (Compilation complete, _) = Analysis.Generate(sources.RemoveSyntaxTrees(generated).AddSyntaxTrees(trees));
        HashSet<SyntaxTree?> left = [.. (await complete.WithAnalyzers([new FlowAnalyzer()]).GetAnalyzerDiagnosticsAsync()).Select(d => d.Location.SourceTree)];
        string assembly = Worker.Emit(complete);
        FlowCompilation compilation = new(complete);
        List<string> wrong = [];
        int kept = 0;
        for (int n = 0; n < mutants.Length; n++)
        {
            if (left.Contains(trees[n]) || repaired[n].Titles.Length == 0) continue;
            ClassDeclarationSyntax type = trees[n].GetCompilationUnitRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().First(t => t.Identifier.ValueText == mutants[n].Model);
            string? result = InferredResult.Of(compilation, type);
            Trial trial = new([assembly], $"Mutant{mutants[n].Number}.{mutants[n].Model}") { Result = result, Draws = 1 };
            double error = Worker.Execute(trial).Error;
            if (!double.IsFinite(error)) continue;
            if (error < Kept) kept++;
            else wrong.Add($"{error:g2} {mutants[n].Mutation}: {string.Join("; ", repaired[n].Titles)}\n{repaired[n].Text}");
        }
        output.WriteLine($"{mutants.Length} mutants are reported; {kept} keep the symmetry once they are repaired, {wrong.Count} do not.");
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
        Assert.InRange(kept, mutants.Length / 3, int.MaxValue);
    }
}
