using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Reps.Analyzers;

namespace Reps.Tests;

/// <summary>A program with a mistake.</summary>
/// <param name="Name">The program and the mistake.</param>
/// <param name="Edited">The file with the mistake.</param>
/// <param name="Beside">What it needs beside it.</param>
/// <param name="Type">The class to execute.</param>
internal sealed record Mutant(string Name, SyntaxTree Edited, IReadOnlyList<SyntaxTree> Beside, string Type)
{
    public IEnumerable<SyntaxTree> Trees => [Edited, .. Beside];
}

/// <summary>Which mutants are reported, and which break the symmetry when they run.</summary>
internal sealed class MutantRun
{
    private const double Kept = 1e-9;
    private const double Broken = 1e-3;

    private MutantRun(int refused) => Refused = refused;

    /// <summary>How many do not compile.</summary>
    public int Refused { get; }

    /// <summary>Those that torch refuses to run, and why.</summary>
    public List<string> NotRun { get; } = [];

    /// <summary>Those that break the symmetry and are reported.</summary>
    public List<string> Found { get; } = [];

    /// <summary>Those that break it and are not.</summary>
    public List<string> Missed { get; } = [];

    /// <summary>Those that keep it and are reported.</summary>
    public List<string> Alarms { get; } = [];

    /// <summary>Compiles, analyzes and executes mutants, all in one compilation.</summary>
    /// <param name="program">What they are mutants of, as it is.</param>
    /// <param name="mutants">They; each has a file of its own.</param>
    /// <param name="references">The assemblies that hold the program, where it is no source text.</param>
    public static MutantRun Of(Compilation program, IReadOnlyList<Mutant> mutants, params string[] references)
    {
        (Mutant[] good, Compilation complete, HashSet<SyntaxTree?> flagged) = Reported(program, mutants);
        string[] assemblies = [.. references, Worker.Emit(complete)];
        MutantRun run = new(mutants.Count - good.Length);
        foreach (Mutant mutant in good)
        {
            // What torch refuses to run is no program.
            Outcome outcome = Worker.Execute(new(assemblies, mutant.Type) { Draws = 1 });
            if (outcome.Refusal is string refusal) run.NotRun.Add($"{mutant.Name}: {refusal}");
            else if (double.IsFinite(outcome.Error)) run.Add($"{mutant.Name}: {outcome.Error:g2}", outcome.Error, flagged.Contains(mutant.Edited));
        }
        return run;
    }

    /// <summary>The mutants that compile, a compilation of them, and the files in which something is reported.</summary>
    public static (Mutant[] Good, Compilation Complete, HashSet<SyntaxTree?> Flagged) Reported(Compilation program, IReadOnlyList<Mutant> mutants)
    {
        // All diagnostics in one go: then every body is bound once.
        Diagnostic[] found = [
            .. program.AddSyntaxTrees(mutants.SelectMany(m => m.Trees)).WithAnalyzers([new FlowAnalyzer()]).GetAllDiagnosticsAsync().GetAwaiter().GetResult()
        ];
        HashSet<SyntaxTree?> wrong = [.. found.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Location.SourceTree)];
        HashSet<SyntaxTree?> flagged = [.. found.Where(d => d.Id.StartsWith("REPS", StringComparison.Ordinal)).Select(d => d.Location.SourceTree)];
        Mutant[] good = [.. mutants.Where(m => !m.Trees.Any(wrong.Contains))];
        Compilation complete = program.AddSyntaxTrees(good.SelectMany(m => m.Trees));
        return (good, complete, flagged);
    }

    private void Add(string name, double error, bool reported)
    {
        if (error > Broken) (reported ? Found : Missed).Add(name);
        else if (error < Kept && reported) Alarms.Add(name);
    }
}
