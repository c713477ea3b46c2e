using System;
using System.Collections.Generic;
using Reps.Algebra;

namespace Reps.Benchmarking;

/// <summary>A tensor product's evaluation of rows.</summary>
internal delegate void ProductForward(ReadOnlySpan<float> left, ReadOnlySpan<float> right, ReadOnlySpan<float> weights, Span<float> output);

/// <summary>A tensor product's gradients of rows.</summary>
internal delegate void ProductBackward(
    ReadOnlySpan<float> left,
    ReadOnlySpan<float> right,
    ReadOnlySpan<float> weights,
    ReadOnlySpan<float> gradOutput,
    Span<float> gradLeft,
    Span<float> gradRight,
    Span<float> gradWeights
);

/// <summary>A tensor product over rows, its output written to memory.</summary>
internal sealed class ProductWorkload : LayerWorkload
{
    private readonly TensorProductPlan _plan;
    private readonly ProductForward _forward;
    private readonly ProductBackward _backward;
    private readonly AlignedBuffer _left;
    private readonly AlignedBuffer _right;
    private readonly AlignedBuffer _output;
    private readonly AlignedBuffer _gradOutput;
    private readonly AlignedBuffer _gradLeft;
    private readonly AlignedBuffer _gradRight;

    /// <summary>Allocates the operands.</summary>
    /// <param name="name">The name in tables.</param>
    /// <param name="unit">What a row is.</param>
    /// <param name="rows">How many rows a run processes.</param>
    /// <param name="plan">What is computed.</param>
    /// <param name="use">Whose the weights are.</param>
    /// <param name="forward">Computes it.</param>
    /// <param name="backward">Computes its gradients.</param>
    public ProductWorkload(string name, string unit, int rows, TensorProductPlan plan, WeightUse use, ProductForward forward, ProductBackward backward)
        : base(name, unit, rows, plan.WeightCount, use)
    {
        (_plan, _forward, _backward) = (plan, forward, backward);
        (_left, _right) = (Input((long)rows * plan.Left.Dim), Input((long)rows * plan.Right.Dim));
        (_output, _gradOutput) = (Result((long)rows * plan.Output.Dim), Input((long)rows * plan.Output.Dim));
        (_gradLeft, _gradRight) = (Result(_left.Length), Result(_right.Length));
        PlanCounts counts = new(plan.Segmented, RowsPerWeights);
        Passes =
        [
            Pass.OverRows(Pass.Forward, counts.Forward, rows, Forward),
            Pass.OverRows(Pass.Both, counts.ForwardAndBackward, rows, ForwardAndBackward),
        ];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Pass> Passes { get; }

    private void Forward(int rows) =>
        _forward(Rows(_left, _plan.Left.Dim, rows), Rows(_right, _plan.Right.Dim, rows), Weights(rows), Rows(_output, _plan.Output.Dim, rows));

    private void ForwardAndBackward(int rows)
    {
        Forward(rows);
        _backward(
            Rows(_left, _plan.Left.Dim, rows),
            Rows(_right, _plan.Right.Dim, rows),
            Weights(rows),
            Rows(_gradOutput, _plan.Output.Dim, rows),
            Rows(_gradLeft, _plan.Left.Dim, rows),
            Rows(_gradRight, _plan.Right.Dim, rows),
            GradWeights(rows)
        );
    }
}
