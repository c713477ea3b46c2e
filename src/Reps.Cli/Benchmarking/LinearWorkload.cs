using System;
using System.Collections.Generic;
using Reps.Algebra;

namespace Reps.Benchmarking;

/// <summary>A linear layer's evaluation of rows.</summary>
internal delegate void LinearForward(ReadOnlySpan<float> input, ReadOnlySpan<float> weights, Span<float> output);

/// <summary>A linear layer's gradients of rows.</summary>
internal delegate void LinearBackward(
    ReadOnlySpan<float> input,
    ReadOnlySpan<float> weights,
    ReadOnlySpan<float> gradOutput,
    Span<float> gradInput,
    Span<float> gradWeights
);

/// <summary>A linear layer over rows.</summary>
internal sealed class LinearWorkload : LayerWorkload
{
    private readonly LinearPlan _plan;
    private readonly LinearForward _forward;
    private readonly LinearBackward _backward;
    private readonly AlignedBuffer _input;
    private readonly AlignedBuffer _output;
    private readonly AlignedBuffer _gradOutput;
    private readonly AlignedBuffer _gradInput;

    /// <summary>Allocates the operands.</summary>
    /// <param name="name">The name in tables.</param>
    /// <param name="rows">How many rows a run processes.</param>
    /// <param name="plan">What is computed.</param>
    /// <param name="use">Whose the weights are.</param>
    /// <param name="forward">Computes it.</param>
    /// <param name="backward">Computes its gradients.</param>
    public LinearWorkload(string name, int rows, LinearPlan plan, WeightUse use, LinearForward forward, LinearBackward backward)
        : base(name, "row", rows, plan.WeightCount, use)
    {
        (_plan, _forward, _backward) = (plan, forward, backward);
        (_input, _gradInput) = (Input((long)rows * plan.Input.Dim), Result((long)rows * plan.Input.Dim));
        (_output, _gradOutput) = (Result((long)rows * plan.Output.Dim), Input((long)rows * plan.Output.Dim));
        PlanCounts counts = new(plan.Segmented, RowsPerWeights);
        Passes =
        [
            Pass.OverRows(Pass.Forward, counts.Forward, rows, Forward),
            Pass.OverRows(Pass.Both, counts.ForwardAndBackward, rows, ForwardAndBackward),
        ];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Pass> Passes { get; }

    private void Forward(int rows) => _forward(Rows(_input, _plan.Input.Dim, rows), Weights(rows), Rows(_output, _plan.Output.Dim, rows));

    private void ForwardAndBackward(int rows)
    {
        Forward(rows);
        _backward(
            Rows(_input, _plan.Input.Dim, rows),
            Weights(rows),
            Rows(_gradOutput, _plan.Output.Dim, rows),
            Rows(_gradInput, _plan.Input.Dim, rows),
            GradWeights(rows)
        );
    }
}
