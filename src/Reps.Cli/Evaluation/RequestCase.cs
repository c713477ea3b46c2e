using System;
using System.Text.Json;

namespace Reps.Cli.Evaluation;

/// <summary>One request out of a file that may hold several.</summary>
internal static class RequestCase
{
    /// <summary>The object with the fields of the request.</summary>
    /// <exception cref="FormatException">A number without cases, cases without a number, or a number beyond them.</exception>
    public static JsonElement Select(JsonElement root, string source, int? number)
    {
        bool several = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("cases", out JsonElement list) && list.ValueKind == JsonValueKind.Array;
        if (!several)
            return number is null ? root : throw new FormatException($"{source}: there is no list 'cases'; drop --case to read the file as one request.");
        JsonElement cases = root.GetProperty("cases");
        int count = cases.GetArrayLength();
        if (number is null)
            throw new FormatException($"{source}: holds {count} cases; choose one with --case 0 … {count - 1}, or pass a file with one case.");
        return number >= 0 && number < count
            ? cases[number.Value]
            : throw new FormatException($"{source}: --case is {number}; there are {count} cases, counted from 0.");
    }
}
