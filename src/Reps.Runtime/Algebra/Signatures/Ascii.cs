namespace Reps;

/// <summary>Character classes of signatures. ASCII only: what counts as a digit elsewhere depends on the host's Unicode tables.</summary>
internal static class Ascii
{
    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    public static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    public static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n';

    /// <summary>Whether a non-empty text has only digits.</summary>
    public static bool IsNumber(string text) => text.Length > 0 && SkipDigits(text, 0) == text.Length;

    public static int SkipDigits(string text, int index)
    {
        while (index < text.Length && IsDigit(text[index])) index++;
        return index;
    }

    public static int SkipSpaces(string text, int index)
    {
        while (index < text.Length && IsSpace(text[index])) index++;
        return index;
    }

    /// <summary>The range of text without the spaces at its ends; empty ranges stay at <paramref name="from"/>.</summary>
    public static (int From, int To) Trim(string text, int from, int to)
    {
        while (to > from && IsSpace(text[to - 1])) to--;
        while (from < to && IsSpace(text[from])) from++;
        return (from, to);
    }

    /// <summary>The number written by digits, or 10^9 if it is larger: far beyond every limit, and nothing wraps.</summary>
    public static long Number(string text, int from, int to)
    {
        const long saturated = 1_000_000_000;
        long value = 0;
        for (int i = from; i < to; i++)
        {
            value = (value * 10) + (text[i] - '0');
            if (value > saturated) return saturated;
        }

        return value;
    }
}
