namespace Reps;

/// <summary>Characters that are typed or pasted in place of those of the grammar.</summary>
internal static class Lookalikes
{
    // First characters of runs of ten decimal digits: Arabic-Indic, Persian, Devanagari, subscript, full-width.
    private static readonly int[] s_zeros = [0x0660, 0x06F0, 0x0966, 0x2080, 0xFF10];

    /// <summary>What is meant by a character that does not belong to the grammar: one that does, or null.</summary>
    public static char? Meant(char c)
    {
        foreach (int zero in s_zeros)
        {
            if (c >= zero && c < zero + 10) return (char)('0' + (c - zero));
        }

        return c switch
        {
            'X' or '*' or '\u00D7' or '\u00B7' or '\u2715' or '\u2716' or '\u2A2F' or '\u0445' or '\u0425' => 'x',
            ',' or ';' or ':' or '&' or '|' or '\u2295' or '\uFF0B' => '+',
            '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' or '\uFF0D' => '-',
            '\u00A0' or '\u1680' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000' or '\v' or '\f' or '\u0085' => ' ',
            '\u0435' => 'e',
            '\u043E' or '\u03BF' => 'o',
            '\u0443' => 'y',
            '\u2044' or '\u2215' => '/',
            _ => null,
        };
    }

    /// <summary>Whether a character that means nothing may simply go: ASCII punctuation, controls and zero-width characters.</summary>
    public static bool IsDroppable(char c) =>
        c < '\u00A0' || c is '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064')
            or (>= '\u2066' and <= '\u206F') or '\uFEFF';
}
