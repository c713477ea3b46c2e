using System;
using System.Collections.Generic;

namespace Reps.Tests.Radial;

/// <summary>Numerical integrals and derivatives, as references for closed forms.</summary>
internal static class Quadrature
{
    public delegate void Function(ReadOnlySpan<double> distances, Span<double> results);

    /// <summary>Nodes and weights of Simpson's rule with an even number of intervals.</summary>
    public static IEnumerable<(double Node, double Weight)> Simpson(double from, double to, int intervals)
    {
        double h = (to - from) / intervals;
        for (int i = 0; i <= intervals; i++)
            yield return (from + (i * h), h / 3 * (i == 0 || i == intervals ? 1 : i % 2 == 1 ? 4 : 2));
    }

    /// <summary>Compares derivatives with fourth-order central differences of the values.</summary>
    public static void AssertDerivative(double[] distances, int count, Function evaluate, Function derivative, double tolerance)
    {
        const double h = 1e-3;
        double[] expected = new double[distances.Length * count];
        foreach ((double step, double weight) in new[] { (-2.0, 1.0), (-1, -8), (1, 8), (2, -1) })
        {
            double[] shifted = Array.ConvertAll(distances, r => r + (step * h / 4));
            double[] values = new double[expected.Length];
            evaluate(shifted, values);
            for (int i = 0; i < values.Length; i++)
                expected[i] += weight * values[i] / (12 * h / 4);
        }
        double[] actual = new double[expected.Length];
        derivative(distances, actual);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], tolerance);
    }
}
