using System;
using Reps.Kernels;

namespace Reps;

/// <summary>
/// Associated Legendre functions as e3nn's <c>Legendre</c> has them: normalised over the sphere, without the sign (−1)^m, the same for m and
/// −m, P(l, m) = √((2l+1)/4π·(l−m)!/(l+m)!)·y^m·dᵐP_l/dzᵐ. With z = cos β and y = sin β they are the polar part of the harmonics; the
/// azimuthal part is <see cref="AngularHarmonics.Alpha"/>.
/// </summary>
/// <remarks>
/// By the normalised recurrence that rises in the degree: nothing grows, so the values keep their digits to the largest degree. y is an
/// argument of its own, as in e3nn; nothing supposes y² + z² = 1.
/// </remarks>
public static class Legendre
{
    /// <summary>The number of values of all degrees up to one.</summary>
    /// <param name="lmax">The largest degree.</param>
    /// <returns>(lmax+1)².</returns>
    public static int Count(int lmax) => (lmax + 1) * (lmax + 1);

    /// <summary>Evaluates all degrees up to one.</summary>
    /// <param name="lmax">The largest degree.</param>
    /// <param name="z">cos β, [points].</param>
    /// <param name="y">sin β, [points].</param>
    /// <param name="values">[points, (lmax+1)²], for each degree the orders −l … l; overwritten.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degree is negative or beyond the budget.</exception>
    /// <exception cref="ArgumentException">A length is wrong, or the memory overlaps.</exception>
    public static void UpTo(int lmax, ReadOnlySpan<double> z, ReadOnlySpan<double> y, Span<double> values)
    {
        GridArguments.Degree(lmax);
        Check(Count(lmax), z, y, values);
        double[] half = new double[HalfCount(lmax)];
        for (int point = 0; point < z.Length; point++)
        {
            Half(lmax, z[point], y[point], half);
            Span<double> row = values.Slice(point * Count(lmax), Count(lmax));
            for (int l = 0; l <= lmax; l++) Mirror(l, half, row.Slice(l * l, 2 * l + 1));
        }
    }

    /// <summary>Evaluates some degrees, in the order in which they are listed.</summary>
    /// <param name="degrees">The degrees; may repeat.</param>
    /// <param name="z">cos β, [points].</param>
    /// <param name="y">sin β, [points].</param>
    /// <param name="values">[points, Σ(2l+1)], for each degree the orders −l … l; overwritten.</param>
    /// <exception cref="ArgumentOutOfRangeException">A degree is negative or beyond the budget.</exception>
    /// <exception cref="ArgumentException">A length is wrong, or the memory overlaps.</exception>
    public static void Evaluate(ReadOnlySpan<int> degrees, ReadOnlySpan<double> z, ReadOnlySpan<double> y, Span<double> values)
    {
        (int lmax, int dim) = GridArguments.Degrees(degrees);
        Check(dim, z, y, values);
        double[] half = new double[HalfCount(lmax)];
        for (int point = 0; point < z.Length; point++)
        {
            Half(lmax, z[point], y[point], half);
            int offset = point * dim;
            foreach (int l in degrees)
            {
                Mirror(l, half, values.Slice(offset, 2 * l + 1));
                offset += 2 * l + 1;
            }
        }
    }

    private static int HalfCount(int lmax) => (lmax + 1) * (lmax + 2) / 2;

    private static void Check(int dim, ReadOnlySpan<double> z, ReadOnlySpan<double> y, Span<double> values)
    {
        SpanGuard.Exactly(nameof(y), y.Length, z.Length, 1);
        SpanGuard.Exactly(nameof(values), values.Length, z.Length, dim);
        SpanGuard.Apart(nameof(values), values, z, y);
    }

    // The orders 0 … l of each degree, at l(l+1)/2.
    private static void Half(int lmax, double z, double y, Span<double> half)
    {
        double sectoral = 1 / Math.Sqrt(4 * Math.PI);
        for (int m = 0; m <= lmax; m++)
        {
            if (m > 0) sectoral *= Math.Sqrt((2 * m + 1) / (2.0 * m)) * y;
            (double before, double last) = (0, sectoral);
            half[m * (m + 1) / 2 + m] = sectoral;
            for (int l = m + 1; l <= lmax; l++)
            {
                double rise = Math.Sqrt((4.0 * l * l - 1) / ((double)l * l - (double)m * m));
                double fall = Math.Sqrt(((l - 1.0) * (l - 1) - (double)m * m) / (4 * (l - 1.0) * (l - 1) - 1));
                (before, last) = (last, rise * (z * last - fall * before));
                half[l * (l + 1) / 2 + m] = last;
            }
        }
    }

    private static void Mirror(int l, ReadOnlySpan<double> half, Span<double> orders)
    {
        for (int m = 0; m <= l; m++) orders[l + m] = orders[l - m] = half[l * (l + 1) / 2 + m];
    }
}
