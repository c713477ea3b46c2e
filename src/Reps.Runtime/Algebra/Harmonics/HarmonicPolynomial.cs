using System;
using System.Collections.Generic;
using System.Numerics;

namespace Reps.Algebra;

/// <summary>
/// A real solid harmonic r^l·Y_{l,μ}(x, y, z) as an exact homogeneous polynomial. The polar axis is y and the azimuth runs from z
/// towards x, so that Y = K · Π(y, r²) · Re or Im (z + ix)^|μ| with Π = r^{l−|μ|} d^{|μ|}P_l/du^{|μ|} at u = y/r.
/// </summary>
public sealed class HarmonicPolynomial
{
    private HarmonicPolynomial(int degree, int order, IReadOnlyList<(int X, int Y, int Z, Surd Coefficient)> terms) =>
        (Degree, Order, Terms) = (degree, order, terms);

    /// <summary>The degree l.</summary>
    public int Degree { get; }

    /// <summary>The order μ from −l to l: negative for sines, positive for cosines of the azimuth.</summary>
    public int Order { get; }

    /// <summary>The monomials x^X·y^Y·z^Z with X + Y + Z = l and their coefficients, none of them zero.</summary>
    public IReadOnlyList<(int X, int Y, int Z, Surd Coefficient)> Terms { get; }

    /// <summary>Derives the polynomial.</summary>
    /// <param name="degree">The degree l ≥ 0.</param>
    /// <param name="order">The order μ, −l ≤ μ ≤ l.</param>
    /// <param name="normalization">The normalisation.</param>
    /// <returns>The polynomial.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The degree is negative or beyond the budget, or the order does not belong to it.</exception>
    public static HarmonicPolynomial Create(int degree, int order, HarmonicsNormalization normalization)
    {
        if (degree < 0 || degree > Budget.MaxDegree) throw new ArgumentOutOfRangeException(nameof(degree), $"A degree must be from 0 to {Budget.MaxDegree}.");
        if (Math.Abs(order) > degree) throw new ArgumentOutOfRangeException(nameof(order), "An order runs from -l to l.");
        int m = Math.Abs(order);
        Surd scale = Scale(degree, m, normalization);
        SortedDictionary<(int X, int Y, int Z), Rational> sum = [];
        foreach ((int xs, int zs, BigInteger azimuth) in Azimuth(m, order < 0))
        foreach ((int ys, int radii, Rational zonal) in Zonal(degree, m))
            // r^{2n} = (x² + y² + z²)^n
            for (int a = 0; a <= radii; a++)
            for (int b = 0; a + b <= radii; b++)
            {
                int c = radii - a - b;
                (int, int, int) monomial = (xs + 2 * a, ys + 2 * b, zs + 2 * c);
                BigInteger multinomial = Factorials.Of(radii) / (Factorials.Of(a) * Factorials.Of(b) * Factorials.Of(c));
                sum.TryGetValue(monomial, out Rational old);
                sum[monomial] = old + zonal * (azimuth * multinomial);
            }
        List<(int X, int Y, int Z, Surd Coefficient)> terms = [];
        foreach (KeyValuePair<(int X, int Y, int Z), Rational> term in sum)
            if (!term.Value.IsZero)
                terms.Add((term.Key.X, term.Key.Y, term.Key.Z, scale * Surd.FromRational(term.Value)));
        return new HarmonicPolynomial(degree, order, terms);
    }

    /// <summary>K_{lm} = √((2 − δ_{m0})(2l+1)(l−m)!/(l+m)!), divided by √(2l+1) or √(4π) for the other normalisations.</summary>
    internal static Surd Scale(int l, int m, HarmonicsNormalization normalization)
    {
        Rational square = new((m == 0 ? 1 : 2) * Factorials.Of(l - m), Factorials.Of(l + m));
        return normalization switch
        {
            HarmonicsNormalization.Component => Surd.Sqrt(square * (2 * l + 1)),
            HarmonicsNormalization.Norm => Surd.Sqrt(square),
            HarmonicsNormalization.Integral => Surd.FromSquare(1, square * new Rational(2 * l + 1, 4), -1),
            _ => throw new ArgumentOutOfRangeException(nameof(normalization), "The normalization must be Component, Norm or Integral."),
        };
    }

    // Re or Im of (z + ix)^m as monomials in x and z.
    private static IEnumerable<(int X, int Z, BigInteger Coefficient)> Azimuth(int m, bool imaginary)
    {
        for (int x = imaginary ? 1 : 0; x <= m; x += 2)
        {
            BigInteger binomial = Factorials.Of(m) / (Factorials.Of(x) * Factorials.Of(m - x));
            yield return (x, m - x, x / 2 % 2 == 0 ? binomial : -binomial);
        }
    }

    // Π as Σ y^Y r^{2R}: the m-th derivative of P_l, term by term.
    private static IEnumerable<(int Y, int R, Rational Coefficient)> Zonal(int l, int m)
    {
        for (int k = 0; l - 2 * k - m >= 0; k++)
        {
            BigInteger numerator = Factorials.Of(2 * l - 2 * k);
            BigInteger denominator = (BigInteger.One << l) * Factorials.Of(k) * Factorials.Of(l - k) * Factorials.Of(l - 2 * k - m);
            yield return (l - 2 * k - m, k, new Rational(k % 2 == 0 ? numerator : -numerator, denominator));
        }
    }
}
