using System;
using System.Collections.Generic;
using Reps.Algebra;
using Reps.Benchmarking;

namespace Reps.Benchmarks;

/// <summary>A convolution: products of node features with the harmonics of edges, summed at the targets.</summary>
internal delegate void ConvolutionForward(
    EdgeGraph graph,
    ReadOnlySpan<float> nodes,
    ReadOnlySpan<float> harmonics,
    ReadOnlySpan<float> weights,
    Span<float> output
);

/// <summary>The gradients of a convolution.</summary>
internal delegate void ConvolutionBackward(
    EdgeGraph graph,
    ReadOnlySpan<float> nodes,
    ReadOnlySpan<float> harmonics,
    ReadOnlySpan<float> weights,
    ReadOnlySpan<float> gradOutput,
    Span<float> gradNodes,
    Span<float> gradHarmonics,
    Span<float> gradWeights
);

/// <summary>A convolution over a random graph of 1,000 nodes with 30 edges each; every edge has its own weights.</summary>
internal sealed class ConvolutionWorkload : Workload
{
    private const int Nodes = 1000;
    private const int EdgesPerNode = 30;
    private const int Edges = Nodes * EdgesPerNode;
    private const int WarmUpNodes = 16;

    /// <summary>Allocates the operands.</summary>
    /// <param name="name">The name in tables.</param>
    /// <param name="plan">The product of an edge.</param>
    /// <param name="forward">Computes the sums.</param>
    /// <param name="backward">Computes all gradients.</param>
    public ConvolutionWorkload(string name, TensorProductPlan plan, ConvolutionForward forward, ConvolutionBackward backward)
        : base(name, "edge", Edges)
    {
        (int left, int right, int count, int dim) = (plan.Left.Dim, plan.Right.Dim, plan.WeightCount, plan.Output.Dim);
        (AlignedBuffer nodes, AlignedBuffer gradNodes) = (Input(Nodes * left), Result(Nodes * left));
        (AlignedBuffer harmonics, AlignedBuffer gradHarmonics) = (Input(Edges * right), Result(Edges * right));
        (AlignedBuffer weights, AlignedBuffer gradWeights) = (Input((long)Edges * count), Result((long)Edges * count));
        (AlignedBuffer output, AlignedBuffer gradOutput) = (Result(Nodes * dim), Input(Nodes * dim));
        (EdgeGraph graph, EdgeGraph little) = (Graph(Nodes), Graph(WarmUpNodes));
        PlanCounts counts = new(plan.Segmented);
        Counts evaluation = counts.Convolution(EdgesPerNode);
        Counts both = evaluation + counts.ConvolutionBackward(EdgesPerNode);
        Passes =
        [
            new(Pass.Forward, evaluation, evaluation.Bytes * Edges, () => Forward(graph), () => Forward(little)),
            new(Pass.Both, both, both.Bytes * Edges, () => Both(graph), () => Both(little)),
        ];

        void Forward(EdgeGraph of) =>
            forward(of, Rows(nodes, left, of.SourceCount), Rows(harmonics, right, of.EdgeCount), Rows(weights, count, of.EdgeCount), Rows(output, dim, of.TargetCount));

        void Both(EdgeGraph of)
        {
            Forward(of);
            backward(
                of,
                Rows(nodes, left, of.SourceCount),
                Rows(harmonics, right, of.EdgeCount),
                Rows(weights, count, of.EdgeCount),
                Rows(gradOutput, dim, of.TargetCount),
                Rows(gradNodes, left, of.SourceCount),
                Rows(gradHarmonics, right, of.EdgeCount),
                Rows(gradWeights, count, of.EdgeCount)
            );
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Pass> Passes { get; }

    // Neighbours at random: nothing is gathered in the order of memory.
    private static EdgeGraph Graph(int nodes)
    {
        Random random = new(0);
        int[] sources = new int[nodes * EdgesPerNode];
        int[] targets = new int[sources.Length];
        for (int edge = 0; edge < sources.Length; edge++) (sources[edge], targets[edge]) = (random.Next(nodes), edge / EdgesPerNode);
        return new EdgeGraph(nodes, nodes, sources, targets);
    }
}
