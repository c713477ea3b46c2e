using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace Reps.Tests;

/// <summary>Reads the reference values and compares with them.</summary>
internal static class Reference
{
    public static JsonElement Load(string name) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "reference", name + ".json"))).RootElement;

    public static double[] Vector(JsonElement array) => [.. array.EnumerateArray().Select(v => v.GetDouble())];

    public static double[][] Rows(JsonElement array) => [.. array.EnumerateArray().Select(Vector)];

    /// <summary>A tensor written as { shape, data }, flat.</summary>
    public static double[] Data(JsonElement tensor) => Vector(tensor.GetProperty("data"));

    public static void Near(IReadOnlyList<double> expected, IReadOnlyList<double> actual, double tolerance, string what)
    {
        Assert.Equal(expected.Count, actual.Count);
        double scale = Math.Max(1, expected.Select(Math.Abs).DefaultIfEmpty().Max());
        for (int n = 0; n < expected.Count; n++)
            Assert.True(Math.Abs(expected[n] - actual[n]) <= tolerance * scale, $"{what}[{n}]: expected {expected[n]:R}, got {actual[n]:R}");
    }
}
