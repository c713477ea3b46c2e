using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Tetris;

public static class Check
{
    public static double Error()
    {
        using DisposeScope scope = NewDisposeScope();
        random.manual_seed(4);
        Network network = new();
        network.to(ScalarType.Float64);
        Tensor centres = tensor(Shapes.Positions).reshape(8, 4, 3);
        Tensor turn = O3.RandomMatrix(dtype: ScalarType.Float64);
        Tensor order = tensor(new long[] { 1, 3, 0, 2 });
        Tensor plain = Scores(network, centres);
        double worst = Difference(Scores(network, centres.matmul(turn) + tensor(new double[] { 3, -7, 5 })), plain);
        worst = System.Math.Max(worst, Difference(Scores(network, centres.index_select(1, order)), plain));
        Tensor exchanged = plain.index_select(1, tensor(new long[] { 1, 0, 2, 3, 4, 5, 6, 7 }));
        return System.Math.Max(worst, Difference(Scores(network, -centres), exchanged));
    }

    private static Tensor Scores(Network network, Tensor centres)
    {
        random.manual_seed(9);
        Tensor batch = arange(8).repeat_interleave(4);
        return network.forward(PointGraph.WithinRadius(centres.reshape(-1, 3), 1.5, batch));
    }

    private static double Difference(Tensor a, Tensor b) => (a - b).norm().item<double>() / (b.norm().item<double>() + 1e-6);
}
