using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Reps.Generators.Emission;

/// <summary>What an editor shows over the name of a completed type: a sentence, and the first lines of a table.</summary>
internal static class Remarks
{
    // What a tooltip holds; the generated file has the rest.
    private const int MostLines = 16;

    /// <summary>The documentation comment.</summary>
    /// <param name="sentence">What the type is.</param>
    /// <param name="lines">Its parts, a line each; what begins a comment in code is left out.</param>
    public static string Of(string sentence, IReadOnlyCollection<string> lines)
    {
        if (lines.Count == 0) return $"/// <remarks>{Escape.Documentation(sentence)}</remarks>";
        string[] shown = [.. lines.Take(MostLines).Select(static line => "/// " + Escape.Documentation(line.StartsWith("// ", System.StringComparison.Ordinal) ? line.Substring(3) : line))];
        string more = lines.Count > MostLines ? "\n/// and " + (lines.Count - MostLines).ToString(CultureInfo.InvariantCulture) + " lines more" : "";
        return $"/// <remarks>\n/// {Escape.Documentation(sentence)}\n/// <code>\n{string.Join("\n", shown)}{more}\n/// </code>\n/// </remarks>";
    }
}
