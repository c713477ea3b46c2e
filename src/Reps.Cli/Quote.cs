using System.Linq;
using System.Text.Json;

namespace Reps.Cli;

/// <summary>Input as it is shown in messages: in quotes, short, without control characters.</summary>
internal static class Quote
{
    private const int Longest = 60;

    /// <summary>A text in single quotes; long texts are cut, control characters (a terminal would obey them) are replaced by ?.</summary>
    public static string Text(string text)
    {
        string shown = text.Length <= Longest ? text : text[..Longest] + "…";
        return "'" + string.Concat(shown.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c)) + "'";
    }

    /// <summary>What a JSON value is, for a message that says what was found.</summary>
    public static string Json(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            JsonValueKind.String => "the text " + Text(value.GetRawText().Trim('"')),
            _ => Text(value.GetRawText()).Trim('\''),
        };
}
