extern alias gen;

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Reps.Analyzers;
using gen::Reps.Generators;

namespace Reps.Tests;

/// <summary>Runs the generator and then the analyzers, as the compiler does: the analyzers see the generated files.</summary>
/// <param name="Compilation">The user's sources and the generated files.</param>
/// <param name="Diagnostics">What the analyzers and the generator report, ordered by place.</param>
internal sealed record Analysis(Compilation Compilation, IReadOnlyList<Diagnostic> Diagnostics)
{
    public static ImmutableArray<DiagnosticAnalyzer> All { get; } = [new SignatureAnalyzer(), new CompletionAnalyzer(), new LayerAnalyzer()];

    public static Analysis Run(params string[] sources) => Run(Compile.Create(sources));

    public static Analysis Run(Compilation compilation, CSharpParseOptions? parse = null)
    {
        (Compilation complete, ImmutableArray<Diagnostic> generator) = Generate(compilation, parse);
        ImmutableArray<Diagnostic> found = complete.WithAnalyzers(All).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        return new Analysis(
            complete,
            [
                .. found
                    .Concat(generator)
                    .OrderBy(d => d.Location.SourceTree?.FilePath, System.StringComparer.Ordinal)
                    .ThenBy(d => d.Location.SourceSpan)
                    .ThenBy(d => d.Id, System.StringComparer.Ordinal),
            ]
        );
    }

    /// <summary>The sources together with what is generated for them, and what the generator itself reports.</summary>
    public static (Compilation Complete, ImmutableArray<Diagnostic> Diagnostics) Generate(Compilation compilation, CSharpParseOptions? parse = null)
    {
        CSharpGeneratorDriver
            .Create([new RepsGenerator().AsSourceGenerator()], parseOptions: parse ?? Compile.Parse)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation complete, out ImmutableArray<Diagnostic> diagnostics);
        return (complete, diagnostics);
    }

    /// <summary>Holds the diagnostics of marked sources against the marks, and demands that nothing else is wrong with them.</summary>
    /// <returns>The messages, in the order of the marks.</returns>
    public static string[] Check(params string[] marked)
    {
        (Analysis analysis, string[] messages) = CheckReps(marked);
        AssertCompiles(analysis.Compilation);
        return messages;
    }

    /// <summary>The messages at the marks, for sources in which more may be reported.</summary>
    public static string[] CheckAtLeast(string marked)
    {
        Markup markup = Markup.Parse(marked);
        Analysis analysis = Run(markup.Source);
        AssertCompiles(analysis.Compilation);
        return
        [
            .. markup.Expected.Select(e =>
                Assert.Single(analysis.Diagnostics, d => d.Id == e.Id && d.Location.SourceSpan == e.Span).GetMessage(CultureInfo.InvariantCulture)
            ),
        ];
    }

    /// <summary>As <see cref="Check"/>, for sources about which the compiler warns.</summary>
    public static string[] CheckExceptWarnings(params string[] marked)
    {
        (Analysis analysis, string[] messages) = CheckReps(marked);
        Assert.Empty(analysis.Compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        return messages;
    }

    /// <summary>As <see cref="Check"/>, for sources in which the compiler also finds errors, given by their ids.</summary>
    public static string[] CheckWithErrors(string[] errors, params string[] marked)
    {
        (Analysis analysis, string[] messages) = CheckReps(marked);
        Assert.Equal(errors, analysis.Compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Id).Distinct().Order());
        return messages;
    }

    /// <summary>Demands that sources and generated files compile without a warning.</summary>
    public static void AssertCompiles(Compilation compilation)
    {
        string[] problems = Compile.Problems(compilation);
        Assert.True(problems.Length == 0, string.Join("\n", problems.Take(9)));
    }

    private static (Analysis Analysis, string[] Messages) CheckReps(string[] marked)
    {
        Markup[] markups = [.. marked.Select(Markup.Parse)];
        Analysis analysis = Run([.. markups.Select(m => m.Source)]);
        Assert.DoesNotContain(analysis.Diagnostics, d => d.Id is "AD0001" or "REPS9000");
        IEnumerable<string> expected = markups.SelectMany((m, n) => m.Expected.Select(e => Describe($"Source{n}.cs", e.Id, e.Span, m.Source)));
        IEnumerable<string> actual = analysis.Diagnostics.Select(d =>
            Describe(d.Location.SourceTree?.FilePath, d.Id, d.Location.SourceSpan, d.Location.SourceTree?.ToString() ?? "")
        );
        Assert.Equal(string.Join("\n", expected), string.Join("\n", actual));
        return (analysis, [.. analysis.Diagnostics.Select(d => d.GetMessage(CultureInfo.InvariantCulture))]);
    }

    private static string Describe(string? path, string id, TextSpan span, string text) => $"{path} {id} {span} {text.Substring(span.Start, span.Length)}";
}
