using System;
using System.Collections.Generic;
using System.Numerics;
using Reps.Algebra;
using Reps.Kernels;
using Reps.Kernels.Channelwise;

namespace Reps;

/// <summary>
/// A bilinear equivariant layer whose signatures are known only at run time: the counterpart of
/// <see cref="TensorProductAttribute{TLeft, TRight, TOutput}"/>, executed from the same plan, by tables in place of generated code.
/// </summary>
public sealed class TensorProduct
{
    private readonly ProgramArrays _program;

    /// <summary>Wraps a plan.</summary>
    /// <param name="plan">The plan; see <see cref="TensorProductFamily"/> and <see cref="TensorProductPlan.Create"/>.</param>
    public TensorProduct(TensorProductPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Plan = plan;
        _program = new ProgramArrays(ProductProgram.Lower(plan.Segmented, 0, [], default));
    }

    /// <summary>The plan.</summary>
    public TensorProductPlan Plan { get; }

    /// <summary>The number of weights.</summary>
    public int WeightCount => Plan.WeightCount;

    /// <summary>Every path that the selection rules and the mode allow.</summary>
    /// <param name="left">The left signature, for example <c>64x0e + 64x1o</c>.</param>
    /// <param name="right">The right signature.</param>
    /// <param name="output">The output signature.</param>
    /// <param name="mode">How channels are connected; uvw makes the fully connected product.</param>
    /// <param name="hasWeights">Whether the paths have weights.</param>
    /// <param name="options">How paths are scaled; null for e3nn's defaults.</param>
    /// <returns>The layer.</returns>
    /// <exception cref="SignatureException">A signature is not valid.</exception>
    /// <exception cref="ArgumentException">The groups differ, or the product is beyond the budget.</exception>
    public static TensorProduct Create(
        string left,
        string right,
        string output,
        Mode mode = Mode.Uvw,
        bool hasWeights = true,
        TensorProductOptions? options = null
    )
    {
        (Irreps a, Irreps b, Irreps c) = (Parse(left), Parse(right), Parse(output));
        return new(TensorProductPlan.Create(a, b, c, TensorProductFamily.Connect(a, b, c, mode, hasWeights), options));
    }

    /// <summary>The paths that the instructions name.</summary>
    /// <param name="left">The left signature.</param>
    /// <param name="right">The right signature.</param>
    /// <param name="output">The output signature.</param>
    /// <param name="instructions">The paths in weight order.</param>
    /// <param name="options">How paths are scaled; null for e3nn's defaults.</param>
    /// <returns>The layer.</returns>
    /// <exception cref="SignatureException">A signature is not valid.</exception>
    /// <exception cref="ArgumentException">An instruction does not fit the signatures; the message names it.</exception>
    public static TensorProduct Create(
        string left,
        string right,
        string output,
        IReadOnlyList<TensorProductInstruction> instructions,
        TensorProductOptions? options = null
    ) => new(TensorProductPlan.Create(Parse(left), Parse(right), Parse(output), instructions, options));

    /// <summary>The whole product, decomposed: no weights, one output channel for each pair of channels.</summary>
    /// <param name="left">The left signature.</param>
    /// <param name="right">The right signature.</param>
    /// <param name="keep">The irreps to keep; null keeps all.</param>
    /// <param name="options">How paths are scaled; null for e3nn's defaults.</param>
    /// <returns>The layer; its output is <c>Plan.Output</c>.</returns>
    public static TensorProduct Full(string left, string right, IReadOnlyCollection<Irrep>? keep = null, TensorProductOptions? options = null) =>
        new(TensorProductFamily.Full(Parse(left), Parse(right), keep, options));

