using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text.Json;
using System.Text.RegularExpressions;
using Reps.Benchmarking;

namespace Reps.Benchmarks;

/// <summary>A minimum that another library reached.</summary>
/// <param name="Peer">The file it is from.</param>
/// <param name="Workload">The name of our workload.</param>
/// <param name="Pass">The name of our pass.</param>
/// <param name="Seconds">For one unit.</param>
internal sealed record PeerTime(string Peer, string Workload, string Pass, double Seconds);

/// <summary>
/// Reads timings of other libraries, one JSON object a line: <c>{"workload": "a written, s per edge", "forward": …, "forward_backward": …}</c>
/// in seconds, or <c>{"lmax": 3, "values_ns": …, "gradients_ns": …}</c> in nanoseconds a point.
/// </summary>
internal static partial class PeerTimes
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">A line is something else; the message names it.</exception>
    public static List<PeerTime> Read(string file)
    {
        List<PeerTime> times = [];
        string[] lines = File.ReadAllLines(file);
        for (int n = 0; n < lines.Length; n++)
        {
            if (string.IsNullOrWhiteSpace(lines[n])) continue;
            try
            {
                using JsonDocument document = JsonDocument.Parse(lines[n]);
                times.AddRange(Line(Path.GetFileNameWithoutExtension(file), document.RootElement));
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
            {
                throw new FormatException(
                    $"{file}, line {n + 1}: expected an object with \"workload\" and \"forward\", or with \"lmax\" and \"values_ns\" ({exception.Message})"
                );
            }
        }
        return times;
    }

    private static IEnumerable<PeerTime> Line(string peer, JsonElement line)
    {
        if (line.TryGetProperty("lmax", out JsonElement lmax))
        {
            string name = "e" + lmax.GetInt32().ToString(CultureInfo.InvariantCulture);
            yield return new(peer, name, Pass.Forward, line.GetProperty("values_ns").GetDouble() * 1e-9);
            if (Number(line, "gradients_ns") is double gradients) yield return new(peer, name, HarmonicsWorkload.Jacobian, gradients * 1e-9);
            yield break;
        }
        string text = line.GetProperty("workload").GetString()!;
        // Times of many rows at once are given as such; ours are those of one.
        double rows = Rows().Match(text) is { Success: true } match ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 1;
        string workload = Name(text);
        yield return new(peer, workload, Pass.Forward, line.GetProperty("forward").GetDouble() / rows);
        if (Number(line, "forward_backward") is double both) yield return new(peer, workload, Pass.Both, both / rows);
    }

    private static string Name(string text)
    {
        if (Degree().Match(text) is { Success: true } match) return "e" + match.Groups[1].Value;
        string letter = text.Split(' ')[0];
        return text.Contains("scatter", StringComparison.Ordinal) ? letter + " fused" : letter;
    }

    private static double? Number(JsonElement line, string name) =>
        line.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    [GeneratedRegex(@"(\d+) rows")]
    private static partial Regex Rows();

    [GeneratedRegex(@"lmax (\d+)")]
    private static partial Regex Degree();
}
