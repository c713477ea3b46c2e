using System;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>Random numbers: their distributions, their sources and their seeds.</summary>
public sealed class RandomTests
{
    private const int Count = 40_000;

    private static Tensor Empty() => empty(Count, dtype: float64, device: TestDevice.Current);

    private static void Moments(Tensor x, double mean, double deviation)
    {
        // Four standard errors; the seed is fixed, so this either holds or does not.
        Assert.InRange(x.mean().ToDouble(), mean - 4 * deviation / Math.Sqrt(Count), mean + 4 * deviation / Math.Sqrt(Count));
        Assert.InRange(x.std().ToDouble(), 0.95 * deviation, 1.05 * deviation);
    }

    [Fact]
    public void DistributionsHaveTheirMoments()
    {
        using DisposeScope scope = NewDisposeScope();
        using Generator generator = new(5, TestDevice.Current);
        Moments(Empty().normal_(2, 3, generator), 2, 3);
        Moments(Empty().uniform_(-1, 2, generator), 0.5, 3 / Math.Sqrt(12));
        Moments(Empty().exponential_(2, generator), 0.5, 0.5);
        Moments(Empty().bernoulli_(0.3, generator), 0.3, Math.Sqrt(0.21));
        Moments(Empty().fill_(0.3).bernoulli(generator), 0.3, Math.Sqrt(0.21));
        Moments(Empty().fill_(4).poisson(generator), 4, 2);
        Moments(Empty().geometric_(0.5, generator), 2, Math.Sqrt(2));
        Moments(Empty().log_normal_(0, 0.25, generator), Math.Exp(0.03125), Math.Sqrt((Math.Exp(0.0625) - 1) * Math.Exp(0.0625)));
        Moments(rand([Count], dtype: float64, device: TestDevice.Current, generator: generator), 0.5, 1 / Math.Sqrt(12));
        Moments(randn([Count], dtype: float64, device: TestDevice.Current, generator: generator), 0, 1);
        Moments(normal(1, 2, [Count], dtype: float64, device: TestDevice.Current, generator: generator), 1, 2);
        Moments(randint(0, 4, new long[] { Count }, dtype: float64, device: TestDevice.Current, generator: generator), 1.5, Math.Sqrt(1.25));
        Moments(Empty().random_(0, 4, generator), 1.5, Math.Sqrt(1.25));
        Tensor drawn = TestDevice.Vector(1, 0, 3).multinomial(Count, true, generator);
        Expect.Close(drawn.bincount(null).@double() / Count, 0.02, 0.25, 0, 0.75);
    }

    [Fact]
    public void GeneratorsCanBeSeededAndContinued()
    {
        using DisposeScope scope = NewDisposeScope();
        using Generator generator = new(11);
        Assert.Equal(11, generator.initial_seed());
        Tensor state = generator.get_state();
        double[] first = Expect.Doubles(rand([3], generator: generator));
        generator.set_state(state);
        Assert.Equal(first, Expect.Doubles(rand([3], generator: generator)));
        Assert.NotEqual(first, Expect.Doubles(rand([3], generator: generator)));
        long chosen = generator.seed();
        Assert.Equal(chosen, generator.initial_seed());
        Assert.InRange(randint_int(5), 0, 4);
        Assert.InRange(randint_long(-3, -1), -3, -2);
        Assert.InRange(rand_float(), 0, 1);
    }
}
