using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Reps.Tests;

/// <summary>Analyzes sources in which <see cref="Markup"/> says what must be reported where.</summary>
internal static class Marked
{
    /// <summary>Holds the diagnostics of marked sources against the marks, and demands that nothing else is wrong with them.</summary>
    /// <returns>The messages, in the order of the marks.</returns>
    public static string[] Check(params string[] marked)
    {
        (Analysis analysis, string[] messages) = CheckReps(marked);
        analysis.AssertCompiles();
        return messages;
    }

    /// <summary>The messages at the marks, for sources in which more may be reported.</summary>
    public static string[] CheckAtLeast(string marked, params AdditionalText[] files)
    {
        Markup markup = Markup.Parse(marked);
        Analysis analysis = Analysis.Run(Compile.Create(markup.Source), files: files);
        analysis.AssertCompiles();
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
        Assert.DoesNotContain(analysis.Problems, d => d.Severity == DiagnosticSeverity.Error);
        return messages;
    }

    /// <summary>As <see cref="Check"/>, for sources in which the compiler also finds errors, given by their ids.</summary>
    public static string[] CheckWithErrors(string[] errors, params string[] marked)
    {
        (Analysis analysis, string[] messages) = CheckReps(marked);
        Assert.Equal(errors, analysis.Problems.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Id).Distinct().Order());
        return messages;
    }

    private static (Analysis Analysis, string[] Messages) CheckReps(string[] marked)
    {
        Markup[] markups = [.. marked.Select(Markup.Parse)];
        Analysis analysis = Analysis.Run([.. markups.Select(m => m.Source)]);
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
