using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace Reps.Tests.Cli;

/// <summary>Reads the reference values.</summary>
internal static class Reference
{
    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "reference", name + ".json");

    public static JsonElement Load(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(PathOf(name)));
        return document.RootElement.Clone();
    }

    public static double[] Vector(JsonElement array) => [.. array.EnumerateArray().Select(v => v.GetDouble())];

    public static string Join(JsonElement array) => string.Join(",", Vector(array).Select(v => v.ToString("R", CultureInfo.InvariantCulture)));

    /// <summary>Rows of a section of exact_coefficients.json.</summary>
    public static List<JsonElement[]> Rows(string section) =>
        [.. Load("exact_coefficients").GetProperty(section).GetProperty("rows").EnumerateArray().Select(row => row.EnumerateArray().ToArray())];

    public static void Near(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int n = 0; n < expected.Length; n++)
            Assert.True(Math.Abs(expected[n] - actual[n]) <= tolerance, $"[{n}]: expected {expected[n]:R}, got {actual[n]:R}");
    }
}
