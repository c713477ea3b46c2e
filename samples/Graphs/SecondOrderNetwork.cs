using Reps.Layers;
using static TorchSharp.torch;

namespace Graphs;

/// <summary>
/// Features of pairs of nodes: the invariant graph network of Maron et al. (arXiv:1812.09902), whose layers mix the 15 maps between matrices.
/// It tells graphs apart as well as colour refinement does, and no better: regular graphs of one size and degree are all the same to it.
/// </summary>
public sealed class SecondOrderNetwork : GraphNetwork
{
    private const int Channels = 8;
    private readonly DiagramLinearModule _first = DiagramLinearModule.Create("S(n): V^2", $"S(n): {Channels}xV^2", biases: true);
    private readonly DiagramLinearModule _second = DiagramLinearModule.Create($"S(n): {Channels}xV^2", $"S(n): {Channels}xV^2", biases: true);
    private readonly DiagramLinearModule _sum = DiagramLinearModule.Create($"S(n): {Channels}xV^2", "S(n): V^0", biases: true);

    /// <summary>Makes a network with random weights.</summary>
    public SecondOrderNetwork()
        : base("order 2") => Complete();

    /// <inheritdoc/>
    public override Tensor forward(Tensor adjacency)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        (long graphs, int[] n) = (adjacency.shape[0], [(int)adjacency.shape[1]]);
        Tensor first = nn.functional.relu(_first.forward(adjacency.reshape(graphs, -1), n));
        Tensor second = nn.functional.relu(_second.forward(first, n));
        return scope.MoveToOuter(_sum.forward(second, n).reshape(-1));
    }
}
