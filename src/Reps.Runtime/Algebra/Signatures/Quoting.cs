using System.Globalization;
using System.Text;

namespace Reps;

/// <summary>Shows a piece of the user's text in a message: on one line, of bounded length, with invisible characters spelt out.</summary>
internal static class Quoting
{
    private const int MaxShown = 40;

    public static string Quote(string text) => Quote(text, 0, text.Length);

    public static string Quote(string text, int from, int to)
    {
        StringBuilder quoted = new("'");
        int shown = 0;
        for (int i = from; i < to; i++)
        {
            bool pair = char.IsHighSurrogate(text[i]) && i + 1 < to && char.IsLowSurrogate(text[i + 1]);
            if (++shown > MaxShown) return quoted.Append("...'").ToString();
            if (pair) quoted.Append(text[i]).Append(text[++i]);
            else if (IsVisible(text[i])) quoted.Append(text[i]);
            else quoted.Append("\\u").Append(((int)text[i]).ToString("X4", CultureInfo.InvariantCulture));
        }

        return quoted.Append('\'').ToString();
    }

    // Controls, line separators, spaces other than ' ', zero-width and direction marks, and halves of pairs could garble a message.
    private static bool IsVisible(char c) =>
        c >= ' ' && c is not ((>= '\u007F' and <= '\u00A0') or '\u00AD' or '\u061C' or '\u1680' or '\u180E'
            or (>= '\u2000' and <= '\u200F') or (>= '\u2028' and <= '\u202F') or (>= '\u205F' and <= '\u206F')
            or '\u3000' or '\uFEFF' or (>= '\uFFF0' and <= '\uFFFB')) && !char.IsSurrogate(c);
}
