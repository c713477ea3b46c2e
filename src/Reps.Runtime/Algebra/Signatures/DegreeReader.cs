using System.Globalization;

namespace Reps;

/// <summary>
/// Reads a degree: an integer, or an odd integer over 2 in SU(2). Also understands 4/2, 3/ and 1.5, to say what they should be.
/// </summary>
internal static class DegreeReader
{
    /// <summary>What was read: where it ends, the doubled degree (repaired, null if there is none to recommend), and the error.</summary>
    public readonly record struct Reading(int End, int? TwoJ, Finding? Finding);

    /// <summary>Reads the degree that starts with the digit at <paramref name="from"/>.</summary>
    public static Reading Read(string text, int from, Group group)
    {
        int end = Ascii.SkipDigits(text, from);
        long number = Ascii.Number(text, from, end);
        int slash = Ascii.SkipSpaces(text, end);
        if (slash < text.Length && text[slash] == '/') return Fraction(text, from, slash, number, group);
        if (end < text.Length && text[end] == '.') return Decimal(text, from, end, number, group);
        return number <= Budget.MaxDegree ? new(end, 2 * (int)number, null) : TooLarge(text, from, end);
    }

    /// <summary>The degree as written in signatures: <c>2</c>, <c>3/2</c>.</summary>
    public static string Print(int twoJ) => (twoJ & 1) == 0
        ? (twoJ / 2).ToString(CultureInfo.InvariantCulture)
        : twoJ.ToString(CultureInfo.InvariantCulture) + "/2";

    private static Reading Fraction(string text, int from, int slash, long number, Group group)
    {
        int start = Ascii.SkipSpaces(text, slash + 1);
        int end = Ascii.SkipDigits(text, start);
        bool missing = end == start;
        if (missing) end = slash + 1;
        long denominator = !missing ? Ascii.Number(text, start, end) : group.HasHalfIntegers() ? 2 : 1;
        if (denominator == 0 || 2 * number % denominator != 0)
            return Error("REPS1011", "a half-integer as an odd number over 2, such as 3/2", null);

        long twoJ = 2 * number / denominator;
        bool half = (twoJ & 1) != 0;
        if (half && !group.HasHalfIntegers()) return HalfInteger(text, from, end, group);
        if (twoJ > 2 * Budget.MaxDegree) return TooLarge(text, from, end);
        if (half && denominator == 2 && !missing) return new(end, (int)twoJ, null);
        return Error("REPS1011", half ? "the denominator 2" : "an integer degree without a denominator", (int)twoJ);

        Reading Error(string code, string expected, int? repaired) => Wrong(code, text, from, end, expected, repaired);
    }

    private static Reading Decimal(string text, int from, int point, long number, Group group)
    {
        int end = Ascii.SkipDigits(text, point + 1);
        string digits = text.Substring(point + 1, end - point - 1).TrimEnd('0');
        if (number > Budget.MaxDegree || (number == Budget.MaxDegree && digits.Length > 0)) return TooLarge(text, from, end);
        string expected = group.HasHalfIntegers() ? "an integer or a fraction such as 3/2" : "an integer degree";
        if (digits.Length == 0) return Wrong("REPS1004", text, from, end, expected, 2 * (int)number);
        if (digits != "5") return Wrong("REPS1004", text, from, end, expected, null);
        return group.HasHalfIntegers()
            ? Wrong("REPS1004", text, from, end, expected, (2 * (int)number) + 1)
            : HalfInteger(text, from, end, group);
    }

    private static Reading HalfInteger(string text, int from, int end, Group group) => new(end, null, new(
        "REPS1006", from, end,
        "Found the half-integer " + Quoting.Quote(text, from, end) + ", but " + group.Name()
            + " has integer degrees only; expected an integer, or the group SU(2).",
        null));

    private static Reading TooLarge(string text, int from, int end) => new(end, null, new(
        "REPS1007", from, end,
        "Found the degree " + Quoting.Quote(text, from, end) + "; expected at most " + Print(2 * Budget.MaxDegree) + ".",
        null));

    private static Reading Wrong(string code, string text, int from, int end, string expected, int? twoJ)
    {
        // In "1//2" or "4/2/3" nothing can be said about the first part alone.
        int next = Ascii.SkipSpaces(text, end);
        int? meant = next < text.Length && text[next] is '/' or '.' ? null : twoJ;
        string message = "Found the degree " + Quoting.Quote(text, from, end) + "; expected " + expected + ".";
        return new(end, meant, new(code, from, end, message, meant is int repaired ? Print(repaired) : null));
    }
}
