using System;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>Settings of the whole process.</summary>
public sealed class SettingsTests
{
    [Fact]
    public void DefaultsCanBeChanged()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Equal(ScalarType.Float32, get_default_dtype());
        try
        {
            set_default_dtype(ScalarType.Float64);
            Assert.Equal(ScalarType.Float64, zeros(2).dtype);
            Assert.Equal(ScalarType.Float64, linspace(0, 1, 2).dtype);
        }
        finally
        {
            set_default_dtype(ScalarType.Float32);
        }
        Assert.Throws<ArgumentException>(() => set_default_dtype(ScalarType.Int32));
        Assert.Equal(DeviceType.CPU, get_default_device().type);
    }

    [Fact]
    public void RandomNumbersRepeatWithTheirSeed()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(7);
        double[] first = Expect.Doubles(randn(5));
        manual_seed(7);
        Assert.Equal(first, Expect.Doubles(randn(5)));
        Tensor state = get_rng_state();
        double[] second = Expect.Doubles(rand(5));
        set_rng_state(state);
        Assert.Equal(second, Expect.Doubles(rand(5)));
        using Generator generator = new(3);
        double[] third = Expect.Doubles(randn([4], generator: generator));
        generator.manual_seed(3);
        Assert.Equal(third, Expect.Doubles(randn([4], generator: generator)));
        Expect.Values(randperm(6).sort().Values, 0, 1, 2, 3, 4, 5);
        Tensor drawn = randint(2, 5, new long[] { 200 });
        Assert.Equal((2, 4), (drawn.min().ToInt64(), drawn.max().ToInt64()));
    }

    [Fact]
    public void AnomaliesAreFound()
    {
        using DisposeScope scope = NewDisposeScope();
        using AnomalyMode mode = autograd.detect_anomaly();
        Tensor x = TestDevice.Vector(0).requires_grad_();
        var error = Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => (x.sqrt() * 0).sum().backward());
        Assert.Contains("nan", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheSeedOfTheProcessIsReadable()
    {
        random.manual_seed(21);
        Assert.Equal(21, initial_seed());
        Assert.Equal(seed(), random.initial_seed());
    }

    [Fact]
    public void ThreadsAndPrecisionsCanBeSet()
    {
        int before = get_num_threads();
        try
        {
            set_num_threads(1);
            Assert.Equal(1, get_num_threads());
        }
        finally
        {
            set_num_threads(before);
        }
        Assert.True(get_num_interop_threads() > 0);
        bool allowed = backends.cuda.matmul.allow_tf32;
        try
        {
            backends.cuda.matmul.allow_tf32 = !allowed;
            Assert.Equal(!allowed, backends.cuda.matmul.allow_tf32);
        }
        finally
        {
            backends.cuda.matmul.allow_tf32 = allowed;
        }
    }

    [Fact]
    public void LimitsOfTypesAreKnown()
    {
        Assert.Equal((double)float.MaxValue, finfo().max);
        Assert.Equal(Math.BitIncrement(1.0) - 1, finfo(float64).eps);
        Assert.Equal(65504, finfo(float16).max);
        Assert.Equal(Math.ScaleB(255, 120), finfo(bfloat16).max);
        Assert.Equal(double.MinValue, finfo(float64).min);
        Assert.Equal(255, max_int_value(uint8));
    }
}
