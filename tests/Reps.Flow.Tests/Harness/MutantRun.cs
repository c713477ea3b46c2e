using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Reps.Analyzers;

namespace Reps.Tests;

/// <summary>A program with a mistake.</summary>
/// <param name="Name">The program and the mistake.</param>
/// <param name="Edited">The file with the mistake.</param>
/// <param name="Beside">What it needs beside it.</param>
/// <param name="Error">The relative error of its symmetry in an assembly that holds it.</param>
internal sealed record Mutant(string Name, SyntaxTree Edited, IReadOnlyList<SyntaxTree> Beside, Func<Assembly, double> Error)
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

    /// <summary>Those that break the symmetry and are reported.</summary>
    public List<string> Found { get; } = [];

    /// <summary>Those that break it and are not.</summary>
    public List<string> Missed { get; } = [];

    /// <summary>Those that keep it and are reported.</summary>
    public List<string> Alarms { get; } = [];

    /// <summary>Compiles, analyzes and executes mutants, all in one compilation.</summary>
    /// <param name="program">What they are mutants of, as it is.</param>
    /// <param name="mutants">They; each has a file of its own.</param>
    public static MutantRun Of(Compilation program, IReadOnlyList<Mutant> mutants)
    {
        (Mutant[] good, Compilation complete, HashSet<SyntaxTree?> flagged) = Reported(program, mutants);
        Assembly assembly = Compile.Load(complete);
        MutantRun run = new(mutants.Count - good.Length);
        foreach (Mutant mutant in good)
            if (ErrorOf(() => mutant.Error(assembly)) is double error)
                run.Add($"{mutant.Name}: {error:g2}", error, flagged.Contains(mutant.Edited));
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

    /// <summary>The error of a program; null for one that torch refuses to run, or whose result has another shape than declared: that is no program.</summary>
    public static double? ErrorOf(Func<double> run)
    {
        try
        {
            return run() is double error && double.IsFinite(error) ? error : null;
        }
        catch (Exception failure) when (
            failure is TargetInvocationException or ArgumentException or System.Runtime.InteropServices.ExternalException or TypeInitializationException
        )
        {
            return null;
        }
    }

    private void Add(string name, double error, bool reported)
    {
        if (error > Broken) (reported ? Found : Missed).Add(name);
        else if (error < Kept && reported) Alarms.Add(name);
    }
}
