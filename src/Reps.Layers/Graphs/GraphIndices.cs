using System;
using System.Runtime.CompilerServices;
using Reps.Layers.Execution;
using static TorchSharp.torch;

namespace Reps.Layers.Graphs;

/// <summary>The ends of a graph's edges as index tensors, copied once to each device.</summary>
internal sealed class GraphIndices
{
    private static readonly ConditionalWeakTable<EdgeGraph, GraphIndices> s_known = [];
    private readonly DeviceConstant _sources;
    private readonly DeviceConstant _targets;

    private GraphIndices(EdgeGraph graph) => (_sources, _targets) = (new(Longs(graph.Sources)), new(Longs(graph.Targets)));

    public static GraphIndices Of(EdgeGraph graph) => s_known.GetValue(graph, static g => new GraphIndices(g));

    /// <summary>The source of each edge, on the device of a tensor.</summary>
    public Tensor Sources(Tensor like) => _sources.On(like);

    /// <summary>The target of each edge, on the device of a tensor.</summary>
    public Tensor Targets(Tensor like) => _targets.On(like);

    /// <summary>Some ends of edges as indices that nobody keeps, on the device of a tensor.</summary>
    public static Tensor Make(ReadOnlySpan<int> nodes, Tensor like)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        return scope.MoveToOuter(tensor(Longs(nodes), ScalarType.Int64).to(like.device));
    }

    private static long[] Longs(ReadOnlySpan<int> nodes)
    {
        long[] result = new long[nodes.Length];
        for (int n = 0; n < result.Length; n++) result[n] = nodes[n];
        return result;
    }
}
