using System;

namespace Reps;

/// <summary>The real spherical harmonics of vectors, in e3nn's basis and order. All results are written, not added to.</summary>
/// <typeparam name="TOutput">The representation that is filled.</typeparam>
public interface ISphericalHarmonics<TOutput>
    where TOutput : struct, IRep<TOutput>
{
    /// <summary>The normalisation of the harmonics.</summary>
    static abstract HarmonicsNormalization Normalization { get; }

    /// <summary>Whether vectors are divided by their length first.</summary>
    static abstract bool Normalize { get; }

    /// <summary>Evaluates the harmonics.</summary>
    /// <param name="vectors">[rows, 3], each (x, y, z).</param>
    /// <param name="output">[rows, output dim], overwritten.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
    static abstract void Forward(ReadOnlySpan<float> vectors, Span<float> output);

    /// <inheritdoc cref="Forward(ReadOnlySpan{float}, Span{float})"/>
    static abstract void Forward(ReadOnlySpan<double> vectors, Span<double> output);

    /// <summary>Evaluates the harmonics and all their derivatives.</summary>
    /// <param name="vectors">[rows, 3].</param>
    /// <param name="output">[rows, output dim], overwritten.</param>
    /// <param name="jacobian">The derivatives of each value by x, y and z, [rows, 3, output dim], overwritten.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
    static abstract void ForwardWithJacobian(ReadOnlySpan<float> vectors, Span<float> output, Span<float> jacobian);

    /// <inheritdoc cref="ForwardWithJacobian(ReadOnlySpan{float}, Span{float}, Span{float})"/>
    static abstract void ForwardWithJacobian(ReadOnlySpan<double> vectors, Span<double> output, Span<double> jacobian);

    /// <summary>The vector-Jacobian product of the harmonics.</summary>
    /// <param name="vectors">[rows, 3].</param>
    /// <param name="gradOutput">The cotangent of the output, [rows, output dim].</param>
    /// <param name="gradVectors">[rows, 3], overwritten.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
    static abstract void Backward(ReadOnlySpan<float> vectors, ReadOnlySpan<float> gradOutput, Span<float> gradVectors);

    /// <inheritdoc cref="Backward(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})"/>
    static abstract void Backward(ReadOnlySpan<double> vectors, ReadOnlySpan<double> gradOutput, Span<double> gradVectors);

    /// <summary>The gradients of Σ cotangent·Backward: what training on forces needs.</summary>
    /// <param name="vectors">[rows, 3].</param>
    /// <param name="gradOutput">The cotangent of the output, [rows, output dim].</param>
    /// <param name="cotangent">The cotangent of the result of the backward pass, [rows, 3].</param>
    /// <param name="gradVectors">The gradient by the vectors, [rows, 3], overwritten; empty if it is not wanted.</param>
    /// <param name="gradGradOutput">The gradient by the cotangent of the output, overwritten; empty if it is not wanted.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
    static abstract void DoubleBackward(
        ReadOnlySpan<float> vectors,
        ReadOnlySpan<float> gradOutput,
        ReadOnlySpan<float> cotangent,
        Span<float> gradVectors,
        Span<float> gradGradOutput
    );

    /// <inheritdoc cref="DoubleBackward(ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, Span{float})"/>
    static abstract void DoubleBackward(
        ReadOnlySpan<double> vectors,
        ReadOnlySpan<double> gradOutput,
        ReadOnlySpan<double> cotangent,
        Span<double> gradVectors,
        Span<double> gradGradOutput
    );
}
