using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Reps.Tests;

/// <summary>
/// A diagnostic as pages show it: tildes in a comment below the line, then severity, rule and message. The message may go on in further
/// comments.
/// </summary>
internal sealed partial record ShownDiagnostic(string Line, int Column, int Length, string Severity, string Id, string Message)
{
    /// <summary>Reads the comments of a text.</summary>
    public static IEnumerable<ShownDiagnostic> Read(string text)
    {
        string[] lines = text.Split('\n');
        for (int n = 1; n < lines.Length; n++)
        {
            Match match = Comment().Match(lines[n]);
            if (!match.Success) continue;
            string code = lines[n - 1];
            string message = match.Groups[4].Value;
            while (n + 1 < lines.Length && Continuation().Match(lines[n + 1]) is { Success: true } more)
            {
                message += " " + more.Groups[1].Value;
                n++;
            }
            yield return new(code, match.Groups[1].Index, match.Groups[1].Length, match.Groups[2].Value, match.Groups[3].Value, message);
        }
    }

    /// <summary>What the analyzers report, in the same form.</summary>
    public static ShownDiagnostic From(Diagnostic diagnostic)
    {
        TextSpan span = diagnostic.Location.SourceSpan;
        TextLine line = diagnostic.Location.SourceTree!.GetText().Lines.GetLineFromPosition(span.Start);
        string severity = diagnostic.Severity.ToString().ToLowerInvariant();
        string message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        return new(line.ToString(), span.Start - line.Start, span.Length, severity, diagnostic.Id, message);
    }

    [GeneratedRegex("^\\s*// *(~+) (warning|error) (REPS[0-9]{4}): (.*)$")]
    private static partial Regex Comment();

    [GeneratedRegex("^\\s*//  (\\S.*)$")]
    private static partial Regex Continuation();
}
