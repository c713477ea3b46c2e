using System;
using System.Numerics;

namespace Reps;

/// <summary>
/// e3nn's <c>soft_one_hot_linspace</c>: functions along an interval, scaled so that the sum of their squares is about one inside it (except
/// Bessel's).
/// </summary>
/// <remarks>
/// The centres are evenly from start to end, both included; with cutoff, they are those in between, so that the functions vanish at the ends
/// and beyond. Bessel functions have their limit at the start, where e3nn divides zero by zero; with cutoff they are 0 there.
/// </remarks>
public sealed partial class SoftOneHotLinspace : IRadialBasis
{
    private readonly BesselBasis? _bessel;
    private readonly double _step;

    /// <summary>Creates the functions.</summary>
    /// <param name="start">Where the interval starts.</param>
    /// <param name="end">Where it ends, above the start.</param>
    /// <param name="count">The number of functions: at least 1, and 2 without cutoff for those that have centres.</param>
    /// <param name="family">The functions.</param>
    /// <param name="cutoff">Whether they (nearly) vanish outside the interval.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not in its range, or the value is no family.</exception>
    public SoftOneHotLinspace(double start, double end, int count, SoftOneHotFamily family, bool cutoff)
    {
        if (!double.IsFinite(start)) throw new ArgumentOutOfRangeException(nameof(start), start, "The start must be finite.");
        if (!double.IsFinite(end - start) || end <= start)
            throw new ArgumentOutOfRangeException(nameof(end), end, $"The end must be finite and above the start, {start}.");
        if (!Enum.IsDefined(family))
            throw new ArgumentOutOfRangeException(nameof(family), family, "The family must be one of SoftOneHotFamily.");
        Count = RadialArguments.Count(count);
        bool centred = family is SoftOneHotFamily.Gaussian or SoftOneHotFamily.Cosine or SoftOneHotFamily.SmoothFinite;
        if (centred && !cutoff && count < 2)
            throw new ArgumentOutOfRangeException(
                nameof(count),
                count,
                "Without cutoff there are centres at the start and at the end, so at least 2."
            );
        (Start, End, Family, Cutoff) = (start, end, family, cutoff);
        _step = (end - start) / Math.Max(1, cutoff ? count + 1 : count - 1);
        if (family == SoftOneHotFamily.Bessel) _bessel = new(count, end - start);
    }

    /// <inheritdoc/>
    public int Count { get; }

    /// <summary>Where the interval starts.</summary>
    public double Start { get; }

    /// <summary>Where the interval ends.</summary>
    public double End { get; }

    /// <summary>The functions.</summary>
    public SoftOneHotFamily Family { get; }

    /// <summary>Whether they (nearly) vanish outside the interval.</summary>
    public bool Cutoff { get; }

    /// <inheritdoc/>
    public void Evaluate<T>(ReadOnlySpan<T> distances, Span<T> values)
        where T : IFloatingPointIeee754<T> => Fill(distances, values, 0);

    /// <inheritdoc/>
    public void Derivative<T>(ReadOnlySpan<T> distances, Span<T> derivatives)
        where T : IFloatingPointIeee754<T> => Fill(distances, derivatives, 1);

    /// <inheritdoc/>
    public void SecondDerivative<T>(ReadOnlySpan<T> distances, Span<T> derivatives)
        where T : IFloatingPointIeee754<T> => Fill(distances, derivatives, 2);

    private void Fill<T>(ReadOnlySpan<T> distances, Span<T> results, int order)
        where T : IFloatingPointIeee754<T>
    {
        RadialArguments.Spans(distances, results, Count);
        if (_bessel is not null)
        {
            FillBessel(_bessel, distances, results, order);
            return;
        }
        for (int n = 0; n < Count; n++)
        {
            // Weighted rather than stepped, so that the ends are exact.
            double t = Cutoff ? (n + 1.0) / (Count + 1) : n / (double)Math.Max(1, Count - 1);
            T center = T.CreateChecked(Start * (1 - t) + End * t);
            for (int e = 0; e < distances.Length; e++)
                results[e * Count + n] = Family == SoftOneHotFamily.Fourier
                    ? Fourier(n, distances[e], order)
                    : Bump((distances[e] - center) / T.CreateChecked(_step), order);
        }
    }

    private void FillBessel<T>(BesselBasis bessel, ReadOnlySpan<T> distances, Span<T> results, int order)
        where T : IFloatingPointIeee754<T>
    {
        T[] shifted = new T[distances.Length];
        for (int e = 0; e < shifted.Length; e++) shifted[e] = distances[e] - T.CreateChecked(Start);
        if (order == 0) bessel.Evaluate<T>(shifted, results);
        else if (order == 1) bessel.Derivative<T>(shifted, results);
        else bessel.SecondDerivative<T>(shifted, results);
        if (!Cutoff) return;
        T length = T.CreateChecked(End - Start);
        for (int e = 0; e < shifted.Length; e++)
            if (!(shifted[e] > T.Zero && shifted[e] < length))
                results.Slice(e * Count, Count).Clear();
    }
}
