using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Reps.Analyzers.Layers;

/// <summary>Some segments of an operand.</summary>
/// <param name="indices">Their indices, in order.</param>
internal sealed class SegmentSet(IReadOnlyList<int> indices)
{
    private const int MaxShown = 6;

    public int Count => indices.Count;

    public int First => indices[0];

    /// <summary>The segments in words: <c>Segments 1 (8x0o) and 3 (8x1e)</c>.</summary>
    public string Describe(Irreps irreps)
    {
        List<string> names = [.. indices.Take(MaxShown).Select(n => $"{n.ToString(CultureInfo.InvariantCulture)} ({irreps[n]})")];
        if (indices.Count > MaxShown) names.Add((indices.Count - MaxShown).ToString(CultureInfo.InvariantCulture) + " more");
        return (indices.Count == 1 ? "Segment " : "Segments ") + Join(names);
    }

    /// <summary>Joins words as in a sentence.</summary>
    public static string Join(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : string.Join(", ", words.Take(words.Count - 1)) + " and " + words[words.Count - 1];

    /// <summary>Names irreps in a sentence, the first of them only if there are many.</summary>
    public static string Join(IEnumerable<Irrep> irreps)
    {
        List<string> names = [.. irreps.Take(MaxShown + 1).Select(static irrep => irrep.ToString())];
        if (names.Count > MaxShown) names[MaxShown] = "others";
        return Join(names);
    }
}
