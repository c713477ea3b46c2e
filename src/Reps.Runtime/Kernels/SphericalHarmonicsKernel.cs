using System;
using System.Numerics;
using Reps.Algebra;

namespace Reps.Kernels;

/// <summary>
/// Evaluates real spherical harmonics by the recurrence of <see cref="HarmonicRecurrence"/>: polynomials in x, y, z only, so there is no
/// pole and no special direction. Generated layers pass their constants as static data, run-time layers as an array.
/// </summary>
public static class SphericalHarmonicsKernel
{
    // Vectors shorter than this are taken as zero. e3nn divides them by this length instead, so that its values fade to the same zero.
    private const double SmallestLength = 1e-12;

    /// <summary>Evaluates harmonics for a batch of vectors.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="segments">Offset, multiplicity, twice the degree and parity of each segment of the output.</param>
    /// <param name="normalization">The normalisation.</param>
    /// <param name="normalize">Whether vectors are divided by their length.</param>
    /// <param name="constants">The constants of the recurrence up to the largest degree.</param>
    /// <param name="dim">The number of values in a row of the output.</param>
    /// <param name="vectors">[rows, 3].</param>
    /// <param name="output">[rows, dim], overwritten.</param>
    /// <exception cref="ArgumentException">A span has the wrong length; nothing has been written.</exception>
    public static void Forward<T>(
        ReadOnlySpan<RepSegment> segments,
        HarmonicsNormalization normalization,
        bool normalize,
        ReadOnlySpan<double> constants,
        int dim,
        ReadOnlySpan<T> vectors,
        Span<T> output
    )
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = SpanGuard.Rows(nameof(output), output.Length, dim);
        SpanGuard.Exactly(nameof(vectors), vectors.Length, rows, 3);
        SpanGuard.Apart(nameof(output), output, vectors);
        int degree = MaxDegree(segments);
        Span<T> zonal = stackalloc T[(degree + 1) * (degree + 2) / 2];
        Span<T> cosines = stackalloc T[degree + 1];
        Span<T> sines = stackalloc T[degree + 1];
        for (int row = 0; row < rows; row++)
        {
            HarmonicPoint<T> point = new(vectors.Slice(3 * row, 3), normalize, SmallestLength);
            point.Evaluate(degree, constants, zonal, cosines, sines);
            Span<T> values = output.Slice(row * dim, dim);
            foreach (RepSegment segment in segments)
            {
                int l = segment.TwoJ / 2;
                T scale = Scale<T>(l, normalization);
                for (int m = 0; m <= l; m++)
                {
                    T q = scale * zonal[l * (l + 1) / 2 + m];
                    values.Slice(segment.Offset + (l + m) * segment.Multiplicity, segment.Multiplicity).Fill(q * cosines[m]);
                    if (m > 0) values.Slice(segment.Offset + (l - m) * segment.Multiplicity, segment.Multiplicity).Fill(q * sines[m]);
                }
            }
        }
    }

    /// <summary>The vector-Jacobian product of the harmonics.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="segments">Offset, multiplicity, twice the degree and parity of each segment of the output.</param>
    /// <param name="normalization">The normalisation.</param>
    /// <param name="normalize">Whether vectors are divided by their length; the gradient at a zero vector is then zero.</param>
    /// <param name="constants">The constants of the recurrence up to the largest degree.</param>
    /// <param name="dim">The number of values in a row of the output.</param>
    /// <param name="vectors">[rows, 3].</param>
    /// <param name="gradOutput">The cotangent of the output, [rows, dim].</param>
    /// <param name="gradVectors">[rows, 3], overwritten.</param>
    /// <exception cref="ArgumentException">A span has the wrong length; nothing has been written.</exception>
    public static void Backward<T>(
        ReadOnlySpan<RepSegment> segments,
        HarmonicsNormalization normalization,
        bool normalize,
        ReadOnlySpan<double> constants,
        int dim,
        ReadOnlySpan<T> vectors,
        ReadOnlySpan<T> gradOutput,
        Span<T> gradVectors
    )
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = SpanGuard.Rows(nameof(gradOutput), gradOutput.Length, dim);
        SpanGuard.Exactly(nameof(vectors), vectors.Length, rows, 3);
        SpanGuard.Exactly(nameof(gradVectors), gradVectors.Length, rows, 3);
        SpanGuard.Apart(nameof(gradVectors), gradVectors, vectors, gradOutput);
        int degree = MaxDegree(segments);
        Span<T> zonal = stackalloc T[(degree + 1) * (degree + 2) / 2];
        Span<T> cosines = stackalloc T[degree + 1];
        Span<T> sines = stackalloc T[degree + 1];
        for (int row = 0; row < rows; row++)
        {
            HarmonicPoint<T> point = new(vectors.Slice(3 * row, 3), normalize, SmallestLength);
            point.Evaluate(degree, constants, zonal, cosines, sines);
            ReadOnlySpan<T> cotangent = gradOutput.Slice(row * dim, dim);
            (T x, T y, T z) gradient = default;
            foreach (RepSegment segment in segments)
            {
                int l = segment.TwoJ / 2;
                T scale = Scale<T>(l, normalization);
                for (int m = 0; m <= l; m++)
                {
                    T cosine = scale * Sum(cotangent.Slice(segment.Offset + (l + m) * segment.Multiplicity, segment.Multiplicity));
                    T sine = m == 0 ? T.Zero : scale * Sum(cotangent.Slice(segment.Offset + (l - m) * segment.Multiplicity, segment.Multiplicity));
                    (T x, T y, T z) term = point.Gradient(l, m, cosine, sine, constants, zonal, cosines, sines);
                    gradient = (gradient.x + term.x, gradient.y + term.y, gradient.z + term.z);
                }
            }
            point.WriteGradient(gradient, gradVectors.Slice(3 * row, 3));
        }
    }

    private static int MaxDegree(ReadOnlySpan<RepSegment> segments)
    {
        int degree = 0;
        foreach (RepSegment segment in segments) degree = Math.Max(degree, segment.TwoJ / 2);
        return degree;
    }

    private static T Sum<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        foreach (T value in values) sum += value;
        return sum;
    }

    private static T Scale<T>(int l, HarmonicsNormalization normalization)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        normalization switch
        {
            HarmonicsNormalization.Component => T.One,
            HarmonicsNormalization.Norm => T.CreateTruncating(1 / Math.Sqrt(2 * l + 1)),
            _ => T.CreateTruncating(1 / Math.Sqrt(4 * Math.PI)),
        };
}
