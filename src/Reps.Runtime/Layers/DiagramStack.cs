using System;
using System.Numerics;
using Reps.Algebra;
using Reps.Kernels;

namespace Reps;

/// <summary>Two diagram layers with nothing between them, as one layer: what <see cref="DiagramStackAttribute{TFirst, TSecond}"/> makes of a class.</summary>
public sealed class DiagramStack
{
    private readonly int[] _composition;

    /// <summary>Composes two layers.</summary>
    /// <param name="second">The plan of the layer that acts last.</param>
    /// <param name="first">The plan of the layer that acts first.</param>
    /// <exception cref="ArgumentException">The first layer's output is not the second's input, or the composite is beyond the budget.</exception>
    public DiagramStack(DiagramPlan second, DiagramPlan first)
    {
        DiagramComposition composition = DiagramComposition.Create(second, first);
        Layer = new DiagramLinear(composition.Plan);
        _composition = [.. CompositionProgram.Lower(composition, second, first)];
    }

    /// <summary>The one layer, for every n that the signatures leave open.</summary>
    public DiagramLinear Layer { get; }

    /// <summary>The weights of the one layer, from those of the two. Where the signatures leave n open they belong to one n.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="sizes">n of each space.</param>
    /// <param name="secondWeights">[weight count] of the layer that acts last.</param>
    /// <param name="secondBiases">[bias count] of that layer, or empty for none.</param>
    /// <param name="firstWeights">[weight count] of the layer that acts first.</param>
    /// <param name="firstBiases">[bias count] of that layer, or empty for none.</param>
    /// <param name="weights">[weight count] of the one layer, overwritten.</param>
    /// <param name="biases">[bias count] of the one layer, overwritten.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
    public void Compose<T>(
        ReadOnlySpan<int> sizes,
        ReadOnlySpan<T> secondWeights,
        ReadOnlySpan<T> secondBiases,
        ReadOnlySpan<T> firstWeights,
        ReadOnlySpan<T> firstBiases,
        Span<T> weights,
        Span<T> biases
    )
        where T : unmanaged, INumberBase<T> =>
        CompositionKernel.Compose(_composition, sizes, secondWeights, secondBiases, firstWeights, firstBiases, weights, biases);
}
