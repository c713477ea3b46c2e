using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Layers.Execution;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>
/// Messages along the edges of a graph, with weights that a network makes of the edges' lengths, beside a self-connection: the Convolution of
/// e3nn's point models, with its names of parameters.
/// </summary>
public sealed class EquivariantConvolution : nn.Module<EdgeGraph, Tensor, Tensor, Tensor, Tensor, Tensor>
{
    [ComponentName(Name = "sc")]
    private readonly TensorProductModule _self;

    [ComponentName(Name = "lin1")]
    private readonly TensorProductModule _before;

    [ComponentName(Name = "tp")]
    private readonly TensorProductModule _messages;

    [ComponentName(Name = "lin2")]
    private readonly TensorProductModule _after;

    [ComponentName(Name = "alpha")]
    private readonly TensorProductModule? _alpha;

    [ComponentName(Name = "fc")]
    private readonly RadialNetworkModule _network;

    private readonly DeviceConstant _reached;
    private readonly double _scale;

    /// <summary>Makes a module.</summary>
    /// <param name="input">The representation of the nodes' features.</param>
    /// <param name="nodeAttributes">The representation of the nodes' attributes; 0e where there are none.</param>
    /// <param name="edgeAttributes">The representation of the edges' attributes, for example harmonics of their directions.</param>
    /// <param name="output">The representation of the result.</param>
    /// <param name="neurons">The sizes of the network: its inputs, and each hidden layer.</param>
    /// <param name="neighbors">The typical number of edges of a node.</param>
    /// <param name="mixing">How the messages join the self-connection.</param>
    /// <exception cref="ArgumentException">
    /// The groups differ, no path leads to the output, or learned mixing has no scalars to learn from.
    /// </exception>
    public EquivariantConvolution(
        Irreps input,
        Irreps nodeAttributes,
        Irreps edgeAttributes,
        Irreps output,
        IReadOnlyList<int> neurons,
        double neighbors,
        ConvolutionMixing mixing
    )
        : base(nameof(EquivariantConvolution))
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(nodeAttributes);
        ArgumentNullException.ThrowIfNull(edgeAttributes);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(neurons);
        if (!(neighbors > 0 && double.IsFinite(neighbors))) throw new ArgumentOutOfRangeException(nameof(neighbors), neighbors, "The number of neighbours is positive.");
        (Input, NodeAttributes, EdgeAttributes, Output, Mixing, _scale) = (input, nodeAttributes, edgeAttributes, output, mixing, 1 / Math.Sqrt(neighbors));
        Irrep trivial = input.Group.HasParity() ? Irrep.O3(0, 1) : Irrep.SO3(0);
        (Irreps middle, List<TensorProductInstruction> paths) = Messages(input, edgeAttributes, output, mixing == ConvolutionMixing.Learned ? trivial : null);
        _self = Connected(input, nodeAttributes, output);
        _before = Connected(input, nodeAttributes, input);
        _messages = new TensorProductModule(new TensorProduct(Algebra.TensorProductPlan.Create(input, edgeAttributes, middle, paths)), internalWeights: false);
        _network = RadialNetworkModule.Create([.. neurons, _messages.WeightCount]);
        _after = Connected(middle, nodeAttributes, output);
        if (_after.Plan.Segmented.Paths.Count == 0)
            throw new ArgumentException($"The product of '{input}' and the edges' '{edgeAttributes}' contains nothing that leads to the output '{output}': no message arrives.", nameof(output));
        if (mixing == ConvolutionMixing.Learned)
        {
            _alpha = Connected(middle, nodeAttributes, new Irreps(input.Group, [trivial]));
            if (_alpha.Weight is null)
                throw new ArgumentException($"The messages '{middle}' and the nodes' '{nodeAttributes}' make no scalars, from which the mixing is learned.", nameof(nodeAttributes));
            using (no_grad()) _alpha.Weight.zero_();
        }
        RegisterComponents();
        HashSet<int> segments = [.. _self.Plan.Segmented.Paths.Select(path => path.Output.Segment)];
        _reached = new DeviceConstant([.. Enumerable.Range(0, output.Count).SelectMany(s => Enumerable.Repeat(segments.Contains(s) ? 1.0 : 0.0, output[s].Dim))], [output.Dim]);
    }

    /// <summary>The representation of the nodes' features.</summary>
    public Irreps Input { get; }

    /// <summary>The representation of the nodes' attributes.</summary>
    public Irreps NodeAttributes { get; }

    /// <summary>The representation of the edges' attributes.</summary>
    public Irreps EdgeAttributes { get; }

    /// <summary>The representation of the result.</summary>
    public Irreps Output { get; }

    /// <summary>How the messages join the self-connection.</summary>
    public ConvolutionMixing Mixing { get; }

    /// <summary>Passes messages.</summary>
    /// <param name="graph">The edges.</param>
    /// <param name="features">Features of the nodes, [nodes, input dim].</param>
    /// <param name="nodeAttributes">[nodes, dim].</param>
    /// <param name="edgeAttributes">[edges, dim].</param>
    /// <param name="edgeScalars">What the network takes, [edges, inputs].</param>
    /// <returns>[nodes, output dim].</returns>
    /// <exception cref="ArgumentException">A shape is wrong.</exception>
    public override Tensor forward(EdgeGraph graph, Tensor features, Tensor nodeAttributes, Tensor edgeAttributes, Tensor edgeScalars)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Rows(Input, features, graph.TargetCount, "nodes", nameof(features));
        Rows(NodeAttributes, nodeAttributes, graph.TargetCount, "nodes", nameof(nodeAttributes));
        Rows(EdgeAttributes, edgeAttributes, graph.EdgeCount, "edges", nameof(edgeAttributes));
        int inputs = _network.Network.InputCount;
        Arguments.Last(GetName(), edgeScalars, inputs, $"the network of the edges takes {inputs} numbers", nameof(edgeScalars));
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor self = _self.forward(features, nodeAttributes);
        Tensor sources = _before.forward(features, nodeAttributes);
        Tensor messages = _messages.forward(graph, sources, edgeAttributes, _network.forward(edgeScalars)).Times(_scale);
        Tensor arrived = _after.forward(messages, nodeAttributes);
        Tensor reached = _reached.On(features);
        // Where there is no self-connection the messages are all there is, and keep their size.
        if (_alpha is not null)
        {
            Tensor alpha = (_alpha.forward(messages, nodeAttributes).Minus(1) * reached).Plus(1);
            return scope.MoveToOuter(self.Plus(alpha * arrived));
        }
        Tensor share = reached.Times(Math.Cos(Math.PI / 8) - 1).Plus(1);
        return scope.MoveToOuter(self.Times(Math.Sin(Math.PI / 8)).Plus(share * arrived));
    }

    private void Rows(Irreps irreps, Tensor tensor, int rows, string of, string name)
    {
        Arguments.Features(GetName(), irreps, tensor, name);
        if (tensor.dim() != 2 || tensor.shape[0] != rows)
            throw new ArgumentException(
                $"{GetName()}: '{name}' has the shape {Arguments.Shape(tensor)}, "
                    + $"but the graph has {rows} {of}: pass [{rows}, {irreps.Dim}].",
                name
            );
    }

    private static TensorProductModule Connected(Irreps left, Irreps right, Irreps output) =>
        new(new TensorProduct(Algebra.TensorProductFamily.FullyConnected(left, right, output)));

    // The irreps of messages, sorted, and the path to each.
    private static (Irreps Middle, List<TensorProductInstruction> Paths) Messages(Irreps input, Irreps edges, Irreps output, Irrep? also)
    {
        List<MulIrrep> middle = [];
        List<TensorProductInstruction> paths = [];
        for (int i = 0; i < input.Count; i++)
        for (int j = 0; j < edges.Count; j++)
            foreach (Irrep irrep in input[i].Irrep.Product(edges[j].Irrep))
                if (output.Any(entry => entry.Irrep == irrep) || irrep == also)
                {
                    paths.Add(new TensorProductInstruction(i, j, middle.Count, Mode.Uvu));
                    middle.Add(new MulIrrep(input[i].Mul, irrep));
                }
        (Irreps sorted, int[] position, _) = new Irreps(input.Group, middle).Sort();
        return (sorted, [.. paths.Select(path => path with { Output = position[path.Output] })]);
    }
}
