extern alias gen;

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Reps.Analyzers;
using gen::Reps.Generators;

namespace Reps.Tests;

/// <summary>Runs the generator and then the analyzers, as the compiler does: the analyzers see the generated files.</summary>
/// <param name="Compilation">The user's sources and the generated files.</param>
/// <param name="Diagnostics">What the analyzers and the generator report, ordered by place.</param>
/// <param name="Problems">The warnings and errors of the compiler, ordered by place.</param>
internal sealed record Analysis(Compilation Compilation, IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<Diagnostic> Problems)
{
    public static ImmutableArray<DiagnosticAnalyzer> All { get; } = [new SignatureAnalyzer(), new CompletionAnalyzer(), new LayerAnalyzer(), new FlowAnalyzer()];

    public static Analysis Run(params string[] sources) => Run(Compile.Create(sources));

    public static Analysis Run(Compilation compilation, CSharpParseOptions? parse = null, params AdditionalText[] files)
    {
        (Compilation complete, ImmutableArray<Diagnostic> generator) = Generate(compilation, parse);
        // All diagnostics in one go: then every body is bound once.
        ImmutableArray<Diagnostic> found = complete.WithAnalyzers(All, new AnalyzerOptions([.. files])).GetAllDiagnosticsAsync().GetAwaiter().GetResult();
        Diagnostic[] ordered =
        [
            .. found
                .Concat(generator)
                .OrderBy(d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(d => d.Location.SourceSpan)
                .ThenBy(d => d.Id, StringComparer.Ordinal),
        ];
        return new Analysis(complete, [.. ordered.Where(d => !IsOfCompiler(d))], [.. ordered.Where(IsProblem)]);
    }

    /// <summary>The sources together with what is generated for them, and what the generator itself reports.</summary>
    public static (Compilation Complete, ImmutableArray<Diagnostic> Diagnostics) Generate(Compilation compilation, CSharpParseOptions? parse = null)
    {
        CSharpGeneratorDriver
            .Create([new RepsGenerator().AsSourceGenerator()], parseOptions: parse ?? Compile.Parse)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation complete, out ImmutableArray<Diagnostic> diagnostics);
        return (complete, diagnostics);
    }

    /// <summary>Demands that sources and generated files compile without a warning.</summary>
    public void AssertCompiles() => Assert.True(Problems.Count == 0, string.Join("\n", Problems.Take(9)));

    private static bool IsOfCompiler(Diagnostic diagnostic) => diagnostic.Id.StartsWith("CS", StringComparison.Ordinal) && diagnostic.Id != "CS8785";

    // A test's own sources need no documentation; generated ones do.
    private static bool IsProblem(Diagnostic diagnostic) =>
        IsOfCompiler(diagnostic)
        && diagnostic.Severity >= DiagnosticSeverity.Warning
        && (diagnostic.Id != "CS1591" || diagnostic.Location.SourceTree?.FilePath.StartsWith("Source", StringComparison.Ordinal) != true);
}
