using Reps;
using Reps.Layers;
using static TorchSharp.torch;

namespace Graphs;

/// <summary>
/// Features of triples of nodes: three linear maps from pairs to triples, multiplied entry by entry, and summed. A_ij A_jk A_ki is such a product,
/// and its sum counts every triangle six times.
/// </summary>
public sealed class ThirdOrderNetwork : GraphNetwork
{
    private readonly ToTriples _first = new();
    private readonly ToTriples _second = new();
    private readonly ToTriples _third = new();
    private readonly SumTriples _sum = new();

    /// <summary>Makes a network with random weights.</summary>
    public ThirdOrderNetwork()
        : base("order 3") => Complete();

    /// <inheritdoc/>
    public override Tensor forward(Tensor adjacency)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        PowersFeature<Adjacency> edges = Adjacency.Of(adjacency);
        PowersFeature<Triples> products = _first.forward(edges).Multiply(_second.forward(edges)).Multiply(_third.forward(edges));
        return scope.MoveToOuter(_sum.forward(products).Tensor.reshape(-1));
    }
}

/// <summary>Channels at each triple of nodes.</summary>
[Rep("S(n): 4xV^3")]
public readonly partial struct Triples;

/// <summary>The maps from pairs to triples.</summary>
[DiagramLinear<Adjacency, Triples>]
public sealed partial class ToTriples;

/// <summary>The sums over triples that are all different, partly equal, or equal.</summary>
[DiagramLinear<Triples, Count>]
public sealed partial class SumTriples;
