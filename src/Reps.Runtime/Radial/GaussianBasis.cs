using System;
using System.Numerics;

namespace Reps;

/// <summary>
/// Gaussians on a grid, B_n(r) = exp(-(r - mu_n)² / (2 sigma²)), with Count centres mu_n evenly from start to end, both included
/// (Schütt et al., arXiv:1706.08566, section 4.2). They have no cutoff: multiply by a <see cref="PolynomialCutoff"/>.
/// </summary>
public sealed class GaussianBasis : IRadialBasis
{
    /// <summary>Creates the basis.</summary>
    /// <param name="count">The number of functions, at least 2.</param>
    /// <param name="start">The first centre.</param>
    /// <param name="end">The last centre, above the first.</param>
    /// <param name="width">sigma, positive; the distance of neighbouring centres when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
    public GaussianBasis(int count, double start, double end, double? width = null)
    {
        Count = RadialArguments.Count(count);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        if (!double.IsFinite(start))
            throw new ArgumentOutOfRangeException(nameof(start), start, "The first centre must be finite.");
        if (!double.IsFinite(end) || end <= start)
            throw new ArgumentOutOfRangeException(nameof(end), end, $"The last centre must be finite and above the first, {start}.");
        Start = start;
        End = end;
        Width = RadialArguments.Length(width ?? (end - start) / (count - 1), nameof(width));
    }

    /// <inheritdoc/>
    public int Count { get; }

    /// <summary>The first centre.</summary>
    public double Start { get; }

    /// <summary>The last centre.</summary>
    public double End { get; }

    /// <summary>The standard deviation sigma of every Gaussian.</summary>
    public double Width { get; }

    /// <inheritdoc/>
    public void Evaluate<T>(ReadOnlySpan<T> distances, Span<T> values)
        where T : IFloatingPointIeee754<T>
    {
        RadialArguments.Spans(distances, values, Count);
        for (int n = 0; n < Count; n++)
        {
            (T center, T inverse) = Gaussian<T>(n);
            for (int e = 0; e < distances.Length; e++)
                values[(e * Count) + n] = Value((distances[e] - center) * inverse);
        }
    }

    /// <inheritdoc/>
    public void Derivative<T>(ReadOnlySpan<T> distances, Span<T> derivatives)
        where T : IFloatingPointIeee754<T>
    {
        RadialArguments.Spans(distances, derivatives, Count);
        for (int n = 0; n < Count; n++)
        {
            (T center, T inverse) = Gaussian<T>(n);
            for (int e = 0; e < distances.Length; e++)
            {
                T d = (distances[e] - center) * inverse;
                derivatives[(e * Count) + n] = -d * inverse * Value(d);
            }
        }
    }

    /// <inheritdoc/>
    public void SecondDerivative<T>(ReadOnlySpan<T> distances, Span<T> derivatives)
        where T : IFloatingPointIeee754<T>
    {
        RadialArguments.Spans(distances, derivatives, Count);
        for (int n = 0; n < Count; n++)
        {
            (T center, T inverse) = Gaussian<T>(n);
            for (int e = 0; e < distances.Length; e++)
            {
                T d = (distances[e] - center) * inverse;
                derivatives[(e * Count) + n] = ((d * d) - T.One) * inverse * inverse * Value(d);
            }
        }
    }

    private static T Value<T>(T d)
        where T : IFloatingPointIeee754<T>
        => T.Exp(d * d / T.CreateChecked(-2));

    private (T Center, T Inverse) Gaussian<T>(int n)
        where T : IFloatingPointIeee754<T>
    {
        // Weighted rather than stepped, so that the last centre is the end exactly.
        double t = (double)n / (Count - 1);
        return (T.CreateChecked((Start * (1 - t)) + (End * t)), T.CreateChecked(1 / Width));
    }
}
