using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Reps.Analyzers;
using Xunit.Abstractions;

namespace Reps.Tests;

/// <summary>A model of the corpus with a mistake.</summary>
internal sealed record Mutant(string Model, string Mutation, string Text, int Number)
{
    public string Path => $"Mutant{Number}.cs";

    public string Source => $"{Corpus.ModelUsings()}using Corpus;\nnamespace Mutant{Number};\n{Text}";
}

/// <summary>Typical mistakes put into models: what breaks the symmetry when it runs is reported, and what keeps it is not.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const double Kept = 1e-6;
    private const double Broken = 1e-3;


    [Fact]
    public void MistakesThatBreakTheSymmetryAreReportedAndOthersAreNot()
    {
        Mutant[] mutants = [.. Mutants()];
        (Assembly assembly, HashSet<string> flagged, HashSet<string> failed) = Compiled(mutants);
        List<string> missed = [];
        List<string> alarms = [];
        int found = 0;
        foreach (Mutant mutant in mutants.Where(m => !failed.Contains(m.Path)))
        {
            if (Error(assembly.GetType($"Mutant{mutant.Number}.{mutant.Model}", throwOnError: true)!.GetMethod("Run")!) is not double error)
                continue;
            bool reported = flagged.Contains(mutant.Path);
            string name = $"{mutant.Model}, {mutant.Mutation}: {error:g2}\n{mutant.Text}";
            if (error > Broken && reported) found++;
            else if (error > Broken) missed.Add(name);
            else if (error < Kept && reported) alarms.Add(name);
        }
        output.WriteLine(
            $"{mutants.Length} mutants of {Mutations.Count} kinds, {failed.Count} do not compile; {found} of {found + missed.Count} that break are reported, {alarms.Count} that do not."
        );
        foreach (string name in missed) output.WriteLine("MISSED " + name);
        foreach (string name in alarms) output.WriteLine("ALARM " + name);
        Assert.InRange(Mutations.Count, 40, int.MaxValue);
        Assert.InRange(found + missed.Count, 400, int.MaxValue);
        Assert.Empty(alarms);
        Assert.True(found >= 0.95 * (found + missed.Count), $"{found} of {found + missed.Count}");
    }

    // Nodes that are dropped are other ones in each order: that keeps the symmetry in distribution, which one run does not show.
    internal static IEnumerable<Mutant> Mutants()
    {
        int number = 0;
        foreach (SyntaxNode type in Corpus.Models())
        foreach ((string name, string text) in Mutations.Of(type.ToFullString()).Where(m => m.Name != "dropout" || !m.Text.Contains("Nodes(")))
            yield return new(((Microsoft.CodeAnalysis.CSharp.Syntax.ClassDeclarationSyntax)type).Identifier.ValueText, name, text, number++);
    }

    internal static (Assembly Assembly, HashSet<string> Flagged, HashSet<string> Failed) Compiled(Mutant[] mutants)
    {
        SyntaxTree[] trees = [
            .. mutants.Select(m => CSharpSyntaxTree.ParseText(m.Source, Compile.Parse, m.Path))
        ];
        Compilation corpus = Corpus.Analysis.Compilation.WithAssemblyName("Mutants" + Guid.NewGuid().ToString("N"));
        IEnumerable<Diagnostic> errors = corpus.AddSyntaxTrees(trees).GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error);
        HashSet<string> failed = [.. errors.Select(d => d.Location.SourceTree!.FilePath)];
        Compilation good = corpus.AddSyntaxTrees(trees.Where(tree => !failed.Contains(tree.FilePath)));
        HashSet<string> flagged = [
            .. good.WithAnalyzers([new FlowAnalyzer()])
            .GetAnalyzerDiagnosticsAsync()
            .GetAwaiter()
            .GetResult()
            .Select(d => d.Location.SourceTree!.FilePath)
        ];
        return (Compile.Load(good), flagged, failed);
    }

    // A program that torch refuses to run, or whose result has another shape than declared, is no program.
    internal static double? Error(MethodInfo method, string? result = null)
    {
        try
        {
            return SymmetryRun.Error(method, result, draws: 1) is double error && double.IsFinite(error) ? error : null;
        }
        catch (Exception failure) when (
            failure is TargetInvocationException or ArgumentException or System.Runtime.InteropServices.ExternalException or TypeInitializationException
        )
        {
            return null;
        }
    }
}
