using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>Values of other systems, from tests/reference.</summary>
internal static class Golden
{
    public static JsonElement Load(string name) =>
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "reference", name + ".json"))).RootElement;

    /// <summary>Nested lists, or a flat list with its shape, as doubles on the device of the tests.</summary>
    public static Tensor Tensor(this JsonElement element)
    {
        List<double> values = [];
        if (element.ValueKind == JsonValueKind.Object)
        {
            Collect(element.GetProperty("data"), values);
            return On(values, [.. element.GetProperty("shape").EnumerateArray().Select(n => n.GetInt64())]);
        }
        List<long> shape = [];
        for (JsonElement at = element; at.ValueKind == JsonValueKind.Array; at = at[0])
        {
            shape.Add(at.GetArrayLength());
            if (shape[^1] == 0) break;
        }
        Collect(element, values);
        return On(values, [.. shape]);
    }

    private static Tensor On(List<double> values, long[] shape) => tensor(values.ToArray(), ScalarType.Float64).reshape(shape).to(TestDevice.Current);

    private static void Collect(JsonElement element, List<double> values)
    {
        if (element.ValueKind == JsonValueKind.Array)
            foreach (JsonElement item in element.EnumerateArray())
                Collect(item, values);
        else values.Add(element.GetDouble());
    }
}
