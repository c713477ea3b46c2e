using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Reps.Algebra;

namespace Reps.Tests;

/// <summary>A state dict as e3nn would save it, in a temporary file.</summary>
internal sealed class StateDict : IDisposable
{
    private readonly List<SafeTensor> _tensors = [];

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"reps-{Guid.NewGuid():N}.safetensors");

    public StateDict Add(string name, double[] values, params long[] shape)
    {
        _tensors.Add(SafeTensor.Create<double>(name, shape.Length == 0 ? [values.Length] : shape, values));
        return this;
    }

    /// <summary>A coupling tensor, as modules of e3nn hold it.</summary>
    public StateDict AddCoupling(string product, int l1, int l2, int l3, int sign = 1)
    {
        double[] values = [.. ClebschGordan.RealTensor(l1, l2, l3).ToDense().Select(value => sign * value)];
        return Add($"{product}._compiled_main_left_right._w3j_{l1}_{l2}_{l3}", values, 2 * l1 + 1, 2 * l2 + 1, 2 * l3 + 1);
    }

    /// <summary>What e3nn's products have beside weights.</summary>
    public StateDict AddMask(string module, Irreps output) => Add($"{module}.output_mask", [.. Enumerable.Repeat(1.0, output.Dim)]);

    public string Write()
    {
        SafetensorsWriter.Write(Path, _tensors);
        return Path;
    }

    public void Dispose() => File.Delete(Path);
}
