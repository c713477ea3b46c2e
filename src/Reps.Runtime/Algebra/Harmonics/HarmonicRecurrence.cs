using System;
using System.Threading;

namespace Reps.Algebra;

/// <summary>
/// The constants of a stable recurrence for solid harmonics of all degrees up to a largest one, each rounded once. With the normalised
/// zonal factors q(l,m) = K·Π of <see cref="HarmonicPolynomial"/> in component normalisation,
/// q(m,m) = D(m)·q(m−1,m−1), q(l,m) = A(l,m)·y·q(l−1,m) − B(l,m)·r²·q(l−2,m), and the derivatives
/// ∂q(l,m)/∂y = E(l,m)·q(l−1,m), ∂q(l,m)/∂x = −F(l,m)·x·q(l−1,m+1) and the same for z. With G, the derivatives of whole harmonics
/// are harmonics of one degree less: for the cosine of m > 0, ∂/∂z gives G(l,m) times that of m−1, minus F(l,m)/2 times that of m+1.
/// Nothing grows, so it is stable to l = 100.
/// </summary>
public static class HarmonicRecurrence
{
    /// <summary>The number of constants for one pair (l, m): A, B, E, F, G.</summary>
    public const int Stride = 5;

    /// <summary>Where the constants of a pair stand, 0 ≤ m ≤ l.</summary>
    /// <param name="l">The degree.</param>
    /// <param name="m">The order.</param>
    /// <returns>The position of A(l, m); B, E, F and G follow. For m = l, D(m) stands in place of A.</returns>
    public static int Position(int l, int m) => (l * (l + 1) / 2 + m) * Stride;

    /// <summary>Evaluates the constants.</summary>
    /// <param name="maxDegree">The largest degree.</param>
    /// <param name="cancellationToken">Stops the evaluation.</param>
    /// <returns>All constants, addressed by <see cref="Position"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The degree is negative or beyond the budget.</exception>
    public static double[] Constants(int maxDegree, CancellationToken cancellationToken = default)
    {
        if (maxDegree < 0 || maxDegree > Budget.MaxDegree)
            throw new ArgumentOutOfRangeException(nameof(maxDegree), $"A degree must be from 0 to {Budget.MaxDegree}.");
        double[] constants = new double[Position(maxDegree + 1, 0)];
        for (int l = 0; l <= maxDegree; l++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int m = 0; m <= l; m++) Fill(constants, Position(l, m), l, m);
        }
        return constants;
    }

    private static void Fill(double[] constants, int position, int l, int m)
    {
        if (m == l)
        {
            constants[position] = l == 0 ? 1 : Root((l == 1 ? 2 : 1) * (2L * l + 1), 2 * l);
        }
        else
        {
            long span = (long)l * l - (long)m * m;
            constants[position] = Root(4L * l * l - 1, span);
            if (l - 2 >= m) constants[position + 1] = Root(((l - 1L) * (l - 1) - (long)m * m) * (2 * l + 1), (2L * l - 3) * span);
        }
        if (l == 0) return;
        constants[position + 2] = Root((2L * l + 1) * (l - m) * (l + m), 2 * l - 1);
        // K carries √2 for m > 0 only, which shows in the step from m = 0 to m = 1.
        if (m + 1 <= l - 1) constants[position + 3] = Root((2L * l + 1) * (l - m) * (l - m - 1), (m == 0 ? 2 : 1) * (2L * l - 1));
        if (m > 0) constants[position + 4] = Root((m == 1 ? 2 : 1) * (2L * l + 1) * (l + m) * (l + m - 1), 4 * (2L * l - 1));
    }

    private static double Root(long numerator, long denominator) => Surd.Sqrt(new Rational(numerator, denominator)).ToDouble();
}
