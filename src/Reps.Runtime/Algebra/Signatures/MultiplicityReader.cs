using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Reps;

/// <summary>Reads a multiplicity: digits.</summary>
internal static class MultiplicityReader
{
    /// <summary>Reads a multiplicity from a non-empty text without spaces at its ends.</summary>
    /// <returns>The multiplicity once the suggestion is followed; null if the error has none.</returns>
    public static int? Read(string text, List<Finding> findings)
    {
        if (Value(text) is int value) return value;
        if (Ascii.IsNumber(text))
        {
            string limit = Budget.MaxMultiplicity.ToString(CultureInfo.InvariantCulture);
            string message = "Found the multiplicity " + Quoting.Quote(text) + "; expected at most " + limit + ".";
            findings.Add(new("REPS1008", 0, text.Length, message, null));
            return null;
        }

        int? meant = Meant(text);
        findings.Add(new(
            "REPS1003", 0, text.Length,
            "Found the multiplicity " + Quoting.Quote(text) + "; expected an integer, 0 or more.",
            meant?.ToString(CultureInfo.InvariantCulture)));
        return meant;
    }

    /// <summary>The multiplicity, or null if the text is not one within the budget.</summary>
    public static int? Value(string text)
    {
        if (!Ascii.IsNumber(text)) return null;
        long value = Ascii.Number(text, 0, text.Length);
        return value <= Budget.MaxMultiplicity ? (int)value : null;
    }

    private static int? Meant(string text)
    {
        string digits = text.TrimStart('-', ' ', '\t');
        int point = digits.IndexOf('.');
        if (point > 0 && digits.Substring(point + 1).All(static c => c == '0')) return Value(digits.Substring(0, point));
        if (!digits.Any(Ascii.IsDigit)) return null;
        return Value(digits.Replace('O', '0').Replace('l', '1').Replace('I', '1'));
    }
}
