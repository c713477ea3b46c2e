using Reps;
using Reps.Layers;
using static TorchSharp.torch;

namespace Graphs;

/// <summary>
/// Features of pairs of nodes: the invariant graph network of Maron et al. (arXiv:1812.09902), whose layers mix the 15 maps between matrices.
/// It tells graphs apart as well as colour refinement does, and no better: regular graphs of one size and degree are all the same to it.
/// </summary>
public sealed class SecondOrderNetwork : GraphNetwork
{
    private readonly EmbedEdges _first = new(biases: true);
    private readonly MixPairs _second = new(biases: true);
    private readonly SumPairs _sum = new(biases: true);

    /// <summary>Makes a network with random weights.</summary>
    public SecondOrderNetwork()
        : base("order 2") => Complete();

    /// <inheritdoc/>
    public override Tensor forward(Tensor adjacency)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        PowersFeature<Pairs> first = _first.forward(Adjacency.Of(adjacency)).Map(static x => x.relu());
        PowersFeature<Pairs> second = _second.forward(first).Map(static x => x.relu());
        return scope.MoveToOuter(_sum.forward(second).Tensor.reshape(-1));
    }
}

/// <summary>Channels at each pair of nodes.</summary>
[Rep("S(n): 8xV^2")]
public readonly partial struct Pairs;

/// <summary>From the adjacency matrix to channels.</summary>
[DiagramLinear<Adjacency, Pairs>]
public sealed partial class EmbedEdges;

/// <summary>The 15 maps between matrices.</summary>
[DiagramLinear<Pairs, Pairs>]
public sealed partial class MixPairs;

/// <summary>The sum of all entries, and that of the diagonal.</summary>
[DiagramLinear<Pairs, Count>]
public sealed partial class SumPairs;
