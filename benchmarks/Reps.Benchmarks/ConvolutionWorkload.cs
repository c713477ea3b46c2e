using System;
using System.Collections.Generic;
using Reps.Algebra;
using Reps.Benchmarking;

namespace Reps.Benchmarks;

/// <summary>A convolution: products of node features with the harmonics of edges, summed at the targets.</summary>
internal delegate void ConvolutionForward(ReadOnlySpan<float> nodes, ReadOnlySpan<float> harmonics, ReadOnlySpan<float> weights, Span<float> output, int threads);

/// <summary>The gradients of a convolution.</summary>
internal delegate void ConvolutionBackward(
    ReadOnlySpan<float> nodes,
    ReadOnlySpan<float> harmonics,
    ReadOnlySpan<float> weights,
    ReadOnlySpan<float> gradOutput,
    Span<float> gradNodes,
    Span<float> gradHarmonics,
    Span<float> gradWeights,
    int threads
);

/// <summary>A convolution over a random graph of 1,000 nodes with 30 edges each, which threads of its own share.</summary>
internal sealed class ConvolutionWorkload : Workload
{
    /// <summary>The number of nodes.</summary>
    public const int Nodes = 1000;

    /// <summary>The number of edges into each node.</summary>
    public const int EdgesPerNode = 30;

    private const int Edges = Nodes * EdgesPerNode;

    /// <summary>Allocates the operands.</summary>
    /// <param name="name">The name in tables.</param>
    /// <param name="plan">The product of an edge.</param>
    /// <param name="forward">Computes the sums over the edges of <see cref="Graph"/>.</param>
    /// <param name="backward">Computes all gradients.</param>
    public ConvolutionWorkload(string name, TensorProductPlan plan, ConvolutionForward forward, ConvolutionBackward backward)
        : base(name, "edge", Edges)
    {
        (AlignedBuffer nodes, AlignedBuffer gradNodes) = (Input(Nodes * plan.Left.Dim), Result(Nodes * plan.Left.Dim));
        (AlignedBuffer harmonics, AlignedBuffer gradHarmonics) = (Input(Edges * plan.Right.Dim), Result(Edges * plan.Right.Dim));
        (AlignedBuffer weights, AlignedBuffer gradWeights) = (Input((long)Edges * plan.WeightCount), Result((long)Edges * plan.WeightCount));
        (AlignedBuffer output, AlignedBuffer gradOutput) = (Result(Nodes * plan.Output.Dim), Input(Nodes * plan.Output.Dim));
        PlanCounts counts = new(plan.Segmented);
        Counts evaluation = counts.Convolution(EdgesPerNode);
        Passes = [Create(Pass.Forward, evaluation, Forward), Create(Pass.Both, evaluation + counts.ConvolutionBackward(EdgesPerNode), Both)];

        void Forward(int threads) => forward(All(nodes), All(harmonics), All(weights), All(output), threads);

        void Both(int threads)
        {
            Forward(threads);
            backward(All(nodes), All(harmonics), All(weights), All(gradOutput), All(gradNodes), All(gradHarmonics), All(gradWeights), threads);
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Pass> Passes { get; }

    /// <summary>The edges, sorted by target.</summary>
    public static (int[] Sources, int[] Targets) Graph()
    {
        Random random = new(0);
        (int[] sources, int[] targets) = (new int[Edges], new int[Edges]);
        for (int edge = 0; edge < Edges; edge++) (sources[edge], targets[edge]) = (random.Next(Nodes), edge / EdgesPerNode);
        return (sources, targets);
    }

    private static Pass Create(string name, Counts counts, Action<int> run) => new(name, counts, counts.Bytes * Edges, team => run(team.Count), () => run(1));

    private static Span<float> All(AlignedBuffer buffer) => buffer.Slice(0, buffer.Length);
}
