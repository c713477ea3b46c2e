using Reps;
using Reps.Layers;
using static TorchSharp.torch;

namespace Graphs;

/// <summary>
/// DeepSets of the degrees: features of single nodes, whose layers mix the two maps between vectors. It sees nothing but the degrees.
/// </summary>
public sealed class DegreeNetwork : GraphNetwork
{
    private readonly EmbedDegrees _first = new(biases: true);
    private readonly MixNodes _second = new(biases: true);
    private readonly SumNodes _sum = new(biases: true);

    /// <summary>Makes a network with random weights.</summary>
    public DegreeNetwork()
        : base("DeepSets") => Complete();

    /// <inheritdoc/>
    public override Tensor forward(Tensor adjacency)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        PowersFeature<Degrees> degrees = new(adjacency.sum(2), (int)adjacency.shape[1]);
        PowersFeature<Nodes> first = _first.forward(degrees).Map(static x => x.relu());
        PowersFeature<Nodes> second = _second.forward(first).Map(static x => x.relu());
        return scope.MoveToOuter(_sum.forward(second).Tensor.reshape(-1));
    }
}

/// <summary>The degree of each node.</summary>
[Rep("S(n): V")]
public readonly partial struct Degrees;

/// <summary>Channels at each node.</summary>
[Rep("S(n): 16xV")]
public readonly partial struct Nodes;

/// <summary>From degrees to channels.</summary>
[DiagramLinear<Degrees, Nodes>]
public sealed partial class EmbedDegrees;

/// <summary>The two maps between vectors: each node for itself, and the sum over all.</summary>
[DiagramLinear<Nodes, Nodes>]
public sealed partial class MixNodes;

/// <summary>The sum over the nodes.</summary>
[DiagramLinear<Nodes, Count>]
public sealed partial class SumNodes;
