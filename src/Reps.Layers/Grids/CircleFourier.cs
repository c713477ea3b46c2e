using System;
using static TorchSharp.torch;

namespace Reps.Layers.Grids;

/// <summary>Real Fourier series on evenly spaced points of a circle by fast transforms; orders −l … l, sines first.</summary>
internal static class CircleFourier
{
    /// <summary>From [..., res] to [..., 2l+1]; 2l is at most res.</summary>
    public static Tensor Analyze(Tensor values, int lmax)
    {
        // Fast transforms refuse tensors without rows.
        if (values.numel() == 0) return values.narrow(-1, 0, 1).expand([.. values.shape[..^1], 2 * lmax + 1]);
        Tensor transformed = fft.rfft(values);
        Tensor orders = transformed.narrow(-1, 1, lmax);
        return cat(
            [orders.imag.flip(-1).Times(-Math.Sqrt(2)), transformed.narrow(-1, 0, 1).real, orders.real.Times(Math.Sqrt(2))],
            -1
        );
    }

    /// <summary>From [..., 2l+1] to [..., res]; res is at least 2l+1.</summary>
    public static Tensor Synthesize(Tensor coefficients, long resolution)
    {
        if (coefficients.numel() == 0) return coefficients.narrow(-1, 0, 1).expand([.. coefficients.shape[..^1], resolution]);
        long lmax = coefficients.shape[^1] / 2;
        // The factor of the inverse transform is 1/res, and each order meets its conjugate.
        double each = resolution / Math.Sqrt(2);
        Tensor mean = coefficients.narrow(-1, lmax, 1).Times(resolution);
        Tensor real = cat([mean, coefficients.narrow(-1, lmax + 1, lmax).Times(each)], -1);
        Tensor imaginary = cat([zeros_like(mean), coefficients.narrow(-1, 0, lmax).flip(-1).Times(-each)], -1);
        return fft.irfft(complex(real, imaginary), n: resolution);
    }
}
