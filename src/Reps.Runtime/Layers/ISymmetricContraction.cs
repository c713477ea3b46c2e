using System;
using Reps.Algebra;

namespace Reps;

/// <summary>
/// Equivariant polynomials of a feature vector, channel by channel. Features are batch first, [rows, dim], and inside a segment
/// [component, channel]. Weights are [elements, <see cref="WeightCount"/>], and every row names its element. All results are written, not
/// added to.
/// </summary>
/// <typeparam name="TInput">The representation of the input.</typeparam>
/// <typeparam name="TOutput">The representation of the output.</typeparam>
public interface ISymmetricContraction<TInput, TOutput>
    where TInput : struct, IRep<TInput>
    where TOutput : struct, IRep<TOutput>
{
    /// <summary>The number of weights of one element: [path, channel].</summary>
    static abstract int WeightCount { get; }

    /// <summary>The paths in weight order: static data.</summary>
    static abstract ReadOnlySpan<ContractionPath> Paths { get; }

    /// <summary>Derives the plan that the layer was written from, for other ways to execute it; not needed by the kernels.</summary>
    /// <returns>The plan, derived anew by each call.</returns>
    static abstract SymmetricContractionPlan CreatePlan();

    /// <summary>Evaluates the layer.</summary>
    /// <param name="input">[rows, input dim].</param>
    /// <param name="weights">[elements, weight count].</param>
    /// <param name="elements">[rows]: which weights a row takes, from 0.</param>
    /// <param name="output">[rows, output dim], overwritten.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, a result overlaps an input, or an element has no weights; nothing has been written.</exception>
    static abstract void Forward(ReadOnlySpan<float> input, ReadOnlySpan<float> weights, ReadOnlySpan<int> elements, Span<float> output);

    /// <inheritdoc cref="Forward(ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{int}, Span{float})"/>
    static abstract void Forward(ReadOnlySpan<double> input, ReadOnlySpan<double> weights, ReadOnlySpan<int> elements, Span<double> output);

    /// <summary>The vector-Jacobian products of the layer. A gradient that is not wanted is passed as an empty span.</summary>
    /// <param name="input">[rows, input dim].</param>
    /// <param name="weights">[elements, weight count].</param>
    /// <param name="elements">[rows]: which weights a row takes, from 0.</param>
    /// <param name="gradOutput">The cotangent of the output, [rows, output dim].</param>
    /// <param name="gradInput">[rows, input dim], overwritten, or empty.</param>
    /// <param name="gradWeights">[elements, weight count], overwritten (summed over the rows of an element), or empty.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, a result overlaps an input, or an element has no weights; nothing has been written.</exception>
    static abstract void Backward(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> weights,
        ReadOnlySpan<int> elements,
        ReadOnlySpan<float> gradOutput,
        Span<float> gradInput,
        Span<float> gradWeights
    );

    /// <inheritdoc cref="Backward(ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{int}, ReadOnlySpan{float}, Span{float}, Span{float})"/>
    static abstract void Backward(
        ReadOnlySpan<double> input,
        ReadOnlySpan<double> weights,
        ReadOnlySpan<int> elements,
        ReadOnlySpan<double> gradOutput,
        Span<double> gradInput,
        Span<double> gradWeights
    );

    /// <summary>
    /// The gradients of ⟨a, gradInput⟩ + ⟨b, gradWeights⟩, where those are the gradients that Backward gives: what a loss on forces needs.
    /// A gradient that is not wanted is passed as an empty span.
    /// </summary>
    /// <param name="input">[rows, input dim].</param>
    /// <param name="weights">[elements, weight count].</param>
    /// <param name="elements">[rows]: which weights a row takes, from 0.</param>
    /// <param name="gradOutput">The cotangent of the output in the first gradient, [rows, output dim].</param>
    /// <param name="cotangentInput">a, [rows, input dim], or empty for zero.</param>
    /// <param name="cotangentWeights">b, [elements, weight count], or empty for zero.</param>
    /// <param name="gradInput">The gradient by the input, overwritten, or empty.</param>
    /// <param name="gradWeights">The gradient by the weights, overwritten, or empty.</param>
    /// <param name="gradGradOutput">The gradient by <paramref name="gradOutput"/>, overwritten, or empty.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, a result overlaps an input, or an element has no weights; nothing has been written.</exception>
    static abstract void DoubleBackward(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> weights,
        ReadOnlySpan<int> elements,
        ReadOnlySpan<float> gradOutput,
        ReadOnlySpan<float> cotangentInput,
        ReadOnlySpan<float> cotangentWeights,
        Span<float> gradInput,
        Span<float> gradWeights,
        Span<float> gradGradOutput
    );

    /// <inheritdoc cref="DoubleBackward(ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{int}, ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, Span{float}, Span{float})"/>
    static abstract void DoubleBackward(
        ReadOnlySpan<double> input,
        ReadOnlySpan<double> weights,
        ReadOnlySpan<int> elements,
        ReadOnlySpan<double> gradOutput,
        ReadOnlySpan<double> cotangentInput,
        ReadOnlySpan<double> cotangentWeights,
        Span<double> gradInput,
        Span<double> gradWeights,
        Span<double> gradGradOutput
    );
}
