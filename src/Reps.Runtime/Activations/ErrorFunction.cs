using System;

namespace Reps;

/// <summary>The error function, to within a few units in the last place (tails apart, where exp(−x²) loses some).</summary>
internal static class ErrorFunction
{
    /// <summary>erfc(x) = 1 − erf(x) = 2/√π ∫_x^∞ exp(−t²) dt.</summary>
    public static double Complementary(double x)
    {
        if (double.IsNaN(x)) return x;
        if (x < 0) return 2 - Complementary(-x);
        return x < 1 ? 1 - Series(x) : x > 27.3 ? 0 : Fraction(x);
    }

    // erf(x) = 2/√π exp(−x²) Σ 2ⁿ x^(2n+1)/(2n+1)!!: all terms are positive.
    private static double Series(double x)
    {
        double term = x;
        double sum = x;
        for (int n = 1; term > 1e-17 * sum; n++)
        {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    // erfc(x) = exp(−x²)/√π · 1/(x + (1/2)/(x + 1/(x + (3/2)/(x + …)))), from the back.
    private static double Fraction(double x)
    {
        double tail = x;
        for (int k = 200; k >= 1; k--) tail = x + k / 2.0 / tail;
        return Math.Exp(-x * x) / (Math.Sqrt(Math.PI) * tail);
    }
}
