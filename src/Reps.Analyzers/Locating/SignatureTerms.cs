using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;

namespace Reps.Analyzers.Locating;

/// <summary>Where the terms of a valid signature stand in its text.</summary>
internal static class SignatureTerms
{
    /// <summary>The slice of each term without the spaces around it, in order. In a valid text, plus signs and the colon separate and nothing else.</summary>
    /// <param name="text">The text of a valid signature.</param>
    public static List<TextSpan> Find(string text)
    {
        List<TextSpan> terms = [];
        int start = text.IndexOf(':') + 1;
        for (int at = start; at <= text.Length; at++)
        {
            if (at < text.Length && text[at] != '+') continue;
            int end = at;
            while (start < end && char.IsWhiteSpace(text[start])) start++;
            while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
            terms.Add(TextSpan.FromBounds(start, end));
            start = at + 1;
        }
        return terms;
    }
}
