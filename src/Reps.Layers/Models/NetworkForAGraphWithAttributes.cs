using System;
using System.Linq;
using Reps.Layers.Models;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>
/// A network on points whose nodes and edges have attributes: e3nn's NetworkForAGraphWithAttributes of June 2021, with its names of parameters.
/// </summary>
public sealed class NetworkForAGraphWithAttributes : nn.Module<PointGraph, Tensor, Tensor, Tensor, Tensor>
{
    [ComponentName(Name = "mp")]
    private readonly MessagePassing _messages;

    private readonly PointEmbedding _embedding;
    private readonly double _scale;

    /// <summary>Makes a module.</summary>
    /// <param name="input">The representation of the nodes' features.</param>
    /// <param name="nodeAttributes">The representation of the nodes' attributes.</param>
    /// <param name="edgeAttributes">The representation of the edges' attributes, to which harmonics of their directions are added.</param>
    /// <param name="output">The representation of the result.</param>
    /// <param name="radius">The radius of the edges.</param>
    /// <param name="neighbors">The typical number of edges of a node.</param>
    /// <param name="nodes">The typical number of nodes of a graph.</param>
    /// <param name="mul">The number of channels of each hidden irrep.</param>
    /// <param name="layers">The number of gates.</param>
    /// <param name="lmax">The largest degree of hidden irreps, and of the harmonics of edges.</param>
    /// <param name="pool">Whether the result is the sum over the nodes of each graph.</param>
    /// <exception cref="ArgumentException">A number is out of its range, or the output cannot be reached.</exception>
    public NetworkForAGraphWithAttributes(
        Irreps input,
        Irreps nodeAttributes,
        Irreps edgeAttributes,
        Irreps output,
        double radius,
        double neighbors,
        double nodes,
        int mul = 50,
        int layers = 3,
        int lmax = 2,
        bool pool = true
    )
        : base(nameof(NetworkForAGraphWithAttributes))
    {
        ArgumentNullException.ThrowIfNull(edgeAttributes);
        EdgeAttributes = edgeAttributes;
        _embedding = PointEmbedding.SmoothFinite(lmax, radius);
        Irreps hidden = PointEmbedding.Hidden(mul, lmax);
        Irreps[] sequence = [input, .. Enumerable.Repeat(hidden, layers), output];
        _messages = new MessagePassing(sequence, nodeAttributes, edgeAttributes + _embedding.Irreps, [_embedding.Count, 100], neighbors);
        (Pool, _scale) = (pool, 1 / Math.Sqrt(nodes));
        RegisterComponents();
    }

    /// <summary>The representation of the nodes' features.</summary>
    public Irreps Input => _messages.Input;

    /// <summary>The representation of the nodes' attributes.</summary>
    public Irreps NodeAttributes => _messages.NodeAttributes;

    /// <summary>The representation of the edges' attributes, without the harmonics.</summary>
    public Irreps EdgeAttributes { get; }

    /// <summary>The representation of the result.</summary>
    public Irreps Output => _messages.Output;

    /// <summary>Whether the result is the sum over the nodes of each graph.</summary>
    public bool Pool { get; }

    /// <summary>Evaluates the network.</summary>
    /// <param name="graph">The points.</param>
    /// <param name="features">[nodes, input dim].</param>
    /// <param name="nodeAttributes">[nodes, dim].</param>
    /// <param name="edgeAttributes">[edges, dim], in the order of the graph's edges.</param>
    /// <returns>[graphs, output dim], or [nodes, output dim].</returns>
    /// <exception cref="ArgumentException">A shape is wrong.</exception>
    public override Tensor forward(PointGraph graph, Tensor features, Tensor nodeAttributes, Tensor edgeAttributes)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Arguments.Features(GetName(), EdgeAttributes, edgeAttributes, nameof(edgeAttributes));
        if (edgeAttributes.dim() != 2 || edgeAttributes.shape[0] != graph.Edges.EdgeCount)
            throw new ArgumentException(
                $"{GetName()}: 'edgeAttributes' has the shape {Arguments.Shape(edgeAttributes)}, "
                    + $"but the graph has {graph.Edges.EdgeCount} edges: pass [{graph.Edges.EdgeCount}, {EdgeAttributes.Dim}].",
                nameof(edgeAttributes)
            );
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        (Tensor harmonics, Tensor scalars) = _embedding.Evaluate(graph);
        Tensor result = _messages.forward(graph.Edges, features, nodeAttributes, cat([edgeAttributes, harmonics], -1), scalars);
        return scope.MoveToOuter(Pool ? graph.SumOverNodes(result).Times(_scale) : result);
    }
}
