using System;
using System.Linq;

namespace Reps.Tests.Kernels;

/// <summary>Derivatives by differences, with the leading error removed.</summary>
internal static class Numerical
{
    private const double Step = 1.0 / 128;

    /// <summary>The derivative at 0; exact but for rounding where the function is a polynomial of degree 6.</summary>
    public static double[] Derivative(Func<double, double[]> function)
    {
        (double[] a, double[] b, double[] c) = (Odd(function, 1), Odd(function, 2), Odd(function, 3));
        return [.. a.Select((_, n) => (45 * a[n] - 9 * b[n] + c[n]) / (60 * Step))];
    }

    /// <summary>The derivative of a number.</summary>
    public static double Derivative(Func<double, double> function) => Derivative(t => new[] { function(t) })[0];

    /// <summary>point + step · direction.</summary>
    public static double[] Move(double[] point, double step, double[] direction) => [.. point.Select((v, n) => v + step * direction[n])];

    /// <summary>Standard normal numbers.</summary>
    public static double[] Normal(int count, Random random) => [.. Enumerable.Range(0, count).Select(_ => Gaussian.Next(random))];

    /// <summary>Σ x y.</summary>
    public static double Dot(double[] x, double[] y) => x.Select((v, n) => v * y[n]).Sum();

    private static double[] Odd(Func<double, double[]> function, int steps)
    {
        (double[] after, double[] before) = (function(steps * Step), function(-steps * Step));
        return [.. after.Select((v, n) => v - before[n])];
    }
}
