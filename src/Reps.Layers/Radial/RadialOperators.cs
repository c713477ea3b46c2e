using System;
using System.Linq;
using Reps.Layers.Execution;
using static TorchSharp.torch;

namespace Reps.Layers.Radial;

/// <summary>Functions of distances [..., 1] as operators of torch, without a NaN in any derivative. Constants are copied once to each device.</summary>
internal static class RadialOperators
{
    // Below this exp(−1/x) is zero in double precision, and what multiplies it in derivatives is finite.
    private const double Vanishing = 1 / 750.0;

    /// <summary>sqrt(2/c) sin(n pi r/c)/r, n = 1 to the count.</summary>
    public static Func<Tensor, Tensor> Bessel(int count, double cutoff)
    {
        DeviceConstant numbers = Numbers(n => (n + 1) * Math.PI / cutoff, count);
        return r =>
        {
            Tensor waves = numbers.On(r);
            return (waves * Sinc(r * waves)).Times(Math.Sqrt(2 / cutoff));
        };
    }

    /// <summary>exp(−(r − mu)²/(2 sigma²)).</summary>
    public static Func<Tensor, Tensor> Gaussian(GaussianBasis basis)
    {
        DeviceConstant centers = Centers(basis.Start, basis.End, basis.Count, inner: false);
        return r =>
        {
            Tensor distance = (r - centers.On(r)).Over(basis.Width);
            return (distance * distance).Over(-2).exp();
        };
    }

    /// <summary>The polynomial step, as (1 − x)³ times a polynomial with positive coefficients.</summary>
    public static Tensor Cutoff(Tensor r, PolynomialCutoff cutoff)
    {
        Tensor inside = r.IsBelow(cutoff.Cutoff);
        Tensor x = where(inside, r, zeros_like(r)).Over(cutoff.Cutoff);
        Tensor rest = x.SubtractedFrom(1);
        Tensor sum = zeros_like(x);
        for (int k = cutoff.Exponent - 1; k >= 0; k--) sum = (sum * x).Plus((k + 1.0) * (k + 2) / 2);
        return where(inside, rest * rest * rest * sum, zeros_like(r));
    }

    /// <summary>e3nn's soft_one_hot_linspace.</summary>
    public static Func<Tensor, Tensor> SoftOneHot(SoftOneHotLinspace functions)
    {
        (double start, double end, int count, bool cutoff) = (functions.Start, functions.End, functions.Count, functions.Cutoff);
        if (functions.Family == SoftOneHotFamily.Bessel)
        {
            Func<Tensor, Tensor> bessel = Bessel(count, end - start);
            return x => Inside(cutoff, x.IsAbove(start).logical_and(x.IsBelow(end)), bessel(x.Minus(start)));
        }
        if (functions.Family == SoftOneHotFamily.Fourier)
        {
            DeviceConstant waves = Numbers(n => Math.PI * (cutoff ? n + 1 : n), count);
            return x =>
            {
                Tensor t = x.Minus(start).Over(end - start);
                Tensor angle = t * waves.On(x);
                Tensor values = (cutoff ? angle.sin() : angle.cos()).Over(Math.Sqrt(0.25 + count / 2.0));
                return Inside(cutoff, t.IsAbove(0).logical_and(t.IsBelow(1)), values);
            };
        }
        double step = (end - start) / Math.Max(1, cutoff ? count + 1 : count - 1);
        DeviceConstant centers = Centers(start, end, count, cutoff);
        return functions.Family switch
        {
            SoftOneHotFamily.Gaussian => x => Gaussian((x - centers.On(x)).Over(step)),
            SoftOneHotFamily.Cosine => x => Cosine((x - centers.On(x)).Over(step)),
            _ => x => SmoothFinite((x - centers.On(x)).Over(step)),
        };
    }

    /// <summary>exp(−1/x) for x &gt; 0, and 0 elsewhere.</summary>
    public static Tensor SoftUnitStep(Tensor x)
    {
        Tensor inside = x.IsAbove(Vanishing);
        return where(inside, where(inside, x, ones_like(x)).reciprocal().negative().exp(), zeros_like(x));
    }

    // sin(a)/a; near zero its power series, so that derivatives hold there as well.
    private static Tensor Sinc(Tensor a)
    {
        Tensor near = a.abs().IsBelow(1);
        Tensor square = where(near, a * a, zeros_like(a));
        Tensor series = ones_like(a);
        for (int k = 9; k >= 1; k--) series = (square * series).Over(2 * k * (2 * k + 1)).SubtractedFrom(1);
        Tensor away = where(near, ones_like(a), a);
        return where(near, series, away.sin() / away);
    }

    private static Tensor Gaussian(Tensor d) => (d * d).negative().exp().Over(1.12);

    private static Tensor Cosine(Tensor d) => Inside(true, d.abs().IsBelow(1), d.Times(Math.PI / 2).cos());

    private static Tensor SmoothFinite(Tensor d)
    {
        Tensor u = d.SubtractedFrom(1) * d.Plus(1);
        Tensor inside = u.IsAbove(2 * Vanishing);
        return Inside(true, inside, where(inside, u, ones_like(u)).reciprocal().Times(2).SubtractedFrom(2).exp().Times(1.14136));
    }

    private static Tensor Inside(bool cutoff, Tensor inside, Tensor values) => cutoff ? where(inside, values, zeros_like(values)) : values;

    private static DeviceConstant Centers(double start, double end, int count, bool inner) =>
        Numbers(
            n =>
            {
                // Weighted rather than stepped, so that the ends are exact.
                double t = inner ? (n + 1.0) / (count + 1) : n / (double)Math.Max(1, count - 1);
                return start * (1 - t) + end * t;
            },
            count
        );

    private static DeviceConstant Numbers(Func<int, double> number, int count) => new([.. Enumerable.Range(0, count).Select(number)], [count]);
}
