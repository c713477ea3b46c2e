using System;
using System.Linq;
using static TorchSharp.torch;

namespace Reps.Layers.Radial;

/// <summary>Functions of distances [..., 1] as operators of torch, without a NaN in any derivative.</summary>
internal static class RadialOperators
{
    // Below this exp(−1/x) is zero in double precision, and what multiplies it in derivatives is finite.
    private const double Vanishing = 1 / 750.0;

    /// <summary>sqrt(2/c) sin(n pi r/c)/r, n = 1 to the count.</summary>
    public static Tensor Bessel(Tensor r, int count, double cutoff)
    {
        Tensor waves = Numbers(r, n => (n + 1) * Math.PI / cutoff, count);
        return Math.Sqrt(2 / cutoff) * (waves * Sinc(r * waves));
    }

    /// <summary>exp(−(r − mu)²/(2 sigma²)).</summary>
    public static Tensor Gaussian(Tensor r, GaussianBasis basis)
    {
        Tensor distance = (r - Centers(r, basis.Start, basis.End, basis.Count, inner: false)) / basis.Width;
        return (distance * distance / -2).exp();
    }

    /// <summary>The polynomial step, as (1 − x)³ times a polynomial with positive coefficients.</summary>
    public static Tensor Cutoff(Tensor r, PolynomialCutoff cutoff)
    {
        Tensor inside = r < cutoff.Cutoff;
        Tensor x = where(inside, r, zeros_like(r)) / cutoff.Cutoff;
        Tensor rest = 1 - x;
        Tensor sum = zeros_like(x);
        for (int k = cutoff.Exponent - 1; k >= 0; k--) sum = sum * x + (k + 1.0) * (k + 2) / 2;
        return where(inside, rest * rest * rest * sum, zeros_like(r));
    }

    /// <summary>e3nn's soft_one_hot_linspace.</summary>
    public static Tensor SoftOneHot(Tensor x, SoftOneHotLinspace functions)
    {
        (double start, double end, int count, bool cutoff) = (functions.Start, functions.End, functions.Count, functions.Cutoff);
        switch (functions.Family)
        {
            case SoftOneHotFamily.Bessel:
                Tensor bessel = Bessel(x - start, count, end - start);
                return cutoff ? where((x > start).logical_and(x < end), bessel, zeros_like(bessel)) : bessel;
            case SoftOneHotFamily.Fourier:
                Tensor t = (x - start) / (end - start);
                Tensor angle = t * Numbers(x, n => Math.PI * (cutoff ? n + 1 : n), count);
                Tensor fourier = (cutoff ? angle.sin() : angle.cos()) / Math.Sqrt(0.25 + count / 2.0);
                return cutoff ? where((t > 0).logical_and(t < 1), fourier, zeros_like(fourier)) : fourier;
        }
        double step = (end - start) / Math.Max(1, cutoff ? count + 1 : count - 1);
        Tensor d = (x - Centers(x, start, end, count, cutoff)) / step;
        if (functions.Family == SoftOneHotFamily.Gaussian) return (-d * d).exp() / 1.12;
        if (functions.Family == SoftOneHotFamily.Cosine)
        {
            Tensor cosine = (d * (Math.PI / 2)).cos();
            return where(d.abs() < 1, cosine, zeros_like(cosine));
        }
        Tensor u = (1 - d) * (1 + d);
        Tensor inside = u > 2 * Vanishing;
        return where(inside, (2 - 2 / where(inside, u, ones_like(u))).exp() * 1.14136, zeros_like(u));
    }

    /// <summary>exp(−1/x) for x &gt; 0, and 0 elsewhere.</summary>
    public static Tensor SoftUnitStep(Tensor x)
    {
        Tensor inside = x > Vanishing;
        return where(inside, (-1 / where(inside, x, ones_like(x))).exp(), zeros_like(x));
    }

    // sin(a)/a; near zero its power series, so that derivatives hold there as well.
    private static Tensor Sinc(Tensor a)
    {
        Tensor near = a.abs() < 1;
        Tensor square = where(near, a * a, zeros_like(a));
        Tensor series = ones_like(a);
        for (int k = 9; k >= 1; k--) series = 1 - square * series / (2 * k * (2 * k + 1));
        Tensor away = where(near, ones_like(a), a);
        return where(near, series, away.sin() / away);
    }

    private static Tensor Centers(Tensor like, double start, double end, int count, bool inner) =>
        Numbers(
            like,
            n =>
            {
                // Weighted rather than stepped, so that the ends are exact.
                double t = inner ? (n + 1.0) / (count + 1) : n / (double)Math.Max(1, count - 1);
                return start * (1 - t) + end * t;
            },
            count
        );

    private static Tensor Numbers(Tensor like, Func<int, double> number, int count) =>
        tensor([.. Enumerable.Range(0, count).Select(number)], ScalarType.Float64).to(like.dtype, like.device);
}
