using System.Globalization;
using System.Text;

namespace Reps;

/// <summary>Quotes a piece of untrusted text for an error message: one line, printable, at most 60 characters.</summary>
internal static class Excerpt
{
    private const int MaxLength = 60;

    /// <summary>The text in single quotes, control characters and lone surrogates escaped, cut with "..." where it is long.</summary>
    public static string Of(string text)
    {
        StringBuilder result = new("'");
        for (int i = 0; i < text.Length && i < MaxLength; i++)
        {
            char c = text[i];
            if (char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029')
                result.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else
                result.Append(c);
        }
        return result.Append(text.Length > MaxLength ? "...'" : "'").ToString();
    }
}
