using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Reps.Layers;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>What e3nn computes: layers.json and so3_golden.json.</summary>
internal static class E3nnReference
{
    private static readonly Lazy<JsonElement> s_layers = new(() => Load("layers"));
    private static readonly Lazy<JsonElement> s_golden = new(() => Load("so3_golden"));

    public static JsonElement Layers(string name) => s_layers.Value.GetProperty(name);

    public static JsonElement Golden(string name) => s_golden.Value.GetProperty(name);

    public static JsonElement Load(string name) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "reference", name + ".json"))).RootElement;

    public static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetDouble())];

    /// <summary>A tensor written as { shape, data }, as a list of rows, or as a list of numbers.</summary>
    public static Tensor Values(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            long[] shape = [.. element.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];
            return tensor(Numbers(element.GetProperty("data")), ScalarType.Float64).reshape(shape).to(TestDevice.Current);
        }
        if (element[0].ValueKind != JsonValueKind.Array) return tensor(Numbers(element), ScalarType.Float64).to(TestDevice.Current);
        double[] rows = [.. element.EnumerateArray().SelectMany(Numbers)];
        return tensor(rows, ScalarType.Float64).reshape(element.GetArrayLength(), -1).to(TestDevice.Current);
    }

    /// <summary>Features in e3nn's order, as this library stores them.</summary>
    public static Tensor Features(Irreps irreps, JsonElement element) => IrrepsLayout.FromE3nn(irreps, Values(element));
}
