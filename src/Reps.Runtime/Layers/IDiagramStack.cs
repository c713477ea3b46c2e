using System;

namespace Reps;

/// <summary>Two diagram layers as one: what <see cref="DiagramStackAttribute{TFirst, TSecond}"/> makes of a class.</summary>
/// <typeparam name="TInput">The tensor powers of the input of the first.</typeparam>
/// <typeparam name="TOutput">The tensor powers of the output of the second.</typeparam>
/// <remarks>
/// Weights are flat, for each diagram [input channels, output channels]; biases [bias count]. Those of the two layers may have no biases, as empty spans; the
/// results have the lengths WeightCount and BiasCount. An <see cref="ArgumentException"/> is thrown for other lengths or sizes, or where a result overlaps an
/// input, before anything is written. Where the signatures leave n open, the weights belong to the n for which they are computed.
/// </remarks>
public interface IDiagramStack<TInput, TOutput> : IDiagramLinear<TInput, TOutput>
    where TInput : struct, ITensorPowers<TInput>
    where TOutput : struct, ITensorPowers<TOutput>
{
    /// <summary>The weights of the one layer, from those of the two.</summary>
    static abstract void Compose(
        ReadOnlySpan<int> sizes,
        ReadOnlySpan<float> secondWeights,
        ReadOnlySpan<float> secondBiases,
        ReadOnlySpan<float> firstWeights,
        ReadOnlySpan<float> firstBiases,
        Span<float> weights,
        Span<float> biases
    );

    /// <summary>The weights of the one layer, from those of the two.</summary>
    static abstract void Compose(
        ReadOnlySpan<int> sizes,
        ReadOnlySpan<double> secondWeights,
        ReadOnlySpan<double> secondBiases,
        ReadOnlySpan<double> firstWeights,
        ReadOnlySpan<double> firstBiases,
        Span<double> weights,
        Span<double> biases
    );
}
