using System;
using System.Linq;

namespace Reps.Cli.Evaluation;

/// <summary>The fields of a request, and names that look like one of them by mistake.</summary>
internal static class KnownFields
{
    private static readonly string[] s_names =
    [
        "in1", "in2", "irreps_out", "out", "kind", "instructions", "weight", "weights", "x", "y", "irrep_normalization", "path_normalization",
    ];

    /// <summary>The field that a name was meant to be: other case, or one or two wrong letters; null for right names and unrelated ones.</summary>
    public static string? Meant(string name) =>
        s_names.Contains(name)
            ? null
            : s_names.FirstOrDefault(known =>
                string.Equals(known, name, StringComparison.OrdinalIgnoreCase) || (known.Length > 4 && Math.Abs(known.Length - name.Length) < 3 && Distance(known, name) < 3)
            );

    // Insertions, deletions and replacements from one word to the other.
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }
        return row[^1];
    }
}