    /// <summary>The product of the n-th irrep on the left with the n-th on the right.</summary>
    /// <param name="left">The left signature.</param>
    /// <param name="right">The right signature, with as many irreps.</param>
    /// <param name="keep">The irreps to keep; null keeps all.</param>
    /// <param name="options">How paths are scaled; null for e3nn's defaults.</param>
    /// <returns>The layer; its output is <c>Plan.Output</c>.</returns>
    public static TensorProduct Elementwise(
        string left,
        string right,
        IReadOnlyCollection<Irrep>? keep = null,
        TensorProductOptions? options = null
    ) => new(TensorProductFamily.Elementwise(Parse(left), Parse(right), keep, options));

    /// <summary>Evaluates the layer.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="left">[rows, left dim], segments as [component, channel].</param>
    /// <param name="right">[rows, right dim].</param>
    /// <param name="weights">[weight count] or [rows, weight count].</param>
    /// <param name="output">[rows, output dim], overwritten.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
    public void Forward<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right, ReadOnlySpan<T> weights, Span<T> output)
        where T : unmanaged, INumberBase<T> =>
        ProductKernel.Forward<T, NoStraightLine<T>>(_program.Integers, _program.Coefficients<T>(), left, right, weights, output);

    /// <summary>The vector-Jacobian products of the layer. A gradient that is not wanted is passed as an empty span.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="left">[rows, left dim].</param>
    /// <param name="right">[rows, right dim].</param>
    /// <param name="weights">[weight count] or [rows, weight count].</param>
    /// <param name="gradOutput">The cotangent of the output, [rows, output dim].</param>
    /// <param name="gradLeft">[rows, left dim], overwritten, or empty.</param>
    /// <param name="gradRight">[rows, right dim], overwritten, or empty.</param>
    /// <param name="gradWeights">The shape of the weights, overwritten, or empty.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
    public void Backward<T>(
        ReadOnlySpan<T> left,
        ReadOnlySpan<T> right,
        ReadOnlySpan<T> weights,
        ReadOnlySpan<T> gradOutput,
        Span<T> gradLeft,
        Span<T> gradRight,
        Span<T> gradWeights
    )
        where T : unmanaged, INumberBase<T> =>
        ProductKernel.Backward<T, NoStraightLine<T>>(
            _program.Integers,
            _program.Coefficients<T>(),
            left,
            right,
            weights,
            gradOutput,
            gradLeft,
            gradRight,
            gradWeights
        );

    /// <summary>
    /// The vector-Jacobian products of the backward pass. An empty cotangent counts as zero, an empty result is not wanted.
    /// </summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="left">[rows, left dim].</param>
    /// <param name="right">[rows, right dim].</param>
    /// <param name="weights">[weight count] or [rows, weight count].</param>
    /// <param name="gradOutput">The cotangent of the output, [rows, output dim].</param>
    /// <param name="cotangentLeft">The cotangent of the gradient by the left, [rows, left dim], or empty.</param>
    /// <param name="cotangentRight">The cotangent of the gradient by the right, [rows, right dim], or empty.</param>
    /// <param name="cotangentWeights">The cotangent of the gradient by the weights, the shape of the weights, or empty.</param>
    /// <param name="gradLeft">[rows, left dim], overwritten, or empty.</param>
    /// <param name="gradRight">[rows, right dim], overwritten, or empty.</param>
    /// <param name="gradWeights">The shape of the weights, overwritten, or empty.</param>
    /// <param name="gradGradOutput">The gradient by the cotangent of the output, [rows, output dim], overwritten, or empty.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
    public void DoubleBackward<T>(
        ReadOnlySpan<T> left,
        ReadOnlySpan<T> right,
        ReadOnlySpan<T> weights,
        ReadOnlySpan<T> gradOutput,
        ReadOnlySpan<T> cotangentLeft,
        ReadOnlySpan<T> cotangentRight,
        ReadOnlySpan<T> cotangentWeights,
        Span<T> gradLeft,
        Span<T> gradRight,
        Span<T> gradWeights,
        Span<T> gradGradOutput
    )
        where T : unmanaged, INumberBase<T> =>
        ProductKernel.DoubleBackward<T, NoStraightLine<T>>(
            _program.Integers,
            _program.Coefficients<T>(),
            left,
            right,
            weights,
            gradOutput,
            cotangentLeft,
            cotangentRight,
            cotangentWeights,
            gradLeft,
            gradRight,
            gradWeights,
            gradGradOutput
        );

    /// <summary>
    /// Message passing: output[t] = Σ over the edges into t of layer(left[source], right[edge], weights[edge]). A channelwise
    /// product whose channels are those of left never holds a message in memory; any other holds those of a few edges.
    /// </summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="graph">The edges, sorted by target.</param>
    /// <param name="left">[source count, left dim].</param>
    /// <param name="right">[edges, right dim].</param>
    /// <param name="weights">[weight count] or [edges, weight count].</param>
    /// <param name="output">[target count, output dim], overwritten.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
    public void Forward<T>(
        EdgeGraph graph,
        ReadOnlySpan<T> left,
        ReadOnlySpan<T> right,
        ReadOnlySpan<T> weights,
        Span<T> output
    )
        where T : unmanaged, INumberBase<T> =>
        ConvolutionKernel.Forward<T, NoStraightLine<T>>(
            _program.Integers,
            _program.Coefficients<T>(),
            graph,
            left,
            right,
            weights,
            output
        );

    /// <summary>
    /// The vector-Jacobian products of <c>Forward</c> over a graph. A gradient that is not wanted is passed as an empty span.
    /// </summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="graph">The edges, sorted by target.</param>
    /// <param name="left">[source count, left dim].</param>
    /// <param name="right">[edges, right dim].</param>
    /// <param name="weights">[weight count] or [edges, weight count].</param>
    /// <param name="gradOutput">The cotangent of the output, [target count, output dim].</param>
    /// <param name="gradLeft">[source count, left dim], overwritten, or empty.</param>
    /// <param name="gradRight">[edges, right dim], overwritten, or empty.</param>
    /// <param name="gradWeights">The shape of the weights, overwritten, or empty.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
    public void Backward<T>(
        EdgeGraph graph,
        ReadOnlySpan<T> left,
        ReadOnlySpan<T> right,
        ReadOnlySpan<T> weights,
        ReadOnlySpan<T> gradOutput,
        Span<T> gradLeft,
        Span<T> gradRight,
        Span<T> gradWeights
    )
        where T : unmanaged, INumberBase<T> =>
        ConvolutionKernel.Backward<T, NoStraightLine<T>>(
            _program.Integers,
            _program.Coefficients<T>(),
            graph,
            left,
            right,
            weights,
            gradOutput,
            gradLeft,
            gradRight,
            gradWeights
        );

    /// <summary>
    /// The vector-Jacobian products of <c>Backward</c> over a graph, for losses that contain derivatives. An empty cotangent counts as zero; a
    /// result that is not wanted is passed as an empty span.
    /// </summary>
    /// <typeparam name="T">float or double.</typeparam>
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
    public void DoubleBackward<T>(
        EdgeGraph graph,
        ReadOnlySpan<T> left,
        ReadOnlySpan<T> right,
        ReadOnlySpan<T> weights,
        ReadOnlySpan<T> gradOutput,
        ReadOnlySpan<T> cotangentLeft,
        ReadOnlySpan<T> cotangentRight,
        ReadOnlySpan<T> cotangentWeights,
        Span<T> gradLeft,
        Span<T> gradRight,
        Span<T> gradWeights,
        Span<T> gradGradOutput
    )
        where T : unmanaged, INumberBase<T> =>
        ConvolutionKernel.DoubleBackward<T, NoStraightLine<T>>(
            _program.Integers,
            _program.Coefficients<T>(),
            graph,
            left,
            right,
            weights,
            gradOutput,
            cotangentLeft,
            cotangentRight,
            cotangentWeights,
            gradLeft,
            gradRight,
            gradWeights,
            gradGradOutput
        );

    private static Irreps Parse(string text) => Signature.Parse(text).Irreps;
}
