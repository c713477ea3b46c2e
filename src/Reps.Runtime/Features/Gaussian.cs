using System;

namespace Reps;

/// <summary>Standard normal numbers from a uniform source, the same on every platform for a fixed seed up to libm.</summary>
internal static class Gaussian
{
    /// <summary>One number by the Box-Muller transform.</summary>
    public static double Next(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
