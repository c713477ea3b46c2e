using System;
using System.Numerics;

namespace Reps.Tests.Harmonics;

/// <summary>
/// Harmonics to l = 30 against fixed-point values with 300 bits, by the closed form K·P_l^m(y)·(cos, sin)(mα) at points with rational
/// coordinates on the unit sphere: no recurrence, no floating point.
/// </summary>
public sealed class HighPrecisionTests
{
    private const int Bits = 300;
    private static readonly BigInteger s_one = BigInteger.One << Bits;

    // Pythagorean quadruples a² + b² + c² = d²: near the pole, near the equator, in general position.
    private static readonly (int A, int B, int C, int D)[] s_points = [(2, 3, 6, 7), (-4, 1, 8, 9), (6, 6, -7, 11), (1, 18, -6, 19), (-18, 1, 6, 19), (3, -4, 12, 13)];

    [Fact]
    public void ComponentsAreAccurateToDegreeThirty()
    {
        double worstOfComponent = 0;
        double worstOfDegree = 0;
        foreach ((int a, int b, int c, int d) in s_points)
        {
            double[] vector = [(double)a / d, (double)b / d, (double)c / d];
            for (int l = 0; l <= 30; l++)
            {
                Irreps output = new(Group.SO3, [new MulIrrep(1, Irrep.SO3(l))]);
                double[] actual = new double[2 * l + 1];
                SphericalHarmonics.Create(output, normalize: true).Forward<double>(vector, actual);
                for (int mu = -l; mu <= l; mu++)
                {
                    BigInteger exact = Harmonic(l, mu, a, b, c, d);
                    double error = Math.Abs(ToDouble(ToFixed(actual[l + mu]) - exact));
                    double size = Math.Abs(ToDouble(exact));
                    worstOfDegree = Math.Max(worstOfDegree, error / Math.Sqrt(2 * l + 1));
                    // The coordinates themselves are rounded: a component that nearly vanishes has that error and no digits.
                    if (size > 1e-3) worstOfComponent = Math.Max(worstOfComponent, error / size);
                }
            }
        }
        Assert.True(worstOfDegree <= 1e-13, $"relative to the degree {worstOfDegree:E1}");
        Assert.True(worstOfComponent <= 2e-12, $"relative to the component {worstOfComponent:E1}");
    }

    private static BigInteger Harmonic(int l, int mu, int a, int b, int c, int d)
    {
        int m = Math.Abs(mu);
        // d^m P_l/du^m by the explicit sum, over the common denominator 2^l d^(l−m).
        BigInteger legendre = 0;
        for (int k = 0; l - 2 * k - m >= 0; k++)
        {
            BigInteger term =
                Factorial(2 * l - 2 * k) / (Factorial(k) * Factorial(l - k) * Factorial(l - 2 * k - m)) * BigInteger.Pow(b, l - 2 * k - m) * BigInteger.Pow(d, 2 * k);
            legendre += k % 2 == 0 ? term : -term;
        }
        // (z + ix)^m
        BigInteger re = 1;
        BigInteger im = 0;
        for (int n = 0; n < m; n++) (re, im) = (re * c - im * a, re * a + im * c);
        BigInteger numerator = legendre * (mu < 0 ? im : re);
        BigInteger denominator = (BigInteger.One << l) * BigInteger.Pow(d, l);
        BigInteger square = (m == 0 ? 1 : 2) * (2 * l + 1) * Factorial(l - m);
        BigInteger scale = Root((square << (2 * Bits)) / Factorial(l + m));
        return numerator * scale / denominator;
    }

    private static BigInteger Factorial(int n)
    {
        BigInteger product = 1;
        for (int k = 2; k <= n; k++) product *= k;
        return product;
    }

    private static BigInteger Root(BigInteger n)
    {
        BigInteger low = 0;
        BigInteger high = BigInteger.One << (int)(n.GetBitLength() / 2 + 1);
        while (high - low > 1)
        {
            BigInteger middle = (low + high) >> 1;
            if (middle * middle <= n) low = middle;
            else high = middle;
        }
        return low;
    }

    private static BigInteger ToFixed(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        BigInteger mantissa = (bits & 0xFFFFFFFFFFFFF) | (exponent == 0 ? 0 : 1L << 52);
        int shift = Math.Max(exponent, 1) - 1075 + Bits;
        mantissa = shift >= 0 ? mantissa << shift : mantissa >> -shift;
        return bits < 0 ? -mantissa : mantissa;
    }

    private static double ToDouble(BigInteger value) => (double)value / (double)s_one;
}
