using System;

namespace Potential.Dynamics;

/// <summary>Normally distributed numbers from a seed.</summary>
/// <param name="seed">The seed.</param>
public sealed class GaussianNumbers(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>The next one, with variance 1.</summary>
    public double Next() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}
