using System;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>Where the tests compute: the environment variable REPS_TEST_DEVICE says it (cpu, cuda), and without it they stay on the processor.</summary>
internal static class TestDevice
{
    /// <summary>The device.</summary>
    public static Device Current { get; } = torch.device(Environment.GetEnvironmentVariable("REPS_TEST_DEVICE") is { Length: > 0 } name ? name : "cpu");

    /// <summary>Whether it is the processor.</summary>
    public static bool IsCpu => Current.type == DeviceType.CPU;

    /// <summary>A vector of doubles there.</summary>
    public static Tensor Vector(params double[] values) => tensor(values, device: Current);

    /// <summary>0, 1, 2, … as doubles there, in the shape.</summary>
    public static Tensor Counting(params long[] shape)
    {
        long count = 1;
        foreach (long size in shape) count *= size;
        return arange(0, count, dtype: float64, device: Current).reshape(shape);
    }

    /// <summary>Random doubles there, the same in every run.</summary>
    public static Tensor Random(int seed, params long[] shape)
    {
        using Generator generator = new((ulong)seed);
        return randn(shape, dtype: float64, generator: generator).to(Current);
    }
}
