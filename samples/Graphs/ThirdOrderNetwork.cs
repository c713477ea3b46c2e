using Reps.Layers;
using static TorchSharp.torch;

namespace Graphs;

/// <summary>
/// Features of triples of nodes: three linear maps from pairs to triples, multiplied entry by entry, and summed. A_ij A_jk A_ki is such a product,
/// and its sum counts every triangle six times.
/// </summary>
public sealed class ThirdOrderNetwork : GraphNetwork
{
    private const int Channels = 4;

    // The channels of the three factors lie beside each other.
    private readonly DiagramLinearModule _factors = DiagramLinearModule.Create("S(n): V^2", $"S(n): {3 * Channels}xV^3");
    private readonly DiagramLinearModule _sum = DiagramLinearModule.Create($"S(n): {Channels}xV^3", "S(n): V^0");

    /// <summary>Makes a network with random weights.</summary>
    public ThirdOrderNetwork()
        : base("order 3") => Complete();

    /// <inheritdoc/>
    public override Tensor forward(Tensor adjacency)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        (long graphs, int[] n) = (adjacency.shape[0], [(int)adjacency.shape[1]]);
        Tensor factors = _factors.forward(adjacency.reshape(graphs, -1), n).reshape(graphs, -1, 3, Channels);
        Tensor products = factors.select(2, 0) * factors.select(2, 1) * factors.select(2, 2);
        return scope.MoveToOuter(_sum.forward(products.reshape(graphs, -1), n).reshape(-1));
    }
}
