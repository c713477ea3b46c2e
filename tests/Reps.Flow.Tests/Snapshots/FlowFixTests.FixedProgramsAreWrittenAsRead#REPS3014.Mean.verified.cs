using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    [return: Positions]
    public static Tensor Run([Positions] Tensor p, [Positions] Tensor q, [Positions] Tensor r) => (p + q + r) / 3;
}
