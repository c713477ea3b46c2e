using System;
using System.Numerics;

namespace Reps;

/// <summary>
/// The radial functions B_n(r) = sqrt(2/c) sin(n pi r/c) / r, n = 1..Count: the spherically symmetric standing waves in a ball of
/// radius c, orthonormal under the integral of r² from 0 to c (Gasteiger, Gross and Günnemann, arXiv:2003.03123, eq. 7).
/// </summary>
/// <remarks>
/// They vanish at the cutoff, their derivatives do not, and beyond it they oscillate on: multiply by a <see cref="PolynomialCutoff"/>.
/// At r = 0 the value is the limit sqrt(2/c) n pi/c and the derivative 0.
/// </remarks>
public sealed class BesselBasis : IRadialBasis
{
    /// <summary>Creates the basis.</summary>
    /// <param name="count">The number of functions, at least 1.</param>
    /// <param name="cutoff">c, positive, in the unit of the distances.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count or the cutoff is not in its range.</exception>
    public BesselBasis(int count, double cutoff)
    {
        Count = RadialArguments.Count(count);
        Cutoff = RadialArguments.Length(cutoff);
    }

    /// <inheritdoc/>
    public int Count { get; }

    /// <summary>The radius c of the ball.</summary>
    public double Cutoff { get; }

    /// <inheritdoc/>
    public void Evaluate<T>(ReadOnlySpan<T> distances, Span<T> values)
        where T : IFloatingPointIeee754<T>
    {
        RadialArguments.Spans(distances, values, Count);
        T cutoff = T.CreateChecked(Cutoff);
        // sqrt(2/c) k with the wave number k = n pi/c: the value at r = 0.
        T unit = T.CreateChecked(Math.Sqrt(2 / Cutoff) * Math.PI / Cutoff);
        for (int e = 0; e < distances.Length; e++)
        {
            T x = distances[e] / cutoff;
            for (int n = 1; n <= Count; n++)
                values[(e * Count) + n - 1] = unit * T.CreateChecked(n) * Sinc(T.CreateChecked(n) * x);
        }
    }

    /// <inheritdoc/>
    public void Derivative<T>(ReadOnlySpan<T> distances, Span<T> derivatives)
        where T : IFloatingPointIeee754<T>
    {
        RadialArguments.Spans(distances, derivatives, Count);
        T cutoff = T.CreateChecked(Cutoff);
        T unit = T.CreateChecked(Math.Sqrt(2 / Cutoff) * (Math.PI / Cutoff) * (Math.PI / Cutoff));
        for (int e = 0; e < distances.Length; e++)
        {
            T x = distances[e] / cutoff;
            for (int n = 1; n <= Count; n++)
                derivatives[(e * Count) + n - 1] = -unit * T.CreateChecked(n * (long)n) * SphericalBessel1(T.CreateChecked(n) * x);
        }
    }

    /// <inheritdoc/>
    public void SecondDerivative<T>(ReadOnlySpan<T> distances, Span<T> derivatives)
        where T : IFloatingPointIeee754<T>
    {
        RadialArguments.Spans(distances, derivatives, Count);
        T cutoff = T.CreateChecked(Cutoff);
        T unit = T.CreateChecked(Math.Sqrt(2 / Cutoff) * (Math.PI / Cutoff) * (Math.PI / Cutoff) * (Math.PI / Cutoff));
        for (int e = 0; e < distances.Length; e++)
        {
            T x = distances[e] / cutoff;
            for (int n = 1; n <= Count; n++)
            {
                // j1′ = j0 − 2 j1/a, where a third of one remains at a = 0: nothing cancels.
                T y = T.CreateChecked(n) * x;
                T slope = Sinc(y) - (T.CreateChecked(2) * SphericalBessel1Ratio(y));
                derivatives[(e * Count) + n - 1] = -unit * T.CreateChecked((long)n * n * n) * slope;
            }
        }
    }

    // sin(pi y) / (pi y) without dividing zero by zero; pi y reduced exactly, so that the value at the cutoff is exactly zero.
    private static T Sinc<T>(T y)
        where T : IFloatingPointIeee754<T>
    {
        T angle = T.Pi * y;
        // One where the series 1 - angle²/6 + ... is one in this precision; elsewhere neither sine nor angle is near underflow.
        return T.One - (angle * angle / T.CreateChecked(6)) == T.One ? T.One : T.SinPi(y) / angle;
    }

    private static T SphericalBessel1<T>(T y)
        where T : IFloatingPointIeee754<T> => T.Pi * y * SphericalBessel1Ratio(y);

    // j1(a)/a = sin(a)/a³ - cos(a)/a² at a = pi y. The two terms cancel for small a, where the power series takes over.
    private static T SphericalBessel1Ratio<T>(T y)
        where T : IFloatingPointIeee754<T>
    {
        T a = T.Pi * y;
        T square = a * a;
        if (T.Abs(a) >= T.One)
            return ((T.SinPi(y) / a) - T.CosPi(y)) / square;
        T sum = T.One;
        // 1/3 (1 - a²/(2·5) (1 - a²/(4·7) (1 - ...))): the ninth term is below 1e-17.
        for (int k = 8; k >= 1; k--)
            sum = T.One - (square / T.CreateChecked(2 * k * ((2 * k) + 3)) * sum);
        return sum / T.CreateChecked(3);
    }
}
