using System;

namespace Reps;

/// <summary>Quadrature rules for the polar angle; the weights of a rule add up to one.</summary>
internal static class SphereQuadrature
{
    /// <summary>
    /// Weights for β_i = π(i+½)/(2b), i = 0 … 2b−1, exact for polynomials in cos β of degree below 2b (Driscoll and Healy 1994; in this form
    /// Kostelec and Rockmore 2008).
    /// </summary>
    public static double[] Soft(int resBeta)
    {
        int b = resBeta / 2;
        double[] weights = new double[resBeta];
        for (int i = 0; i < resBeta; i++)
        {
            double sum = 0;
            // The angle is reduced exactly, in integers, before it meets pi.
            for (int k = 0; k < b; k++) sum += SinPi((2L * i + 1) * (2L * k + 1), 4 * b) / (2 * k + 1);
            weights[i] = 2.0 / b * SinPi(2 * i + 1, 4 * b) * sum / 2;
        }
        return weights;
    }

    /// <summary>Nodes in falling order and weights of the rule of n points for the integral from −1 to 1, halved: exact to degree 2n−1.</summary>
    public static (double[] Nodes, double[] Weights) GaussLegendre(int n)
    {
        double[] nodes = new double[n];
        double[] weights = new double[n];
        for (int i = 0; i < (n + 1) / 2; i++)
        {
            double x = Math.Cos(Math.PI * (i + 0.75) / (n + 0.5));
            double slope = 0;
            // Newton's steps converge quadratically from this start: three do to beyond n = 10,000, the others polish.
            for (int step = 0; step < 6; step++)
            {
                (double value, slope) = Polynomial(n, x);
                x -= value / slope;
            }
            if (2 * i + 1 == n) x = 0;
            (_, slope) = Polynomial(n, x);
            (nodes[i], nodes[n - 1 - i]) = (x, -x);
            weights[i] = weights[n - 1 - i] = 1 / ((1 - x * x) * slope * slope);
        }
        return (nodes, weights);
    }

    private static (double Value, double Slope) Polynomial(int n, double x)
    {
        (double before, double last) = (1, x);
        for (int l = 2; l <= n; l++) (before, last) = (last, ((2 * l - 1) * x * last - (l - 1) * before) / l);
        return (last, n * (before - x * last) / (1 - x * x));
    }

    private static double SinPi(long numerator, int denominator) => double.SinPi(numerator % (2L * denominator) / (double)denominator);
}
