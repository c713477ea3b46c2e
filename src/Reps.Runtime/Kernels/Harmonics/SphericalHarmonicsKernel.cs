using System;
using System.Numerics;
using Reps.Algebra;
using Reps.Kernels.Harmonics;

namespace Reps.Kernels;

/// <summary>
/// Evaluates real spherical harmonics by the recurrence of <see cref="HarmonicRecurrence"/>: polynomials in x, y, z only, so there is no
/// pole and no special direction. A point is in each lane of a vector register, and its results do not depend on its place in the batch.
/// Generated layers pass their constants as static data, run-time layers as an array. Nothing is allocated once a thread has seen its
/// largest degree.
/// </summary>
public static class SphericalHarmonicsKernel
{
    /// <summary>Evaluates harmonics for a batch of vectors.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="segments">Offset, multiplicity, twice the degree and parity of each segment of the output.</param>
    /// <param name="normalization">The normalisation.</param>
    /// <param name="normalize">Whether vectors are divided by their length.</param>
    /// <param name="constants">The constants of the recurrence up to the largest degree.</param>
    /// <param name="dim">The number of values in a row of the output.</param>
    /// <param name="vectors">[rows, 3].</param>
    /// <param name="output">[rows, dim], overwritten.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
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
        HarmonicCall<T> call = new(segments, normalization, normalize, constants, dim, rows) { Vectors = vectors, Output = output };
        HarmonicWidth.Run<ValuesPass, T>(ref call);
    }

    /// <summary>Evaluates harmonics and all their derivatives.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="segments">Offset, multiplicity, twice the degree and parity of each segment of the output.</param>
    /// <param name="normalization">The normalisation.</param>
    /// <param name="normalize">Whether vectors are divided by their length; the derivatives at a zero vector are then zero.</param>
    /// <param name="constants">The constants of the recurrence up to the largest degree.</param>
    /// <param name="dim">The number of values in a row of the output.</param>
    /// <param name="vectors">[rows, 3].</param>
    /// <param name="output">[rows, dim], overwritten.</param>
    /// <param name="jacobian">The derivatives of each value by x, y and z, [rows, 3, dim], overwritten.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
    public static void ForwardWithJacobian<T>(
        ReadOnlySpan<RepSegment> segments,
        HarmonicsNormalization normalization,
        bool normalize,
        ReadOnlySpan<double> constants,
        int dim,
        ReadOnlySpan<T> vectors,
        Span<T> output,
        Span<T> jacobian
    )
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = SpanGuard.Rows(nameof(output), output.Length, dim);
        SpanGuard.Exactly(nameof(vectors), vectors.Length, rows, 3);
        SpanGuard.Exactly(nameof(jacobian), jacobian.Length, rows, 3 * dim);
        SpanGuard.Apart(nameof(output), output, vectors);
        SpanGuard.Apart(nameof(jacobian), jacobian, vectors, output);
        HarmonicCall<T> call = new(segments, normalization, normalize, constants, dim, rows)
        {
            Vectors = vectors,
            Output = output,
            Jacobian = jacobian,
        };
        HarmonicWidth.Run<JacobianPass, T>(ref call);
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
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
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
        HarmonicCall<T> call = new(segments, normalization, normalize, constants, dim, rows)
        {
            Vectors = vectors,
            GradOutput = gradOutput,
            GradVectors = gradVectors,
        };
        HarmonicWidth.Run<GradientPass, T>(ref call);
    }

    /// <summary>
    /// The gradients of Σ cotangent·<see cref="Backward"/>: what training on forces needs. The
    /// gradient by the cotangent itself is the result of that backward pass.
    /// </summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="segments">Offset, multiplicity, twice the degree and parity of each segment of the output.</param>
    /// <param name="normalization">The normalisation.</param>
    /// <param name="normalize">Whether vectors are divided by their length; all gradients at a zero vector are then zero.</param>
    /// <param name="constants">The constants of the recurrence up to the largest degree.</param>
    /// <param name="dim">The number of values in a row of the output.</param>
    /// <param name="vectors">[rows, 3].</param>
    /// <param name="gradOutput">The cotangent of the output, [rows, dim].</param>
    /// <param name="cotangent">The cotangent of the result of the backward pass, [rows, 3].</param>
    /// <param name="gradVectors">The gradient by the vectors, [rows, 3], overwritten; empty if it is not wanted.</param>
    /// <param name="gradGradOutput">The gradient by the cotangent of the output, [rows, dim], overwritten; empty if it is not wanted.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
    public static void DoubleBackward<T>(
        ReadOnlySpan<RepSegment> segments,
        HarmonicsNormalization normalization,
        bool normalize,
        ReadOnlySpan<double> constants,
        int dim,
        ReadOnlySpan<T> vectors,
        ReadOnlySpan<T> gradOutput,
        ReadOnlySpan<T> cotangent,
        Span<T> gradVectors,
        Span<T> gradGradOutput
    )
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = SpanGuard.Rows(nameof(gradOutput), gradOutput.Length, dim);
        SpanGuard.Exactly(nameof(vectors), vectors.Length, rows, 3);
        SpanGuard.Exactly(nameof(cotangent), cotangent.Length, rows, 3);
        SpanGuard.ExactlyOrEmpty(nameof(gradVectors), gradVectors.Length, rows, 3);
        SpanGuard.ExactlyOrEmpty(nameof(gradGradOutput), gradGradOutput.Length, rows, dim);
        SpanGuard.Apart(nameof(gradVectors), gradVectors, vectors, gradOutput, cotangent);
        SpanGuard.Apart(nameof(gradGradOutput), gradGradOutput, vectors, gradOutput, cotangent, gradVectors);
        HarmonicCall<T> call = new(segments, normalization, normalize, constants, dim, rows)
        {
            Vectors = vectors,
            GradOutput = gradOutput,
            Cotangent = cotangent,
            GradVectors = gradVectors,
            GradGradOutput = gradGradOutput,
        };
        HarmonicWidth.Run<SecondPass, T>(ref call);
    }
}
