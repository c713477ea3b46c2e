using System;
using System.Numerics;
using Reps.Algebra;
using Reps.Kernels;

namespace Reps;

/// <summary>
/// A linear equivariant layer whose signatures are known only at run time: the counterpart of
/// <see cref="LinearAttribute{TInput, TOutput}"/>, executed from the same plan.
/// </summary>
public sealed class Linear
{
    private readonly ProgramArrays _program;

    /// <summary>Wraps a plan.</summary>
    /// <param name="plan">The plan.</param>
    public Linear(LinearPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Plan = plan;
        _program = new ProgramArrays(MixingProgram.Lower(plan.Segmented, default));
    }

    /// <summary>The plan.</summary>
    public LinearPlan Plan { get; }

    /// <summary>The number of weights.</summary>
    public int WeightCount => Plan.WeightCount;

    /// <summary>The linear map between two representations.</summary>
    /// <param name="input">The input signature.</param>
    /// <param name="output">The output signature.</param>
    /// <param name="normalization">How paths into the same output share its variance.</param>
    /// <returns>The layer.</returns>
    /// <exception cref="SignatureException">A signature is not valid.</exception>
    /// <exception cref="ArgumentException">The groups differ, or the map is beyond the budget.</exception>
    public static Linear Create(string input, string output, PathNormalization normalization = PathNormalization.Element) =>
        new(LinearPlan.Create(Signature.Parse(input).Irreps, Signature.Parse(output).Irreps, normalization));

    /// <summary>Evaluates the layer.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="input">[rows, input dim], segments as [component, channel].</param>
    /// <param name="weights">[weight count] or [rows, weight count].</param>
    /// <param name="output">[rows, output dim], overwritten.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
    public void Forward<T>(ReadOnlySpan<T> input, ReadOnlySpan<T> weights, Span<T> output)
        where T : unmanaged, INumberBase<T> =>
        MixingKernel.Forward(_program.Integers, _program.Coefficients<T>(), input, weights, output);

    /// <summary>The vector-Jacobian products of the layer. A gradient that is not wanted is passed as an empty span.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="input">[rows, input dim].</param>
    /// <param name="weights">[weight count] or [rows, weight count].</param>
    /// <param name="gradOutput">The cotangent of the output, [rows, output dim].</param>
    /// <param name="gradInput">[rows, input dim], overwritten, or empty.</param>
    /// <param name="gradWeights">The shape of the weights, overwritten, or empty.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
    public void Backward<T>(
        ReadOnlySpan<T> input,
        ReadOnlySpan<T> weights,
        ReadOnlySpan<T> gradOutput,
        Span<T> gradInput,
        Span<T> gradWeights
    )
        where T : unmanaged, INumberBase<T> =>
        MixingKernel.Backward(_program.Integers, _program.Coefficients<T>(), input, weights, gradOutput, gradInput, gradWeights);

    /// <summary>
    /// The vector-Jacobian products of <see cref="Backward{T}"/>. An empty cotangent counts as zero, an empty result is not wanted.
    /// </summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="input">[rows, input dim].</param>
    /// <param name="weights">[weight count] or [rows, weight count].</param>
    /// <param name="gradOutput">The cotangent of the output, [rows, output dim].</param>
    /// <param name="cotangentInput">The cotangent of the gradient by the input, [rows, input dim], or empty.</param>
    /// <param name="cotangentWeights">The cotangent of the gradient by the weights, the shape of the weights, or empty.</param>
    /// <param name="gradInput">[rows, input dim], overwritten, or empty.</param>
    /// <param name="gradWeights">The shape of the weights, overwritten, or empty.</param>
    /// <param name="gradGradOutput">The gradient by the cotangent of the output, [rows, output dim], overwritten, or empty.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
    public void DoubleBackward<T>(
        ReadOnlySpan<T> input,
        ReadOnlySpan<T> weights,
        ReadOnlySpan<T> gradOutput,
        ReadOnlySpan<T> cotangentInput,
        ReadOnlySpan<T> cotangentWeights,
        Span<T> gradInput,
        Span<T> gradWeights,
        Span<T> gradGradOutput
    )
        where T : unmanaged, INumberBase<T> =>
        MixingKernel.DoubleBackward(
            _program.Integers,
            _program.Coefficients<T>(),
            input,
            weights,
            gradOutput,
            cotangentInput,
            cotangentWeights,
            gradInput,
            gradWeights,
            gradGradOutput
        );
}
