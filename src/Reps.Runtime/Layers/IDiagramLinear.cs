using System;
using Reps.Algebra;

namespace Reps;

/// <summary>All linear equivariant maps between sums of tensor powers: what <see cref="DiagramLinearAttribute{TInput, TOutput}"/> makes of a class.</summary>
/// <typeparam name="TInput">The tensor powers of the input.</typeparam>
/// <typeparam name="TOutput">The tensor powers of the output.</typeparam>
/// <remarks>
/// Rows are term after term, each [n, …, n, channels]. The sizes are n of each group of the signature. Spans have the lengths that these give; an
/// <see cref="ArgumentException"/> is thrown for others, or where a result overlaps an input, before anything is written.
/// </remarks>
public interface IDiagramLinear<TInput, TOutput>
    where TInput : struct, ITensorPowers<TInput>
    where TOutput : struct, ITensorPowers<TOutput>
{
    /// <summary>The number of weights: for each diagram or orbit [input channels, output channels].</summary>
    static abstract int WeightCount { get; }

    /// <summary>The number of biases: for each diagram or orbit without inputs [output channels].</summary>
    static abstract int BiasCount { get; }

    /// <summary>Derives the layer's plan again.</summary>
    static abstract DiagramPlan CreatePlan();

    /// <summary>Evaluates the layer.</summary>
    static abstract void Forward(ReadOnlySpan<int> sizes, ReadOnlySpan<float> input, ReadOnlySpan<float> weights, ReadOnlySpan<float> biases, Span<float> output);

    /// <summary>The vector-Jacobian products; gradients that are not wanted are empty.</summary>
    static abstract void Backward(
        ReadOnlySpan<int> sizes,
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> weights,
        ReadOnlySpan<float> gradOutput,
        Span<float> gradInput,
        Span<float> gradWeights,
        Span<float> gradBiases
    );

    /// <summary>The vector-Jacobian products of the backward pass; cotangents may be empty, and so may results.</summary>
    static abstract void DoubleBackward(
        ReadOnlySpan<int> sizes,
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> weights,
        ReadOnlySpan<float> gradOutput,
        ReadOnlySpan<float> cotangentInput,
        ReadOnlySpan<float> cotangentWeights,
        ReadOnlySpan<float> cotangentBiases,
        Span<float> gradInput,
        Span<float> gradWeights,
        Span<float> gradGradOutput
    );

    /// <summary>Evaluates the layer.</summary>
    static abstract void Forward(ReadOnlySpan<int> sizes, ReadOnlySpan<double> input, ReadOnlySpan<double> weights, ReadOnlySpan<double> biases, Span<double> output);

    /// <summary>The vector-Jacobian products; gradients that are not wanted are empty.</summary>
    static abstract void Backward(
        ReadOnlySpan<int> sizes,
        ReadOnlySpan<double> input,
        ReadOnlySpan<double> weights,
        ReadOnlySpan<double> gradOutput,
        Span<double> gradInput,
        Span<double> gradWeights,
        Span<double> gradBiases
    );

    /// <summary>The vector-Jacobian products of the backward pass; cotangents may be empty, and so may results.</summary>
    static abstract void DoubleBackward(
        ReadOnlySpan<int> sizes,
        ReadOnlySpan<double> input,
        ReadOnlySpan<double> weights,
        ReadOnlySpan<double> gradOutput,
        ReadOnlySpan<double> cotangentInput,
        ReadOnlySpan<double> cotangentWeights,
        ReadOnlySpan<double> cotangentBiases,
        Span<double> gradInput,
        Span<double> gradWeights,
        Span<double> gradGradOutput
    );
}
