using System;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>Where the tests run: REPS_TEST_DEVICE=cuda runs all of them there.</summary>
internal static class TestDevice
{
    public static Device Current { get; } = device(Environment.GetEnvironmentVariable("REPS_TEST_DEVICE") ?? "cpu");

    /// <summary>Reproducible standard normal doubles.</summary>
    public static Tensor Normal(int seed, params long[] shape)
    {
        long count = 1;
        foreach (long size in shape) count *= size;
        Random random = new(seed);
        double[] values = new double[count];
        for (int n = 0; n < values.Length; n++) values[n] = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return tensor(values, ScalarType.Float64).reshape(shape).to(Current);
    }
}
