using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Layers.Models;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>Convolutions with gates between them: e3nn's MessagePassing of June 2021, with its names of parameters.</summary>
public sealed class MessagePassing : nn.Module<EdgeGraph, Tensor, Tensor, Tensor, Tensor, Tensor>
{
    private readonly GatedLayers _layers;

    /// <summary>Makes a module.</summary>
    /// <param name="sequence">The representations of the input, of what each gate shall give, and of the output: two or more.</param>
    /// <param name="nodeAttributes">The representation of the nodes' attributes; 0e where there are none.</param>
    /// <param name="edgeAttributes">The representation of the edges' attributes, for example harmonics of their directions.</param>
    /// <param name="neurons">The sizes of the networks that make weights: their inputs, and each hidden layer.</param>
    /// <param name="neighbors">The typical number of edges of a node.</param>
    /// <param name="mixing">How the messages join the self-connection.</param>
    /// <exception cref="ArgumentException">There are fewer than two representations, or one cannot be reached from those before it.</exception>
    public MessagePassing(
        IReadOnlyList<Irreps> sequence,
        Irreps nodeAttributes,
        Irreps edgeAttributes,
        IReadOnlyList<int> neurons,
        double neighbors,
        ConvolutionMixing mixing = ConvolutionMixing.Learned
    )
        : base(nameof(MessagePassing))
    {
        ArgumentNullException.ThrowIfNull(sequence);
        if (sequence.Count < 2) throw new ArgumentException("There must be a representation of the input and one of the output.", nameof(sequence));
        (NodeAttributes, EdgeAttributes) = (nodeAttributes, edgeAttributes);
        _layers = new GatedLayers(sequence[0], sequence.Skip(1).SkipLast(1), sequence[^1], nodeAttributes, edgeAttributes, neurons, neighbors, mixing);
        register_module("layers", _layers.Modules);
    }

    /// <summary>The representation of the nodes' attributes.</summary>
    public Irreps NodeAttributes { get; }

    /// <summary>The representation of the edges' attributes.</summary>
    public Irreps EdgeAttributes { get; }

    /// <summary>The representations before and after each layer: those that were asked for, without what cannot be reached.</summary>
    public IReadOnlyList<Irreps> Sequence => _layers.Sequence;

    /// <summary>The representation of the nodes' features.</summary>
    public Irreps Input => _layers.Sequence[0];

    /// <summary>The representation of the result.</summary>
    public Irreps Output => _layers.Sequence[^1];

    /// <summary>Passes messages.</summary>
    /// <param name="graph">The edges.</param>
    /// <param name="features">Features of the nodes, [nodes, input dim].</param>
    /// <param name="nodeAttributes">[nodes, dim].</param>
    /// <param name="edgeAttributes">[edges, dim].</param>
    /// <param name="edgeScalars">What the networks take, [edges, inputs].</param>
    /// <returns>[nodes, output dim].</returns>
    /// <exception cref="ArgumentException">A shape is wrong.</exception>
    public override Tensor forward(EdgeGraph graph, Tensor features, Tensor nodeAttributes, Tensor edgeAttributes, Tensor edgeScalars)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor result = _layers.Evaluate(graph, features, nodeAttributes, edgeAttributes, edgeScalars);
        return scope.MoveToOuter(result);
    }
}
