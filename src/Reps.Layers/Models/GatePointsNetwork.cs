using System;
using System.Linq;
using Reps.Layers.Models;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>
/// A network on points with or without features and attributes: the Network of e3nn's gate_points_2101, with its names of parameters.
/// </summary>
public sealed class GatePointsNetwork : nn.Module<PointGraph, Tensor?, Tensor?, Tensor>
{
    private readonly GatedLayers _layers;
    private readonly PointEmbedding _embedding;
    private readonly double _scale;

    /// <summary>Makes a module.</summary>
    /// <param name="input">The representation of the nodes' features; null if they have none.</param>
    /// <param name="hidden">The representation after each gate.</param>
    /// <param name="output">The representation of the result.</param>
    /// <param name="nodeAttributes">The representation of the nodes' attributes; null if they have none.</param>
    /// <param name="edgeAttributes">The representation of the harmonics of edges.</param>
    /// <param name="options">Sizes and typical numbers.</param>
    /// <exception cref="ArgumentException">A number is out of its range, or the output cannot be reached.</exception>
    public GatePointsNetwork(Irreps? input, Irreps hidden, Irreps output, Irreps? nodeAttributes, Irreps edgeAttributes, GatePointsOptions options)
        : base(nameof(GatePointsNetwork))
    {
        ArgumentNullException.ThrowIfNull(hidden);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(edgeAttributes);
        ArgumentNullException.ThrowIfNull(options);
        (Input, NodeAttributes, Options, _scale) = (input, nodeAttributes, options, 1 / Math.Sqrt(options.Nodes));
        _embedding = PointEmbedding.Gaussian(edgeAttributes, options.Radius, options.RadialFunctions);
        _layers = new GatedLayers(
            input ?? Irreps.Parse("0e"),
            Enumerable.Repeat(hidden, options.Layers),
            output,
            nodeAttributes ?? Irreps.Parse("0e"),
            edgeAttributes,
            [options.RadialFunctions, .. Enumerable.Repeat(options.RadialNeurons, options.RadialLayers)],
            options.Neighbors,
            ConvolutionMixing.Angle
        );
        register_module("layers", _layers.Modules);
    }

    /// <summary>The representation of the nodes' features; null if they have none.</summary>
    public Irreps? Input { get; }

    /// <summary>The representation of the nodes' attributes; null if they have none.</summary>
    public Irreps? NodeAttributes { get; }

    /// <summary>The representation of the result.</summary>
    public Irreps Output => _layers.Sequence[^1];

    /// <summary>Sizes and typical numbers.</summary>
    public GatePointsOptions Options { get; }

    /// <summary>Evaluates the network.</summary>
    /// <param name="graph">The points, within the radius of the options.</param>
    /// <param name="features">[nodes, input dim]; null where the network takes none.</param>
    /// <param name="attributes">[nodes, dim]; null where the network takes none.</param>
    /// <returns>[graphs, output dim], or [nodes, output dim].</returns>
    /// <exception cref="ArgumentException">A shape is wrong, or features or attributes are missing or not taken.</exception>
    public override Tensor forward(PointGraph graph, Tensor? features = null, Tensor? attributes = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor x = OnesOr(features, Input, graph, nameof(features));
        Tensor z = OnesOr(attributes, NodeAttributes, graph, nameof(attributes));
        (Tensor harmonics, Tensor scalars) = _embedding.Evaluate(graph);
        Tensor result = _layers.Evaluate(graph.Edges, x, z, harmonics, scalars);
        return scope.MoveToOuter(Options.Pool ? graph.SumOverNodes(result).Times(_scale) : result);
    }

    private static Tensor OnesOr(Tensor? given, Irreps? irreps, PointGraph graph, string name)
    {
        if ((given is null) != (irreps is null))
            throw new ArgumentException(irreps is null ? $"The network takes no '{name}': leave them out." : $"The network takes '{name}' of '{irreps}': give them.", name);
        return given ?? ones(graph.NodeCount, 1, dtype: graph.Positions.dtype, device: graph.Positions.device);
    }
}
