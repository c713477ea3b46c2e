using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace Reps.Tests;

/// <summary>Typical mistakes put into models: what breaks the symmetry when it runs is reported, and what keeps it is not.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private static readonly string[] s_addresses = ["Span(", "Slice(", "result["];
    private static readonly string[] s_coordinates = ["requires_grad_()) +", "batch.Targets)).flip"];

    [Fact]
    public void MistakesInModelsThatBreakTheSymmetryAreReportedAndOthersAreNot() =>
        Check([MutantRun.Of(Corpus.Analysis.Compilation.WithAssemblyName("Mutants"), [.. ModelMutant.All().Select(static m => m.ToMutant())])], 400);

    [Fact]
    public void MistakesInSamplesThatBreakTheSymmetryAreReportedAndOthersAreNot()
    {
        List<MutantRun> runs = [];
        foreach (Sample sample in Sample.All)
        {
            List<Mutant> mutants = [];
            foreach (string file in sample.Model)
            foreach ((string name, string text) in Mutations.Of(Sample.Original(file)).Where(m => IsExamined(file, m)))
            {
                SyntaxTree[] trees = [.. sample.Mutant(mutants.Count, file, text)];
                mutants.Add(
                    new(
                        $"{sample.Name}, {name}\n{Difference(Sample.Original(file), text)}",
                        trees[0],
                        trees[1..],
                        sample.CheckOf(mutants.Count)
                    )
                );
            }
            (Compilation program, string assembly) = sample.Compile();
            runs.Add(MutantRun.Of(program, mutants, assembly));
            output.WriteLine($"{sample.Name}: {mutants.Count} mutants");
        }
        Check(runs, 100);
    }

    private static bool IsExamined(string file, (string Name, string Text) mutation)
    {
        string original = Sample.Original(file);
        int place = original.Zip(mutation.Text).TakeWhile(static pair => pair.First == pair.Second).Count();
        string line = mutation.Text[(mutation.Text.LastIndexOf('\n', place) + 1)..].Split('\n')[0];
        // Noise that keeps the symmetry in distribution.
        bool isNoise = mutation.Name == "dropout";
        // Where in memory something lies is no matter of symmetry.
        bool isAddress = mutation.Name == "sum for product" && s_addresses.Any(line.Contains);
        // Other coordinates from the very beginning: a model of invariants does not see them.
        bool isInput = s_coordinates.Any(line.Contains);
        return !isNoise && !isAddress && !isInput && !Sample.Assumed(original).Any(span => span.Contains(place));
    }

    private static string Difference(string original, string text) => string.Join("\n", text.Split('\n').Except(original.Split('\n')));

    private void Check(IReadOnlyList<MutantRun> runs, int atLeast)
    {
        string[] missed = [.. runs.SelectMany(run => run.Missed)];
        string[] alarms = [.. runs.SelectMany(run => run.Alarms)];
        string[] refused = [.. runs.SelectMany(run => run.NotRun)];
        int found = runs.Sum(run => run.Found.Count);
        output.WriteLine(
            $"{Mutations.Count} kinds of mistakes; {runs.Sum(run => run.Refused)} do not compile, {refused.Length} do not run; "
                + $"{found} of {found + missed.Length} that break are reported, {alarms.Length} that do not."
        );
        foreach (string name in missed) output.WriteLine("MISSED " + name);
        foreach (string name in alarms) output.WriteLine("ALARM " + name);
        Assert.InRange(Mutations.Count, 40, int.MaxValue);
        Assert.True(found + missed.Length >= atLeast, $"Only {found + missed.Length} break the symmetry; the first that does not run is {refused.FirstOrDefault()}");
        Assert.Empty(alarms);
        Assert.True(found >= 0.95 * (found + missed.Length), $"{found} of {found + missed.Length}");
    }
}
