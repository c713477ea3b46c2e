using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Layers.Grids;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <content>Spherical harmonics as functions of angles.</content>
public static partial class O3
{
    /// <summary>
    /// Associated Legendre functions, normalised over the sphere and without the sign (−1)^m: e3nn's <c>Legendre</c>. Nothing supposes
    /// y² + z² = 1.
    /// </summary>
    /// <param name="degrees">The degrees, in the order wanted; may repeat.</param>
    /// <param name="z">cos β, [...].</param>
    /// <param name="y">sin β, [...]; the shapes are broadcast.</param>
    /// <returns>[..., Σ(2l+1)], for each degree the orders −l … l.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A degree is negative or beyond the budget.</exception>
    public static Tensor Legendre(IReadOnlyList<int> degrees, Tensor z, Tensor y)
    {
        CheckDegrees(degrees);
        CheckTogether(0, (z, nameof(z)), (y, nameof(y)));
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor[] both = [.. broadcast_tensors(z, y)];
        Tensor[][] functions = LegendreOperators.UpTo(degrees.DefaultIfEmpty().Max(), both[0], both[1]);
        Tensor[] columns = [.. degrees.SelectMany(l => Enumerable.Range(-l, 2 * l + 1).Select(m => functions[l][Math.Abs(m)]))];
        return scope.MoveToOuter(columns.Length == 0 ? Empty(both[0]) : stack(columns, -1));
    }

    /// <summary>The azimuthal part of harmonics, √2 sin(lα) … √2 sin α, 1, √2 cos α … √2 cos(lα): e3nn's <c>spherical_harmonics_alpha</c>.</summary>
    /// <param name="lmax">l.</param>
    /// <param name="alpha">[...].</param>
    /// <returns>[..., 2l+1].</returns>
    /// <exception cref="ArgumentOutOfRangeException">The degree is negative or beyond the budget.</exception>
    public static Tensor SphericalHarmonicsAlpha(int lmax, Tensor alpha)
    {
        CheckDegree(lmax);
        Arguments.Real(nameof(O3), alpha, nameof(alpha));
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor angle = alpha.unsqueeze(-1);
        Tensor turns = angle * Arithmetic.Range(1, lmax, alpha);
        Tensor sines = turns.flip(-1).sin().Times(Math.Sqrt(2));
        return scope.MoveToOuter(cat([sines, ones_like(angle), turns.cos().Times(Math.Sqrt(2))], -1));
    }

    /// <summary>Spherical harmonics of points given by angles: e3nn's <c>spherical_harmonics_alpha_beta</c>.</summary>
    /// <param name="degrees">The degrees, in the order wanted; may repeat.</param>
    /// <param name="alpha">The azimuth from z towards x, [...].</param>
    /// <param name="beta">The angle from y, [...]; the shapes are broadcast.</param>
    /// <param name="normalization">The normalisation; e3nn's default is integral.</param>
    /// <returns>[..., Σ(2l+1)].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A degree is negative or beyond the budget, or the normalisation is none.</exception>
    public static Tensor SphericalHarmonicsAlphaBeta(
        IReadOnlyList<int> degrees,
        Tensor alpha,
        Tensor beta,
        HarmonicsNormalization normalization = HarmonicsNormalization.Integral
    )
    {
        CheckDegrees(degrees);
        CheckTogether(0, (alpha, nameof(alpha)), (beta, nameof(beta)));
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor[] angles = [.. broadcast_tensors(alpha, beta)];
        int lmax = degrees.DefaultIfEmpty().Max();
        Tensor azimuthal = SphericalHarmonicsAlpha(lmax, angles[0]);
        Tensor[][] functions = LegendreOperators.UpTo(lmax, angles[1].cos(), angles[1].sin());
        List<Tensor> columns = [];
        foreach (int l in degrees)
        {
            double factor = Factor(l, normalization);
            for (int m = -l; m <= l; m++) columns.Add((functions[l][Math.Abs(m)] * azimuthal.select(-1, lmax + m)).Times(factor));
        }
        return scope.MoveToOuter(columns.Count == 0 ? Empty(angles[0]) : stack(columns, -1));
    }

    private static Tensor Empty(Tensor like) => zeros([.. like.shape, 0], dtype: like.dtype, device: like.device);

    private static void CheckDegrees(IReadOnlyList<int> degrees)
    {
        ArgumentNullException.ThrowIfNull(degrees);
        foreach (int l in degrees) CheckDegree(l);
    }

    private static double Factor(int l, HarmonicsNormalization normalization) => normalization switch
    {
        HarmonicsNormalization.Integral => 1,
        HarmonicsNormalization.Component => Math.Sqrt(4 * Math.PI),
        HarmonicsNormalization.Norm => Math.Sqrt(4 * Math.PI / (2 * l + 1)),
        _ => throw new ArgumentOutOfRangeException(nameof(normalization), normalization, "The normalization must be Component, Norm or Integral."),
    };
}
