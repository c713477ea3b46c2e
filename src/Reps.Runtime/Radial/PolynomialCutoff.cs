using System;
using System.Numerics;

namespace Reps;

/// <summary>
/// A smooth step u(r) from 1 at r = 0 to 0 at r = c: with x = r/c,
/// u = 1 - (p+1)(p+2)/2 x^p + p(p+2) x^(p+1) - p(p+1)/2 x^(p+2), and 0 beyond (Gasteiger, Gross and Günnemann, arXiv:2003.03123,
/// eq. 8). Value and first two derivatives are continuous at the cutoff, so energies and forces are smooth as atoms come and go.
/// </summary>
/// <remarks>
/// Evaluated as (1 - x)³ times the sum over k &lt; p of (k+1)(k+2)/2 x^k, which is the same polynomial: both have degree p+2, equal 1
/// up to order x^p, and have a triple zero at 1. All terms are positive, so nothing cancels and u never turns negative. Its
/// derivative by x is -p(p+1)(p+2)/2 x^(p-1) (1 - x)².
/// </remarks>
public sealed class PolynomialCutoff
{
    private const int MaxExponent = 1000;

    /// <summary>Creates the step.</summary>
    /// <param name="cutoff">c, positive, in the unit of the distances.</param>
    /// <param name="exponent">p, from 2 to 1000; larger keeps u near 1 for longer.</param>
    /// <exception cref="ArgumentOutOfRangeException">The cutoff or the exponent is not in its range.</exception>
    public PolynomialCutoff(double cutoff, int exponent = 6)
    {
        Cutoff = RadialArguments.Length(cutoff);
        Exponent = exponent is >= 2 and <= MaxExponent
            ? exponent
            : throw new ArgumentOutOfRangeException(nameof(exponent), exponent, $"The exponent p must be from 2 to {MaxExponent}.");
    }

    /// <summary>The distance c from which on the function is zero.</summary>
    public double Cutoff { get; }

    /// <summary>The exponent p.</summary>
    public int Exponent { get; }

    /// <summary>Evaluates u.</summary>
    /// <param name="distances">[E], none negative.</param>
    /// <param name="values">[E]; may be the same span.</param>
    /// <exception cref="ArgumentException">The lengths disagree, or the spans overlap and are not the same.</exception>
    public void Evaluate<T>(ReadOnlySpan<T> distances, Span<T> values)
        where T : IFloatingPointIeee754<T>
    {
        RadialArguments.Spans(distances, values, 1);
        T cutoff = T.CreateChecked(Cutoff);
        for (int e = 0; e < distances.Length; e++)
            values[e] = distances[e] >= cutoff ? T.Zero : Value(distances[e] / cutoff, (cutoff - distances[e]) / cutoff);
    }

    /// <summary>Evaluates du/dr.</summary>
    /// <param name="distances">[E], none negative.</param>
    /// <param name="derivatives">[E]; may be the same span.</param>
    /// <exception cref="ArgumentException">The lengths disagree, or the spans overlap and are not the same.</exception>
    public void Derivative<T>(ReadOnlySpan<T> distances, Span<T> derivatives)
        where T : IFloatingPointIeee754<T>
    {
        RadialArguments.Spans(distances, derivatives, 1);
        T cutoff = T.CreateChecked(Cutoff);
        T factor = T.CreateChecked(-0.5 * Exponent * (Exponent + 1) * (Exponent + 2) / Cutoff);
        for (int e = 0; e < distances.Length; e++)
        {
            T rest = (cutoff - distances[e]) / cutoff;
            T power = Power(distances[e] / cutoff, Exponent - 1);
            derivatives[e] = distances[e] >= cutoff ? T.Zero : factor * power * rest * rest;
        }
    }

    /// <summary>Evaluates d²u/dr².</summary>
    /// <param name="distances">[E], none negative.</param>
    /// <param name="derivatives">[E]; may be the same span.</param>
    /// <exception cref="ArgumentException">The lengths disagree, or the spans overlap and are not the same.</exception>
    public void SecondDerivative<T>(ReadOnlySpan<T> distances, Span<T> derivatives)
        where T : IFloatingPointIeee754<T>
    {
        RadialArguments.Spans(distances, derivatives, 1);
        T cutoff = T.CreateChecked(Cutoff);
        T factor = T.CreateChecked(-0.5 * Exponent * (Exponent + 1) * (Exponent + 2) / Cutoff / Cutoff);
        for (int e = 0; e < distances.Length; e++)
        {
            T x = distances[e] / cutoff;
            T rest = (cutoff - distances[e]) / cutoff;
            T bend = (T.CreateChecked(Exponent - 1) * rest) - (T.CreateChecked(2) * x);
            derivatives[e] = distances[e] >= cutoff ? T.Zero : factor * Power(x, Exponent - 2) * rest * bend;
        }
    }

    // The rest 1 - x comes from r rather than from x: near the cutoff the difference c - r is exact.
    private T Value<T>(T x, T rest)
        where T : IFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        for (int k = Exponent - 1; k >= 0; k--)
            sum = (sum * x) + T.CreateChecked((k + 1) * (k + 2) / 2);
        return rest * rest * rest * sum;
    }

    private static T Power<T>(T x, int exponent)
        where T : IFloatingPointIeee754<T>
    {
        T result = T.One;
        for (int bits = exponent; bits > 0; bits >>= 1)
        {
            if ((bits & 1) != 0)
                result *= x;
            x *= x;
        }
        return result;
    }
}
