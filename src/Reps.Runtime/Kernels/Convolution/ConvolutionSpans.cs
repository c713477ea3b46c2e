using System;

namespace Reps.Kernels.Convolution;

/// <summary>What a convolution reads.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal readonly ref struct ConvolutionSpans<T>(
    ReadOnlySpan<int> program,
    ReadOnlySpan<T> coefficients,
    ReadOnlySpan<T> left,
    ReadOnlySpan<T> right,
    ReadOnlySpan<T> weights,
    int weightStride
)
{
    public readonly ReadOnlySpan<int> Program = program;
    public readonly ReadOnlySpan<T> Coefficients = coefficients;
    public readonly ReadOnlySpan<T> Left = left;
    public readonly ReadOnlySpan<T> Right = right;
    public readonly ReadOnlySpan<T> Weights = weights;
    public readonly int WeightStride = weightStride;

    /// <summary>The weights of consecutive edges.</summary>
    public ReadOnlySpan<T> WeightsOf(int first, int count) => WeightStride == 0 ? Weights : Weights.Slice(first * WeightStride, count * WeightStride);
}
