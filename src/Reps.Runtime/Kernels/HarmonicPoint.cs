using System;
using System.Numerics;
using Reps.Algebra;

namespace Reps.Kernels;

/// <summary>One vector with what its harmonics have in common.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal readonly ref struct HarmonicPoint<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly bool _normalized;
    private readonly T _x;
    private readonly T _y;
    private readonly T _z;
    private readonly T _squared;
    private readonly T _inverse;

    public HarmonicPoint(ReadOnlySpan<T> vector, bool normalize, double smallest)
    {
        (_x, _y, _z) = (vector[0], vector[1], vector[2]);
        _normalized = normalize;
        _inverse = T.One;
        if (normalize)
        {
            // Scaled by the largest component first, so that squares neither overflow nor vanish.
            T largest = T.Max(T.Abs(_x), T.Max(T.Abs(_y), T.Abs(_z)));
            T length = largest > T.Zero ? largest * T.Sqrt(Square(_x / largest) + Square(_y / largest) + Square(_z / largest)) : T.Zero;
            // A vector that is as good as zero has no direction: Y of degree 0 is constant, the others are zero, and so is the gradient.
            _inverse = length > T.CreateTruncating(smallest) ? T.One / length : T.Zero;
            (_x, _y, _z) = _inverse > T.Zero ? (_x / length, _y / length, _z / length) : (T.Zero, T.Zero, T.Zero);
        }
        _squared = _x * _x + _y * _y + _z * _z;
    }

    /// <summary>Fills q(l, m), Re (z + ix)^m and Im (z + ix)^m up to a degree.</summary>
    public void Evaluate(int degree, ReadOnlySpan<double> constants, Span<T> zonal, Span<T> cosines, Span<T> sines)
    {
        cosines[0] = T.One;
        sines[0] = T.Zero;
        zonal[0] = T.One;
        for (int l = 1; l <= degree; l++)
        {
            cosines[l] = _z * cosines[l - 1] - _x * sines[l - 1];
            sines[l] = _z * sines[l - 1] + _x * cosines[l - 1];
            int row = l * (l + 1) / 2;
            int before = row - l;
            int beforeThat = before - (l - 1);
            for (int m = 0; m < l; m++)
            {
                int c = (row + m) * HarmonicRecurrence.Stride;
                T value = T.CreateTruncating(constants[c]) * _y * zonal[before + m];
                if (m <= l - 2) value -= T.CreateTruncating(constants[c + 1]) * _squared * zonal[beforeThat + m];
                zonal[row + m] = value;
            }
            zonal[row + l] = T.CreateTruncating(constants[(row + l) * HarmonicRecurrence.Stride]) * zonal[before + l - 1];
        }
    }

    /// <summary>The gradient of cosine·q(l,m)·c(m) + sine·q(l,m)·s(m).</summary>
    public (T X, T Y, T Z) Gradient(
        int l,
        int m,
        T cosine,
        T sine,
        ReadOnlySpan<double> constants,
        ReadOnlySpan<T> zonal,
        ReadOnlySpan<T> cosines,
        ReadOnlySpan<T> sines
    )
    {
        if (l == 0) return default;
        int row = l * (l + 1) / 2;
        int before = row - l;
        int c = (row + m) * HarmonicRecurrence.Stride;
        T azimuth = cosine * cosines[m] + sine * sines[m];
        T alongY = m <= l - 1 ? T.CreateTruncating(constants[c + 2]) * zonal[before + m] * azimuth : T.Zero;
        T radial = m + 1 <= l - 1 ? -T.CreateTruncating(constants[c + 3]) * zonal[before + m + 1] * azimuth : T.Zero;
        (T x, T z) = (_x * radial, _z * radial);
        if (m > 0)
        {
            T factor = T.CreateTruncating(m) * zonal[row + m];
            x += factor * (sine * cosines[m - 1] - cosine * sines[m - 1]);
            z += factor * (cosine * cosines[m - 1] + sine * sines[m - 1]);
        }
        return (x, alongY, z);
    }

    /// <summary>Carries a gradient by the solid harmonics' argument back to the vector itself.</summary>
    public void WriteGradient((T X, T Y, T Z) gradient, Span<T> target)
    {
        if (_normalized)
        {
            // d(v/|v|) = (1 − v̂ v̂ᵀ) dv / |v|
            T along = _x * gradient.X + _y * gradient.Y + _z * gradient.Z;
            gradient = ((gradient.X - along * _x) * _inverse, (gradient.Y - along * _y) * _inverse, (gradient.Z - along * _z) * _inverse);
        }
        (target[0], target[1], target[2]) = gradient;
    }

    private static T Square(T value) => value * value;
}
