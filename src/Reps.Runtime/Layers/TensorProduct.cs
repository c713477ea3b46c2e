using System;
using System.Collections.Generic;
using System.Numerics;
using Reps.Algebra;
using Reps.Interpreter;
using Reps.Kernels;

namespace Reps;

/// <summary>
/// A bilinear equivariant layer whose signatures are known only at run time: the counterpart of
/// <see cref="TensorProductAttribute{TLeft, TRight, TOutput}"/>, evaluated by the interpreter from the same plan.
/// </summary>
public sealed class TensorProduct
{
    private readonly PlanInterpreter _forward;
    private readonly Lazy<PlanInterpreter>[] _backward;

    /// <summary>Wraps a plan.</summary>
    /// <param name="plan">The plan; see <see cref="TensorProductFamily"/> and <see cref="TensorProductPlan.Create"/>.</param>
    public TensorProduct(TensorProductPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Plan = plan;
        _forward = new PlanInterpreter(plan.Segmented);
        _backward = new Lazy<PlanInterpreter>[3];
        for (int i = 0; i < 3; i++)
        {
            int input = i;
            _backward[i] = new Lazy<PlanInterpreter>(() => new PlanInterpreter(plan.Segmented.Transpose(input)));
        }
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
    /// <exception cref="ArgumentException">A span has the wrong length; nothing has been written.</exception>
    public void Forward<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right, ReadOnlySpan<T> weights, Span<T> output)
        where T : unmanaged, IFloatingPointIeee754<T> => _forward.Run(Rows(output.Length), new PlanArguments<T>(left, right, weights), output);

    /// <summary>The vector-Jacobian products of the layer. A gradient that is not wanted is passed as an empty span.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="left">[rows, left dim].</param>
    /// <param name="right">[rows, right dim].</param>
    /// <param name="weights">[weight count] or [rows, weight count].</param>
    /// <param name="gradOutput">The cotangent of the output, [rows, output dim].</param>
    /// <param name="gradLeft">[rows, left dim], overwritten, or empty.</param>
    /// <param name="gradRight">[rows, right dim], overwritten, or empty.</param>
    /// <param name="gradWeights">The shape of the weights, overwritten, or empty.</param>
    /// <exception cref="ArgumentException">A span has the wrong length.</exception>
    public void Backward<T>(
        ReadOnlySpan<T> left,
        ReadOnlySpan<T> right,
        ReadOnlySpan<T> weights,
        ReadOnlySpan<T> gradOutput,
        Span<T> gradLeft,
        Span<T> gradRight,
        Span<T> gradWeights
    )
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = Rows(gradOutput.Length);
        SpanGuard.ExactlyOrEmpty(nameof(gradLeft), gradLeft.Length, rows, Plan.Left.Dim);
        SpanGuard.ExactlyOrEmpty(nameof(gradRight), gradRight.Length, rows, Plan.Right.Dim);
        SpanGuard.SameOrEmpty(nameof(gradWeights), gradWeights.Length, weights.Length);
        PlanArguments<T> arguments = new(left, right, weights, gradOutput);
        if (!gradLeft.IsEmpty) _backward[0].Value.Run(rows, arguments, gradLeft);
        if (!gradRight.IsEmpty) _backward[1].Value.Run(rows, arguments, gradRight);
        if (!gradWeights.IsEmpty) _backward[2].Value.Run(rows, arguments, gradWeights);
    }

    private int Rows(int length) => SpanGuard.Rows("output", length, Plan.Output.Dim);

    private static Irreps Parse(string text) => Signature.Parse(text).Irreps;
}
