using System;
using System.Text.Json;

namespace Reps.Cli.Evaluation;

/// <summary>Parses JSON; errors give the line and the place in it.</summary>
internal static class JsonText
{
    private static readonly JsonDocumentOptions s_options = new()
    {
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>Reads one document; comments and trailing commas are allowed.</summary>
    /// <exception cref="FormatException">The text is no JSON.</exception>
    public static JsonDocument Parse(string text, string source)
    {
        if (text.Trim().Length == 0) throw new FormatException($"{source} is empty; expected a JSON object with in1, in2, x and y.");
        try
        {
            return JsonDocument.Parse(text, s_options);
        }
        catch (JsonException exception)
        {
            // The message ends with the place, in numbers from zero; editors count from one.
            int end = exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
            string problem = (end < 0 ? exception.Message : exception.Message[..end]).TrimEnd('.');
            string place = exception.LineNumber is long line ? $"line {line + 1}, byte {(exception.BytePositionInLine ?? 0) + 1}: " : "";
            throw new FormatException($"{source} is not JSON: {place}{problem}.", exception);
        }
        catch (InvalidOperationException exception)
        {
            throw new FormatException($"{source} is not JSON: a name holds half of a surrogate pair.", exception);
        }
    }
}
