using System;
using System.Buffers;
using System.Globalization;

namespace Reps;

/// <summary>Numbers as XYZ files write them: independent of culture, finite, with Fortran's exponent letters D and d allowed.</summary>
internal static class XyzNumbers
{
    private static readonly SearchValues<char> s_allowed = SearchValues.Create("0123456789+-.eEdD");

    /// <summary>Parses a finite number; false for any other text, "nan" and "inf" included.</summary>
    public static bool TryReadReal(ReadOnlySpan<char> text, out double value)
    {
        value = 0;
        if (text.ContainsAnyExcept(s_allowed) || text.Length > 64)
            return false;
        Span<char> copy = stackalloc char[text.Length];
        text.Replace(copy, 'D', 'e');
        copy.Replace('d', 'e');
        return double.TryParse(copy, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    /// <summary>Parses a non-negative integer written with digits only.</summary>
    public static bool TryReadCount(ReadOnlySpan<char> text, out long value) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    /// <summary>Parses T, F, true, false, 1 or 0, in any case.</summary>
    public static bool TryReadLogical(ReadOnlySpan<char> text, out bool value)
    {
        value = Is(text, "T") || Is(text, "true") || Is(text, "1");
        return value || Is(text, "F") || Is(text, "false") || Is(text, "0");
    }

    private static bool Is(ReadOnlySpan<char> text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
