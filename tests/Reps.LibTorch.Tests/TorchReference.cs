using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>What PyTorch computes: torch.json, which torch_reference.py writes.</summary>
internal static class TorchReference
{
    private static readonly JsonElement s_root =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "reference", "torch.json"))).RootElement;

    /// <summary>A part of the file.</summary>
    public static JsonElement At(params string[] path) => path.Aggregate(s_root, (element, key) => element.GetProperty(key));

    /// <summary>A list of numbers.</summary>
    public static double[] Numbers(JsonElement element) => [.. element.EnumerateArray().Select(number => number.GetDouble())];

    /// <summary>A table of numbers.</summary>
    public static double[][] Rows(JsonElement element) => [.. element.EnumerateArray().Select(Numbers)];

    /// <summary>A tensor of doubles, where the tests compute.</summary>
    public static Tensor Tensor(JsonElement element) =>
        tensor(Numbers(element.GetProperty("data")), Shape(element), device: TestDevice.Current);

    /// <summary>The shape of a tensor.</summary>
    public static long[] Shape(JsonElement element) => [.. element.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];
}
