using TorchSharp;
using static TorchSharp.torch;

namespace Inertia;

public static class Check
{
    public static double Error()
    {
        using DisposeScope scope = NewDisposeScope();
        random.manual_seed(4);
        EquivariantNetwork network = new();
        network.to(ScalarType.Float64);
        Tensor bodies = randn(7, 20, dtype: ScalarType.Float64);
        Tensor turn = -Reps.Layers.O3.RandomMatrix(dtype: ScalarType.Float64);
        Tensor plain = Run(network, bodies);
        Tensor vectors = einsum("ij,bjp->bip", turn, bodies.narrow(1, 5, 15).reshape(-1, 3, 5)).flatten(1);
        Tensor moved = Run(network, cat([bodies.narrow(1, 0, 5), vectors], 1));
        Tensor expected = einsum("ik,jl,bkl->bij", turn, turn, plain.reshape(-1, 3, 3)).flatten(1);
        return (moved - expected).norm().item<double>() / expected.norm().item<double>();
    }

    private static Tensor Run(EquivariantNetwork network, Tensor bodies)
    {
        random.manual_seed(9);
        return network.forward(bodies);
    }
}
