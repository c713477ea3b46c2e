using System;
using Reps.Algebra;

namespace Reps;

/// <summary>
/// A linear equivariant layer. Features are batch first, [rows, dim], and inside a segment [component, channel]. Weights are either one
/// vector of <see cref="WeightCount"/> numbers for all rows or one for each row. All results are written, not added to.
/// </summary>
/// <typeparam name="TInput">The representation of the input.</typeparam>
/// <typeparam name="TOutput">The representation of the output.</typeparam>
public interface ILinear<TInput, TOutput>
    where TInput : struct, IRep<TInput>
    where TOutput : struct, IRep<TOutput>
{
    /// <summary>The number of weights.</summary>
    static abstract int WeightCount { get; }

    /// <summary>The paths in weight order: static data.</summary>
    static abstract ReadOnlySpan<LayerPath> Paths { get; }

    /// <summary>Derives the plan that the layer was written from, for other ways to execute it; not needed by the kernels.</summary>
    /// <returns>The plan, derived anew by each call.</returns>
    static abstract LinearPlan CreatePlan();

    /// <summary>Evaluates the layer.</summary>
    /// <param name="input">[rows, input dim].</param>
    /// <param name="weights">[weight count] or [rows, weight count].</param>
    /// <param name="output">[rows, output dim], overwritten.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
    static abstract void Forward(ReadOnlySpan<float> input, ReadOnlySpan<float> weights, Span<float> output);

    /// <inheritdoc cref="Forward(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})"/>
    static abstract void Forward(ReadOnlySpan<double> input, ReadOnlySpan<double> weights, Span<double> output);

    /// <summary>The vector-Jacobian products of the layer. A gradient that is not wanted is passed as an empty span.</summary>
    /// <param name="input">[rows, input dim].</param>
    /// <param name="weights">[weight count] or [rows, weight count].</param>
    /// <param name="gradOutput">The cotangent of the output, [rows, output dim].</param>
    /// <param name="gradInput">[rows, input dim], overwritten, or empty.</param>
    /// <param name="gradWeights">The shape of <paramref name="weights"/>, overwritten (summed over rows for shared weights), or empty.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
    static abstract void Backward(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> weights,
        ReadOnlySpan<float> gradOutput,
        Span<float> gradInput,
        Span<float> gradWeights
    );

    /// <inheritdoc cref="Backward(ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, Span{float})"/>
    static abstract void Backward(
        ReadOnlySpan<double> input,
        ReadOnlySpan<double> weights,
        ReadOnlySpan<double> gradOutput,
        Span<double> gradInput,
        Span<double> gradWeights
    );

    /// <summary>
    /// The vector-Jacobian products of the backward pass, for losses that contain derivatives: the gradients of the sum over the inputs of
    /// ⟨cotangent, gradient⟩. An empty cotangent counts as zero; a result that is not wanted is passed as an empty span.
    /// </summary>
    /// <param name="input">[rows, input dim].</param>
    /// <param name="weights">[weight count] or [rows, weight count].</param>
    /// <param name="gradOutput">The cotangent of the output, [rows, output dim].</param>
    /// <param name="cotangentInput">The cotangent of the gradient by input: [rows, input dim], or empty.</param>
    /// <param name="cotangentWeights">The cotangent of the gradient by weights: the shape of the weights, or empty.</param>
    /// <param name="gradInput">[rows, input dim], overwritten, or empty.</param>
    /// <param name="gradWeights">The shape of the weights, overwritten, or empty.</param>
    /// <param name="gradGradOutput">The gradient by the cotangent of the output, [rows, output dim], overwritten, or empty.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
    static abstract void DoubleBackward(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> weights,
        ReadOnlySpan<float> gradOutput,
        ReadOnlySpan<float> cotangentInput,
        ReadOnlySpan<float> cotangentWeights,
        Span<float> gradInput,
        Span<float> gradWeights,
        Span<float> gradGradOutput
    );

    /// <inheritdoc cref="DoubleBackward(ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, Span{float}, Span{float})"/>
    static abstract void DoubleBackward(
        ReadOnlySpan<double> input,
        ReadOnlySpan<double> weights,
        ReadOnlySpan<double> gradOutput,
        ReadOnlySpan<double> cotangentInput,
        ReadOnlySpan<double> cotangentWeights,
        Span<double> gradInput,
        Span<double> gradWeights,
        Span<double> gradGradOutput
    );
}
