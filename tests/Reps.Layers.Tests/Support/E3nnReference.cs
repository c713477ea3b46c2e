using System;
using System.Collections.Generic;
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

    /// <summary>A tensor written as { shape, data }, or as nested lists of numbers.</summary>
    public static Tensor Values(this JsonElement element)
    {
        List<double> values = [];
        if (element.ValueKind == JsonValueKind.Object)
        {
            long[] sizes = [.. element.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];
            Collect(element.GetProperty("data"), values);
            return tensor(values.ToArray(), ScalarType.Float64).reshape(sizes).to(TestDevice.Current);
        }
        List<long> shape = [];
        for (JsonElement at = element; at.ValueKind == JsonValueKind.Array; at = at[0]) shape.Add(at.GetArrayLength());
        Collect(element, values);
        return tensor(values.ToArray(), ScalarType.Float64).reshape([.. shape]).to(TestDevice.Current);
    }

    /// <summary>Features in e3nn's order, as this library stores them.</summary>
    public static Tensor Features(Irreps irreps, JsonElement element) => IrrepsLayout.FromE3nn(irreps, Values(element));

    private static void Collect(JsonElement element, List<double> values)
    {
        if (element.ValueKind == JsonValueKind.Array)
            foreach (JsonElement item in element.EnumerateArray())
                Collect(item, values);
        else values.Add(element.GetDouble());
    }
}
