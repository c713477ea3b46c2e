using System;
using Reps.Layers.Grids;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <content>e3nn's grid on the sphere, and Fourier series on its circles.</content>
public static partial class O3
{
    /// <summary>The angles β = π(i+½)/N and α = 2πj/M of a grid: e3nn's <c>s2_grid</c>.</summary>
    /// <param name="resBeta">N.</param>
    /// <param name="resAlpha">M.</param>
    /// <param name="dtype">The number type; null for torch's default.</param>
    /// <param name="device">The device; null for torch's default.</param>
    /// <returns>β, [N], and α, [M].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A resolution is less than one.</exception>
    public static (Tensor Betas, Tensor Alphas) S2Grid(int resBeta, int resAlpha, ScalarType? dtype = null, Device? device = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resBeta, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(resAlpha, 1);
        double[] betas = new double[resBeta];
        double[] alphas = new double[resAlpha];
        for (int i = 0; i < resBeta; i++) betas[i] = (i + 0.5) / resBeta * Math.PI;
        for (int j = 0; j < resAlpha; j++) alphas[j] = (double)j / resAlpha * 2 * Math.PI;
        return (Constant(betas, [resBeta], dtype, device), Constant(alphas, [resAlpha], dtype, device));
    }

    /// <summary>The two factors of spherical harmonics on a grid: e3nn's <c>spherical_harmonics_s2_grid</c>.</summary>
    /// <param name="lmax">The largest degree.</param>
    /// <param name="resBeta">N.</param>
    /// <param name="resAlpha">M.</param>
    /// <param name="dtype">The number type; null for torch's default.</param>
    /// <param name="device">The device; null for torch's default.</param>
    /// <returns>β, [N]; α, [M]; the polar part, [N, (lmax+1)²]; the azimuthal part, [M, 2·lmax+1].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static (Tensor Betas, Tensor Alphas, Tensor Polar, Tensor Azimuthal) SphericalHarmonicsS2Grid(
        int lmax,
        int resBeta,
        int resAlpha,
        ScalarType? dtype = null,
        Device? device = null
    )
    {
        CheckDegree(lmax);
        (Tensor betas, Tensor alphas) = S2Grid(resBeta, resAlpha, dtype, device);
        double[] cosines = new double[resBeta];
        double[] sines = new double[resBeta];
        for (int i = 0; i < resBeta; i++) (sines[i], cosines[i]) = double.SinCosPi((i + 0.5) / resBeta);
        double[] polar = new double[resBeta * Reps.Legendre.Count(lmax)];
        Reps.Legendre.UpTo(lmax, cosines, sines, polar);
        double[] angles = new double[resAlpha];
        for (int j = 0; j < resAlpha; j++) angles[j] = (double)j / resAlpha * 2 * Math.PI;
        double[] azimuthal = new double[resAlpha * (2 * lmax + 1)];
        AngularHarmonics.Alpha(lmax, angles, azimuthal);
        return (
            betas,
            alphas,
            Constant(polar, [resBeta, Reps.Legendre.Count(lmax)], dtype, device),
            Constant(azimuthal, [resAlpha, 2 * lmax + 1], dtype, device)
        );
    }

    /// <summary>
    /// The coefficients of a function on a circle, Σ_j x_j·S_m(α_j) with S as in <see cref="SphericalHarmonicsAlpha"/>, by the fast Fourier
    /// transform: e3nn's <c>rfft</c>.
    /// </summary>
    /// <param name="values">[..., res].</param>
    /// <param name="lmax">The largest order, at most res/2.</param>
    /// <returns>[..., 2·lmax+1].</returns>
    /// <exception cref="ArgumentException">There are too few values for the order.</exception>
    public static Tensor Rfft(Tensor values, int lmax)
    {
        CheckDegree(lmax);
        Arguments.Real(nameof(O3), values, nameof(values));
        if (values.dim() < 1 || values.shape[^1] < Math.Max(1, 2 * lmax))
            throw new ArgumentException(
                $"'values' has the shape [{string.Join(", ", values.shape)}], but order {lmax} needs {Math.Max(1, 2 * lmax)} values.",
                nameof(values)
            );
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        return scope.MoveToOuter(CircleFourier.Analyze(values, lmax));
    }

    /// <summary>The values Σ_m x_m·S_m(α_j) of a Fourier series on a circle, by the fast Fourier transform: e3nn's <c>irfft</c>.</summary>
    /// <param name="coefficients">[..., 2l+1].</param>
    /// <param name="resolution">The number of values, odd or even, at least 2l+1.</param>
    /// <returns>[..., res].</returns>
    /// <exception cref="ArgumentException">The number of coefficients is even, or larger than the resolution.</exception>
    public static Tensor Irfft(Tensor coefficients, int resolution)
    {
        Arguments.Real(nameof(O3), coefficients, nameof(coefficients));
        if (coefficients.dim() < 1 || coefficients.shape[^1] % 2 == 0 || coefficients.shape[^1] > resolution)
            throw new ArgumentException(
                $"'coefficients' has the shape [{string.Join(", ", coefficients.shape)}], but there must be an odd number of them, at most {resolution}.",
                nameof(coefficients)
            );
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        return scope.MoveToOuter(CircleFourier.Synthesize(coefficients, resolution));
    }
}
