using System;
using System.Numerics;
using Reps.Algebra;
using Reps.Kernels;

namespace Reps;

/// <summary>
/// Every linear equivariant map between sums of tensor powers, executed through half-diagrams: the work grows with n as the larger of the two
/// tensors, where the matrix would have as many entries as their product. Where automorphisms of graphs act, through sums over orbits: an addition
/// for each entry of the matrix, and a product for each orbit.
/// </summary>
public sealed class DiagramLinear
{
    private readonly int[] _program;

    /// <summary>Wraps a plan.</summary>
    /// <param name="plan">The plan.</param>
    public DiagramLinear(DiagramPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Plan = plan;
        _program = [.. DiagramProgram.Lower(plan).Integers];
    }

    /// <summary>The plan.</summary>
    public DiagramPlan Plan { get; }

    /// <summary>The linear maps between two sums of tensor powers.</summary>
    /// <param name="input">The input signature: <c>S(n): 16xV^2</c>, <c>Aut(petersen): 4xV^2</c>.</param>
    /// <param name="output">The output signature, of the same groups.</param>
    /// <param name="spanning">Whether all diagrams are taken, also where they depend on each other; else those of a basis.</param>
    /// <returns>The layer.</returns>
    /// <exception cref="SignatureException">A signature is not valid.</exception>
    /// <exception cref="ArgumentException">The groups differ, or the map is beyond the budget.</exception>
    public static DiagramLinear Create(string input, string output, bool spanning = false) =>
        new(DiagramPlan.Create(TensorPowers.Parse(input), TensorPowers.Parse(output), spanning));

    /// <summary>The number of weights: for each diagram or orbit [input channels, output channels].</summary>
    public int WeightCount => Plan.WeightCount;

    /// <summary>The number of biases: for each diagram or orbit without inputs [output channels].</summary>
    public int BiasCount => Plan.BiasCount;

    /// <summary>This layer after another one, as one layer.</summary>
    /// <param name="first">The layer that acts first.</param>
    /// <returns>The layer, and how its weights follow from those of the two.</returns>
    /// <exception cref="ArgumentException">The first layer's output is not this one's input, or the composite is beyond the budget.</exception>
    public DiagramStack After(DiagramLinear first)
    {
        ArgumentNullException.ThrowIfNull(first);
        return new(Plan, first.Plan);
    }

    /// <summary>Evaluates the layer.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="sizes">n of each space.</param>
    /// <param name="input">[rows, input dim]: term after term, each [n, …, n, channels].</param>
    /// <param name="weights">[weight count].</param>
    /// <param name="biases">[bias count], or empty for none.</param>
    /// <param name="output">[rows, output dim], overwritten.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or the output overlaps an input; nothing has been written.</exception>
    public void Forward<T>(ReadOnlySpan<int> sizes, ReadOnlySpan<T> input, ReadOnlySpan<T> weights, ReadOnlySpan<T> biases, Span<T> output)
        where T : unmanaged, INumberBase<T> => DiagramKernel.Forward(_program, sizes, input, weights, biases, output);

    /// <summary>The vector-Jacobian products of the layer. A gradient that is not wanted is passed as an empty span.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="sizes">n of each space.</param>
    /// <param name="input">[rows, input dim].</param>
    /// <param name="weights">[weight count].</param>
    /// <param name="gradOutput">The cotangent of the output, [rows, output dim].</param>
    /// <param name="gradInput">[rows, input dim], overwritten, or empty.</param>
    /// <param name="gradWeights">[weight count], overwritten, or empty.</param>
    /// <param name="gradBiases">[bias count], overwritten, or empty.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
    public void Backward<T>(
        ReadOnlySpan<int> sizes,
        ReadOnlySpan<T> input,
        ReadOnlySpan<T> weights,
        ReadOnlySpan<T> gradOutput,
        Span<T> gradInput,
        Span<T> gradWeights,
        Span<T> gradBiases
    )
        where T : unmanaged, INumberBase<T> =>
        DiagramKernel.Backward(_program, sizes, input, weights, gradOutput, gradInput, gradWeights, gradBiases);

    /// <summary>
    /// The vector-Jacobian products of <see cref="Backward{T}"/>. An empty cotangent counts as zero, an empty result is not wanted. (The gradient by
    /// the biases is zero.)
    /// </summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="sizes">n of each space.</param>
    /// <param name="input">[rows, input dim].</param>
    /// <param name="weights">[weight count].</param>
    /// <param name="gradOutput">The cotangent of the output, [rows, output dim].</param>
    /// <param name="cotangentInput">The cotangent of the gradient by the input, [rows, input dim], or empty.</param>
    /// <param name="cotangentWeights">The cotangent of the gradient by the weights, [weight count], or empty.</param>
    /// <param name="cotangentBiases">The cotangent of the gradient by the biases, [bias count], or empty.</param>
    /// <param name="gradInput">[rows, input dim], overwritten, or empty.</param>
    /// <param name="gradWeights">[weight count], overwritten, or empty.</param>
    /// <param name="gradGradOutput">The gradient by the cotangent of the output, [rows, output dim], overwritten, or empty.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
    public void DoubleBackward<T>(
        ReadOnlySpan<int> sizes,
        ReadOnlySpan<T> input,
        ReadOnlySpan<T> weights,
        ReadOnlySpan<T> gradOutput,
        ReadOnlySpan<T> cotangentInput,
        ReadOnlySpan<T> cotangentWeights,
        ReadOnlySpan<T> cotangentBiases,
        Span<T> gradInput,
        Span<T> gradWeights,
        Span<T> gradGradOutput
    )
        where T : unmanaged, INumberBase<T> =>
        DiagramKernel.DoubleBackward(
            _program, sizes, input, weights, gradOutput, cotangentInput, cotangentWeights, cotangentBiases, gradInput, gradWeights, gradGradOutput);
}
