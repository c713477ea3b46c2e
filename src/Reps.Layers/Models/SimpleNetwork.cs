using System;
using System.Linq;
using Reps.Layers.Models;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>A network on points with features: e3nn's SimpleNetwork of June 2021, with its names of parameters.</summary>
public sealed class SimpleNetwork : nn.Module<PointGraph, Tensor, Tensor>
{
    [ComponentName(Name = "mp")]
    private readonly MessagePassing _messages;

    private readonly PointEmbedding _embedding;
    private readonly double _scale;

    /// <summary>Makes a module.</summary>
    /// <param name="input">The representation of the nodes' features.</param>
    /// <param name="output">The representation of the result.</param>
    /// <param name="radius">The radius within which the graph was made.</param>
    /// <param name="neighbors">The typical number of edges of a node.</param>
    /// <param name="nodes">The typical number of nodes of a graph.</param>
    /// <param name="mul">The number of channels of each hidden irrep.</param>
    /// <param name="layers">The number of gates.</param>
    /// <param name="lmax">The largest degree of hidden irreps, and of the harmonics of edges.</param>
    /// <param name="pool">Whether the result is the sum over the nodes of each graph.</param>
    /// <exception cref="ArgumentException">A number is out of its range, or the output cannot be reached.</exception>
    public SimpleNetwork(
        Irreps input,
        Irreps output,
        double radius,
        double neighbors,
        double nodes,
        int mul = 50,
        int layers = 3,
        int lmax = 2,
        bool pool = true
    )
        : base(nameof(SimpleNetwork))
    {
        _embedding = PointEmbedding.SmoothFinite(lmax, radius);
        Irreps hidden = PointEmbedding.Hidden(mul, lmax);
        Irreps[] sequence = [input, .. Enumerable.Repeat(hidden, layers), output];
        _messages = new MessagePassing(sequence, Irreps.Parse("0e"), _embedding.Irreps, [_embedding.Count, 100], neighbors);
        (Pool, _scale) = (pool, 1 / Math.Sqrt(nodes));
        RegisterComponents();
    }

    /// <summary>The representation of the nodes' features.</summary>
    public Irreps Input => _messages.Input;

    /// <summary>The representation of the result.</summary>
    public Irreps Output => _messages.Output;

    /// <summary>Whether the result is the sum over the nodes of each graph.</summary>
    public bool Pool { get; }

    /// <summary>Evaluates the network.</summary>
    /// <param name="graph">The points.</param>
    /// <param name="features">[nodes, input dim].</param>
    /// <returns>[graphs, output dim], or [nodes, output dim].</returns>
    /// <exception cref="ArgumentException">A shape is wrong.</exception>
    public override Tensor forward(PointGraph graph, Tensor features)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(features);
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        (Tensor harmonics, Tensor scalars) = _embedding.Evaluate(graph);
        Tensor attributes = ones(graph.NodeCount, 1, dtype: features.dtype, device: features.device);
        Tensor result = _messages.forward(graph.Edges, features, attributes, harmonics, scalars);
        return scope.MoveToOuter(Pool ? graph.SumOverNodes(result).Times(_scale) : result);
    }
}
