using TorchSharp;
using static TorchSharp.torch;

namespace Graphs;

public static class Check
{
    public static double Error()
    {
        using DisposeScope scope = NewDisposeScope();
        random.manual_seed(4);
        NETWORK network = new();
        network.Randomize();
        Tensor adjacency = GraphBatch.Draw(3, 6).Adjacency;
        Tensor order = tensor(new long[] { 1, 2, 3, 4, 5, 0 });
        Tensor plain = Run(network, adjacency);
        return (Run(network, adjacency.index_select(1, order).index_select(2, order)) - plain).norm().item<double>() / (plain.norm().item<double>() + 1e-6);
    }

    private static Tensor Run(NETWORK network, Tensor adjacency)
    {
        random.manual_seed(9);
        return network.forward(adjacency);
    }
}
