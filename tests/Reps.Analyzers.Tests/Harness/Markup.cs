using System;
using System.Collections.Generic;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Reps.Tests;

/// <summary>Source text in which <c>{|REPS1004:...|}</c> marks where a diagnostic is expected; marks may be nested and may be empty.</summary>
internal sealed record Markup(string Source, IReadOnlyList<(string Id, TextSpan Span)> Expected)
{
    public static Markup Parse(string text)
    {
        StringBuilder source = new();
        List<(string, TextSpan)> expected = [];
        Stack<(string Id, int Start)> open = new();
        for (int at = 0; at < text.Length; at++)
        {
            if (text.AsSpan(at).StartsWith("{|REPS"))
            {
                int colon = text.IndexOf(':', at);
                open.Push((text[(at + 2)..colon], source.Length));
                at = colon;
            }
            else if (text.AsSpan(at).StartsWith("|}"))
            {
                (string id, int start) = open.Pop();
                expected.Add((id, TextSpan.FromBounds(start, source.Length)));
                at++;
            }
            else source.Append(text[at]);
        }
        Assert.Empty(open);
        expected.Sort((a, b) => a.Item2.CompareTo(b.Item2) is int order and not 0 ? order : string.CompareOrdinal(a.Item1, b.Item1));
        return new Markup(source.ToString(), expected);
    }
}
