using System;

namespace Reps;

/// <summary>The real spherical harmonics of vectors, in e3nn's basis and order. All results are written, not added to.</summary>
/// <typeparam name="TOutput">The representation that is filled.</typeparam>
public interface ISphericalHarmonics<TOutput>
    where TOutput : struct, IRep<TOutput>
{
    /// <summary>Evaluates the harmonics.</summary>
    /// <param name="vectors">[rows, 3], each (x, y, z).</param>
    /// <param name="output">[rows, output dim], overwritten.</param>
    /// <exception cref="ArgumentException">A span has the wrong length; nothing has been written.</exception>
    static abstract void Forward(ReadOnlySpan<float> vectors, Span<float> output);

    /// <inheritdoc cref="Forward(ReadOnlySpan{float}, Span{float})"/>
    static abstract void Forward(ReadOnlySpan<double> vectors, Span<double> output);

    /// <summary>The vector-Jacobian product of the harmonics.</summary>
    /// <param name="vectors">[rows, 3].</param>
    /// <param name="gradOutput">The cotangent of the output, [rows, output dim].</param>
    /// <param name="gradVectors">[rows, 3], overwritten.</param>
    /// <exception cref="ArgumentException">A span has the wrong length; nothing has been written.</exception>
    static abstract void Backward(ReadOnlySpan<float> vectors, ReadOnlySpan<float> gradOutput, Span<float> gradVectors);

    /// <inheritdoc cref="Backward(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})"/>
    static abstract void Backward(ReadOnlySpan<double> vectors, ReadOnlySpan<double> gradOutput, Span<double> gradVectors);
}
