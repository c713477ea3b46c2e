using System;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Reps.Tests.Fuzz;

/// <summary>Writes a string as a C# expression of a random kind.</summary>
internal sealed class LiteralWriter(Random random)
{
    public string Write(string value) =>
        random.Next(8) switch
        {
            0 => Verbatim(value),
            1 when IsOneLine(value) => Raw(value),
            2 when !value.Contains('\r') && value.Split('\n').All(IsOneLine) => RawLines(value),
            3 => value.Length == 0 ? "null" : $"{Regular(value[..(value.Length / 2)])} + {Regular(value[(value.Length / 2)..])}",
            4 => $"({Regular(value)})",
            5 => $"signature: {Regular(value)}",
            _ => Regular(value),
        };

    private string Regular(string value)
    {
        StringBuilder text = new("\"");
        foreach (char c in value)
        {
            bool plain = c is >= ' ' and < '\u007F' and not ('"' or '\\');
            if (plain && random.Next(12) > 0) text.Append(c);
            else text.Append("\\u").Append(((int)c).ToString("X4"));
        }
        return text.Append('"').ToString();
    }

    private static string Verbatim(string value) => "@\"" + value.Replace("\"", "\"\"") + "\"";

    private static string Raw(string value) => Quotes(value) + " " + value + " " + Quotes(value);

    private static string RawLines(string value)
    {
        string quotes = Quotes(value);
        return $"{quotes}\n    {value.Replace("\n", "\n    ")}\n    {quotes}";
    }

    private static bool IsOneLine(string value) => !value.Any(SyntaxFacts.IsNewLine);

    private static string Quotes(string value) => new('"', 3 + value.Count(c => c == '"'));
}
