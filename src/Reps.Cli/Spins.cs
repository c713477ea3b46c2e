using System;
using System.Globalization;

namespace Reps.Cli;

/// <summary>Spins and their projections as text: integers, halves as 3/2 or 1.5; inside the program they are doubled.</summary>
internal static class Spins
{
    /// <summary>Reads a doubled spin or projection.</summary>
    /// <exception cref="FormatException">The text is neither an integer nor a half.</exception>
    public static int Parse(string text, string name)
    {
        string trimmed = text.Trim();
        NumberStyles style = NumberStyles.AllowLeadingSign;
        if (int.TryParse(trimmed, style, CultureInfo.InvariantCulture, out int whole) && Math.Abs((long)whole) <= 1_000_000) return 2 * whole;
        if (trimmed.EndsWith("/2", StringComparison.Ordinal) && int.TryParse(trimmed[..^2], style, CultureInfo.InvariantCulture, out int twice))
            return twice;
        if (trimmed.EndsWith(".5", StringComparison.Ordinal) && int.TryParse(trimmed[..^2], style, CultureInfo.InvariantCulture, out int floor) && Math.Abs((long)floor) <= 1_000_000)
            return trimmed[0] == '-' ? 2 * floor - 1 : 2 * floor + 1;
        throw new FormatException($"{name} is '{text}'; expected an integer or a half, such as 2, 3/2 or 1.5.");
    }

    /// <summary>Reads a degree, which is an integer from 0.</summary>
    /// <exception cref="FormatException">The text is no such integer.</exception>
    public static int ParseDegree(string text, string name)
    {
        int twice = Parse(text, name);
        if (twice < 0 || twice % 2 != 0)
            throw new FormatException($"{name} is '{text}'; expected an integer from 0: real bases and spherical harmonics have no half-integer degree.");
        if (twice > 2 * Budget.MaxDegree) throw new FormatException($"{name} is {text}; at most {Budget.MaxDegree} is supported.");
        return twice / 2;
    }

    /// <summary>Prints a doubled spin.</summary>
    public static string Print(int twoJ) =>
        twoJ % 2 == 0 ? (twoJ / 2).ToString(CultureInfo.InvariantCulture) : twoJ.ToString(CultureInfo.InvariantCulture) + "/2";
}
