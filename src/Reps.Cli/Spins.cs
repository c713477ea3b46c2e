using System;
using System.Globalization;
using System.Linq;

namespace Reps.Cli;

/// <summary>Spins and their projections as text: integers, halves as 3/2 or 1.5; inside the program they are doubled.</summary>
internal static class Spins
{
    /// <summary>Reads a doubled spin or projection.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The name of the argument.</param>
    /// <param name="most">The largest magnitude, not doubled.</param>
    /// <exception cref="FormatException">The text is neither an integer nor a half, or too large.</exception>
    public static int Parse(string text, string name, int most)
    {
        string trimmed = text.Trim();
        bool negative = trimmed.StartsWith('-');
        string digits = trimmed.TrimStart('+', '-');
        // One sign at most.
        if (trimmed.Length - digits.Length > 1) digits = "";
        bool over = digits.EndsWith("/2", StringComparison.Ordinal);
        bool decimals = digits.EndsWith(".5", StringComparison.Ordinal);
        if (over || decimals) digits = digits[..^2];
        if (digits.Length == 0 || !digits.All(char.IsAsciiDigit))
            throw new FormatException($"{name} is {Quote.Text(text)}; expected an integer or a half, such as 2, 3/2 or 1.5.");
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number)) number = int.MaxValue;
        long twice = over ? number : 2L * number + (decimals ? 1 : 0);
        if (twice > 2L * most) throw new FormatException($"{name} is {Quote.Text(text)}; at most {most} is supported here.");
        return (int)(negative ? -twice : twice);
    }

    /// <summary>Reads a doubled spin, which is not negative.</summary>
    /// <exception cref="FormatException">The text is no such number, or too large.</exception>
    public static int ParseSpin(string text, string name, int most)
    {
        int twice = Parse(text, name, most);
        return twice >= 0 ? twice : throw new FormatException($"{name} is {Quote.Text(text)}; a spin is not negative.");
    }

    /// <summary>Reads a degree, which is an integer from 0.</summary>
    /// <exception cref="FormatException">The text is no such integer.</exception>
    public static int ParseDegree(string text, string name)
    {
        int twice = Parse(text, name, Budget.MaxDegree);
        if (twice < 0) throw new FormatException($"{name} is {Quote.Text(text)}; a degree is an integer from 0.");
        if (twice % 2 != 0)
            throw new FormatException($"{name} is {Quote.Text(text)}; harmonics and real bases have integer degrees only (cg --basis complex takes halves).");
        return twice / 2;
    }

    /// <summary>Prints a doubled spin.</summary>
    public static string Print(int twoJ) =>
        twoJ % 2 == 0 ? (twoJ / 2).ToString(CultureInfo.InvariantCulture) : twoJ.ToString(CultureInfo.InvariantCulture) + "/2";
}
