using System;
using Reps.Algebra;

namespace Reps;

/// <summary>
/// A bilinear equivariant layer. Features are batch first, [rows, dim], and inside a segment [component, channel]; the number of rows is
/// that of the output (of its gradient). Weights are either one vector of <see cref="WeightCount"/> numbers for all rows or one for each
/// row. All results are written, not added to.
/// </summary>
/// <typeparam name="TLeft">The representation of the left input.</typeparam>
/// <typeparam name="TRight">The representation of the right input.</typeparam>
/// <typeparam name="TOutput">The representation of the output.</typeparam>
public interface ITensorProduct<TLeft, TRight, TOutput>
    where TLeft : struct, IRep<TLeft>
    where TRight : struct, IRep<TRight>
    where TOutput : struct, IRep<TOutput>
{
    /// <summary>The number of weights.</summary>
    static abstract int WeightCount { get; }

    /// <summary>The paths in weight order: static data.</summary>
    static abstract ReadOnlySpan<LayerPath> Paths { get; }

    /// <summary>Derives the plan that the layer was written from, for other ways to execute it; not needed by the kernels.</summary>
    /// <returns>The plan, derived anew by each call.</returns>
    static abstract TensorProductPlan CreatePlan();

    /// <summary>Evaluates the layer.</summary>
    /// <param name="left">[rows, left dim].</param>
    /// <param name="right">[rows, right dim].</param>
    /// <param name="weights">[weight count] or [rows, weight count].</param>
    /// <param name="output">[rows, output dim], overwritten.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
    static abstract void Forward(ReadOnlySpan<float> left, ReadOnlySpan<float> right, ReadOnlySpan<float> weights, Span<float> output);

    /// <inheritdoc cref="Forward(ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})"/>
    static abstract void Forward(ReadOnlySpan<double> left, ReadOnlySpan<double> right, ReadOnlySpan<double> weights, Span<double> output);

    /// <summary>The vector-Jacobian products of the layer. A gradient that is not wanted is passed as an empty span.</summary>
    /// <param name="left">[rows, left dim].</param>
    /// <param name="right">[rows, right dim].</param>
    /// <param name="weights">[weight count] or [rows, weight count].</param>
    /// <param name="gradOutput">The cotangent of the output, [rows, output dim].</param>
    /// <param name="gradLeft">[rows, left dim], overwritten, or empty.</param>
    /// <param name="gradRight">[rows, right dim], overwritten, or empty.</param>
    /// <param name="gradWeights">The shape of <paramref name="weights"/>, overwritten (summed over rows for shared weights), or empty.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
    static abstract void Backward(
        ReadOnlySpan<float> left,
        ReadOnlySpan<float> right,
        ReadOnlySpan<float> weights,
        ReadOnlySpan<float> gradOutput,
        Span<float> gradLeft,
        Span<float> gradRight,
        Span<float> gradWeights
    );

    /// <inheritdoc cref="Backward(ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, Span{float}, Span{float})"/>
    static abstract void Backward(
        ReadOnlySpan<double> left,
        ReadOnlySpan<double> right,
        ReadOnlySpan<double> weights,
        ReadOnlySpan<double> gradOutput,
        Span<double> gradLeft,
        Span<double> gradRight,
        Span<double> gradWeights
    );

    /// <summary>
    /// The vector-Jacobian products of the backward pass, for losses that contain derivatives: the gradients of the sum over the inputs of
    /// ⟨cotangent, gradient⟩. An empty cotangent counts as zero; a result that is not wanted is passed as an empty span.
    /// </summary>
    /// <param name="left">[rows, left dim].</param>
    /// <param name="right">[rows, right dim].</param>
    /// <param name="weights">[weight count] or [rows, weight count].</param>
    /// <param name="gradOutput">The cotangent of the output, [rows, output dim].</param>
    /// <param name="cotangentLeft">The cotangent of the gradient by left: [rows, left dim], or empty.</param>
    /// <param name="cotangentRight">The cotangent of the gradient by right: [rows, right dim], or empty.</param>
    /// <param name="cotangentWeights">The cotangent of the gradient by weights: the shape of the weights, or empty.</param>
    /// <param name="gradLeft">[rows, left dim], overwritten, or empty.</param>
    /// <param name="gradRight">[rows, right dim], overwritten, or empty.</param>
    /// <param name="gradWeights">The shape of the weights, overwritten, or empty.</param>
    /// <param name="gradGradOutput">The gradient by the cotangent of the output, [rows, output dim], overwritten, or empty.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
    static abstract void DoubleBackward(
        ReadOnlySpan<float> left,
        ReadOnlySpan<float> right,
        ReadOnlySpan<float> weights,
        ReadOnlySpan<float> gradOutput,
        ReadOnlySpan<float> cotangentLeft,
        ReadOnlySpan<float> cotangentRight,
        ReadOnlySpan<float> cotangentWeights,
        Span<float> gradLeft,
        Span<float> gradRight,
        Span<float> gradWeights,
        Span<float> gradGradOutput
    );

    /// <inheritdoc cref="DoubleBackward(ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, Span{float}, Span{float}, Span{float})"/>
    static abstract void DoubleBackward(
        ReadOnlySpan<double> left,
        ReadOnlySpan<double> right,
        ReadOnlySpan<double> weights,
        ReadOnlySpan<double> gradOutput,
        ReadOnlySpan<double> cotangentLeft,
        ReadOnlySpan<double> cotangentRight,
        ReadOnlySpan<double> cotangentWeights,
        Span<double> gradLeft,
        Span<double> gradRight,
        Span<double> gradWeights,
        Span<double> gradGradOutput
    );

    /// <summary>
    /// Message passing: output[t] = Σ over the edges into t of layer(left[source], right[edge], weights[edge]). A channelwise
    /// product whose channels are those of left never holds a message in memory; any other holds those of a few edges.
    /// </summary>
    /// <param name="graph">The edges, sorted by target.</param>
    /// <param name="left">[source count, left dim].</param>
    /// <param name="right">[edges, right dim].</param>
    /// <param name="weights">[weight count] or [edges, weight count].</param>
    /// <param name="output">[target count, output dim], overwritten.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
    static abstract void Forward(
        EdgeGraph graph,
        ReadOnlySpan<float> left,
        ReadOnlySpan<float> right,
        ReadOnlySpan<float> weights,
        Span<float> output
    );

    /// <inheritdoc cref="Forward(EdgeGraph, ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})"/>
    static abstract void Forward(
        EdgeGraph graph,
        ReadOnlySpan<double> left,
        ReadOnlySpan<double> right,
        ReadOnlySpan<double> weights,
        Span<double> output
    );

    /// <summary>
    /// The vector-Jacobian products of <c>Forward</c> over a graph. A gradient that is not wanted is passed as an empty span.
    /// </summary>
    /// <param name="graph">The edges, sorted by target.</param>
    /// <param name="left">[source count, left dim].</param>
    /// <param name="right">[edges, right dim].</param>
    /// <param name="weights">[weight count] or [edges, weight count].</param>
    /// <param name="gradOutput">The cotangent of the output, [target count, output dim].</param>
    /// <param name="gradLeft">[source count, left dim], overwritten, or empty.</param>
    /// <param name="gradRight">[edges, right dim], overwritten, or empty.</param>
    /// <param name="gradWeights">The shape of the weights, overwritten, or empty.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
    static abstract void Backward(
        EdgeGraph graph,
        ReadOnlySpan<float> left,
        ReadOnlySpan<float> right,
        ReadOnlySpan<float> weights,
        ReadOnlySpan<float> gradOutput,
        Span<float> gradLeft,
        Span<float> gradRight,
        Span<float> gradWeights
    );

    /// <inheritdoc cref="Backward(EdgeGraph, ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, Span{float}, Span{float})"/>
    static abstract void Backward(
        EdgeGraph graph,
        ReadOnlySpan<double> left,
        ReadOnlySpan<double> right,
        ReadOnlySpan<double> weights,
        ReadOnlySpan<double> gradOutput,
        Span<double> gradLeft,
        Span<double> gradRight,
        Span<double> gradWeights
    );

    /// <summary>
    /// The vector-Jacobian products of <c>Backward</c> over a graph, for losses that contain derivatives. An empty cotangent counts as zero; a
    /// result that is not wanted is passed as an empty span.
    /// </summary>
    /// <param name="graph">The edges, sorted by target.</param>
    /// <param name="left">[source count, left dim].</param>
    /// <param name="right">[edges, right dim].</param>
    /// <param name="weights">[weight count] or [edges, weight count].</param>
    /// <param name="gradOutput">The cotangent of the output, [target count, output dim].</param>
    /// <param name="cotangentLeft">The cotangent of the gradient by left: [source count, left dim], or empty.</param>
    /// <param name="cotangentRight">The cotangent of the gradient by right: [edges, right dim], or empty.</param>
    /// <param name="cotangentWeights">The cotangent of the gradient by weights: the shape of the weights, or empty.</param>
    /// <param name="gradLeft">[source count, left dim], overwritten, or empty.</param>
    /// <param name="gradRight">[edges, right dim], overwritten, or empty.</param>
    /// <param name="gradWeights">The shape of the weights, overwritten, or empty.</param>
    /// <param name="gradGradOutput">[target count, output dim], overwritten, or empty.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
    static abstract void DoubleBackward(
        EdgeGraph graph,
        ReadOnlySpan<float> left,
        ReadOnlySpan<float> right,
        ReadOnlySpan<float> weights,
        ReadOnlySpan<float> gradOutput,
        ReadOnlySpan<float> cotangentLeft,
        ReadOnlySpan<float> cotangentRight,
        ReadOnlySpan<float> cotangentWeights,
        Span<float> gradLeft,
        Span<float> gradRight,
        Span<float> gradWeights,
        Span<float> gradGradOutput
    );

    /// <inheritdoc cref="DoubleBackward(EdgeGraph, ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, Span{float}, Span{float}, Span{float})"/>
    static abstract void DoubleBackward(
        EdgeGraph graph,
        ReadOnlySpan<double> left,
        ReadOnlySpan<double> right,
        ReadOnlySpan<double> weights,
        ReadOnlySpan<double> gradOutput,
        ReadOnlySpan<double> cotangentLeft,
        ReadOnlySpan<double> cotangentRight,
        ReadOnlySpan<double> cotangentWeights,
        Span<double> gradLeft,
        Span<double> gradRight,
        Span<double> gradWeights,
        Span<double> gradGradOutput
    );
}
