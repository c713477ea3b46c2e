using System;
using Reps.Kernels;

namespace Reps;

/// <summary>
/// Real spherical harmonics as functions of the angles of e3nn: the point of α and β is (sin β sin α, cos β, sin β cos α), and
/// Y(l, m) = S(m; α)·P(l, m; cos β) with the azimuthal part S here and the polar part in <see cref="Legendre"/>.
/// </summary>
public static class AngularHarmonics
{
    /// <summary>The azimuthal part: √2 sin(lα) … √2 sin α, 1, √2 cos α … √2 cos(lα), e3nn's <c>spherical_harmonics_alpha</c>.</summary>
    /// <param name="lmax">The largest degree.</param>
    /// <param name="alphas">[points], in radians.</param>
    /// <param name="values">[points, 2·lmax+1], overwritten.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degree is negative or beyond the budget.</exception>
    /// <exception cref="ArgumentException">A length is wrong, or the memory overlaps.</exception>
    public static void Alpha(int lmax, ReadOnlySpan<double> alphas, Span<double> values)
    {
        GridArguments.Degree(lmax);
        SpanGuard.Exactly(nameof(values), values.Length, alphas.Length, 2 * lmax + 1);
        SpanGuard.Apart(nameof(values), values, alphas);
        double root = Math.Sqrt(2);
        for (int point = 0; point < alphas.Length; point++)
        {
            Span<double> row = values.Slice(point * (2 * lmax + 1), 2 * lmax + 1);
            row[lmax] = 1;
            for (int m = 1; m <= lmax; m++)
            {
                (double sin, double cos) = Math.SinCos(m * alphas[point]);
                (row[lmax - m], row[lmax + m]) = (root * sin, root * cos);
            }
        }
    }

    /// <summary>The harmonics of some degrees, e3nn's <c>spherical_harmonics_alpha_beta</c>.</summary>
    /// <param name="degrees">The degrees, in the order wanted; may repeat.</param>
    /// <param name="alphas">The azimuth from z towards x, [points], in radians.</param>
    /// <param name="betas">The angle from y, [points], in radians.</param>
    /// <param name="values">[points, Σ(2l+1)], overwritten.</param>
    /// <param name="normalization">The normalisation; e3nn's default is integral.</param>
    /// <exception cref="ArgumentOutOfRangeException">A degree is negative or beyond the budget, or the normalisation is none.</exception>
    /// <exception cref="ArgumentException">A length is wrong, or the memory overlaps.</exception>
    public static void AlphaBeta(
        ReadOnlySpan<int> degrees,
        ReadOnlySpan<double> alphas,
        ReadOnlySpan<double> betas,
        Span<double> values,
        HarmonicsNormalization normalization = HarmonicsNormalization.Integral
    )
    {
        (int lmax, int dim) = GridArguments.Degrees(degrees);
        SpanGuard.Exactly(nameof(betas), betas.Length, alphas.Length, 1);
        SpanGuard.Exactly(nameof(values), values.Length, alphas.Length, dim);
        SpanGuard.Apart(nameof(values), values, alphas, betas);
        _ = Factor(0, normalization);
        double[] azimuthal = new double[alphas.Length * (2 * lmax + 1)];
        Alpha(lmax, alphas, azimuthal);
        double[] cosines = new double[betas.Length];
        double[] sines = new double[betas.Length];
        for (int point = 0; point < betas.Length; point++) (sines[point], cosines[point]) = Math.SinCos(betas[point]);
        Legendre.Evaluate(degrees, cosines, sines, values);
        for (int point = 0; point < alphas.Length; point++)
        {
            int offset = point * dim;
            foreach (int l in degrees)
            {
                double factor = Factor(l, normalization);
                for (int m = -l; m <= l; m++) values[offset + l + m] *= factor * azimuthal[point * (2 * lmax + 1) + lmax + m];
                offset += 2 * l + 1;
            }
        }
    }

    private static double Factor(int l, HarmonicsNormalization normalization) => normalization switch
    {
        HarmonicsNormalization.Integral => 1,
        HarmonicsNormalization.Component => Math.Sqrt(4 * Math.PI),
        HarmonicsNormalization.Norm => Math.Sqrt(4 * Math.PI / (2 * l + 1)),
        _ => throw new ArgumentOutOfRangeException(
            nameof(normalization),
            normalization,
            "The normalization must be Component, Norm or Integral."
        ),
    };
}
