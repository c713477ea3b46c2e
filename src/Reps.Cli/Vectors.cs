using System;
using System.Globalization;
using System.Linq;

namespace Reps.Cli;

/// <summary>Numbers separated by commas.</summary>
internal static class Vectors
{
    /// <summary>Reads three finite numbers.</summary>
    /// <exception cref="FormatException">The text is something else.</exception>
    public static double[] Parse(string text, string name)
    {
        string[] parts = text.Split(',');
        double[] values =
        [
            .. parts.Select(part =>
                double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
                    ? value
                    : throw new FormatException($"{name} is {Quote.Text(text)}: {Quote.Text(part)} is not a finite number; expected three, such as 0.1,-2,3e-1.")
            ),
        ];
        return values.Length == 3
            ? values
            : throw new FormatException($"{name} is {Quote.Text(text)}; expected three numbers separated by commas, such as 0.1,-2,3e-1.");
    }
}
