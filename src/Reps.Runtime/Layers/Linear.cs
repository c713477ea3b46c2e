using System;
using System.Numerics;
using Reps.Algebra;
using Reps.Interpreter;
using Reps.Kernels;

namespace Reps;

/// <summary>
/// A linear equivariant layer whose signatures are known only at run time: the counterpart of
/// <see cref="LinearAttribute{TInput, TOutput}"/>, evaluated by the interpreter from the same plan.
/// </summary>
public sealed class Linear
{
    private readonly PlanInterpreter _forward;
    private readonly Lazy<PlanInterpreter> _backwardInput;
    private readonly Lazy<PlanInterpreter> _backwardWeights;

    /// <summary>Wraps a plan.</summary>
    /// <param name="plan">The plan.</param>
    public Linear(LinearPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Plan = plan;
        _forward = new PlanInterpreter(plan.Segmented);
        _backwardInput = new(() => new PlanInterpreter(plan.Segmented.Transpose(0)));
        _backwardWeights = new(() => new PlanInterpreter(plan.Segmented.Transpose(1)));
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
    /// <exception cref="ArgumentException">A span has the wrong length; nothing has been written.</exception>
    public void Forward<T>(ReadOnlySpan<T> input, ReadOnlySpan<T> weights, Span<T> output)
        where T : unmanaged, IFloatingPointIeee754<T> => _forward.Run(Rows(output.Length), new PlanArguments<T>(input, weights), output);

    /// <summary>The vector-Jacobian products of the layer. A gradient that is not wanted is passed as an empty span.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="input">[rows, input dim].</param>
    /// <param name="weights">[weight count] or [rows, weight count].</param>
    /// <param name="gradOutput">The cotangent of the output, [rows, output dim].</param>
    /// <param name="gradInput">[rows, input dim], overwritten, or empty.</param>
    /// <param name="gradWeights">The shape of the weights, overwritten, or empty.</param>
    /// <exception cref="ArgumentException">A span has the wrong length.</exception>
    public void Backward<T>(
        ReadOnlySpan<T> input,
        ReadOnlySpan<T> weights,
        ReadOnlySpan<T> gradOutput,
        Span<T> gradInput,
        Span<T> gradWeights
    )
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = Rows(gradOutput.Length);
        SpanGuard.ExactlyOrEmpty(nameof(gradInput), gradInput.Length, rows, Plan.Input.Dim);
        SpanGuard.SameOrEmpty(nameof(gradWeights), gradWeights.Length, weights.Length);
        PlanArguments<T> arguments = new(input, weights, gradOutput);
        if (!gradInput.IsEmpty) _backwardInput.Value.Run(rows, arguments, gradInput);
        if (!gradWeights.IsEmpty) _backwardWeights.Value.Run(rows, arguments, gradWeights);
    }

    private int Rows(int length) => SpanGuard.Rows("output", length, Plan.Output.Dim);
}
