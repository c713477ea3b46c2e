using System;
using System.Collections.Generic;
using Reps.Algebra;
using Reps.Benchmarking;

namespace Reps.Benchmarks;

/// <summary>A symmetric contraction's evaluation of rows.</summary>
internal delegate void ContractionForward(ReadOnlySpan<float> input, ReadOnlySpan<float> weights, ReadOnlySpan<int> elements, Span<float> output);

/// <summary>A symmetric contraction's gradients of rows.</summary>
internal delegate void ContractionBackward(
    ReadOnlySpan<float> input,
    ReadOnlySpan<float> weights,
    ReadOnlySpan<int> elements,
    ReadOnlySpan<float> gradOutput,
    Span<float> gradInput,
    Span<float> gradWeights
);

/// <summary>A symmetric contraction over rows of a few elements in random order.</summary>
internal sealed class ContractionWorkload : Workload
{
    private const int Elements = 4;

    /// <summary>Allocates the operands.</summary>
    /// <param name="name">The name in tables.</param>
    /// <param name="rows">How many rows a run processes.</param>
    /// <param name="plan">What is computed.</param>
    /// <param name="forward">Computes it.</param>
    /// <param name="backward">Computes its gradients.</param>
    public ContractionWorkload(string name, int rows, SymmetricContractionPlan plan, ContractionForward forward, ContractionBackward backward)
        : base(name, "row", rows)
    {
        (int inputs, int outputs, int count) = (plan.Input.Dim, plan.Output.Dim, plan.WeightCount);
        (AlignedBuffer input, AlignedBuffer gradInput) = (Input((long)rows * inputs), Result((long)rows * inputs));
        (AlignedBuffer weights, AlignedBuffer gradWeights) = (Input((long)Elements * count), Result((long)Elements * count));
        (AlignedBuffer output, AlignedBuffer gradOutput) = (Result((long)rows * outputs), Input((long)rows * outputs));
        int[] elements = new int[rows];
        Random random = new(0);
        for (int row = 0; row < rows; row++) elements[row] = random.Next(Elements);
        ContractionCounts counts = new(plan, (double)rows / Elements);
        Passes =
        [
            Pass.OverRows(Pass.Forward, counts.Forward, rows, Forward),
            Pass.OverRows(
                Pass.Both,
                counts.Forward + counts.Backward,
                rows,
                part =>
                {
                    Forward(part);
                    backward(
                        Rows(input, inputs, part),
                        Rows(weights, count, Elements),
                        elements.AsSpan(0, part),
                        Rows(gradOutput, outputs, part),
                        Rows(gradInput, inputs, part),
                        Rows(gradWeights, count, Elements)
                    );
                }
            ),
        ];

        void Forward(int part) => forward(Rows(input, inputs, part), Rows(weights, count, Elements), elements.AsSpan(0, part), Rows(output, outputs, part));
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Pass> Passes { get; }
}
