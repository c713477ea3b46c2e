using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    public static Tensor Run([Nodes(0), Positions(Rank = 2)] Tensor p) => (p - p.mean([0L], keepdim: true)).square().sum() + (p - p.mean([0L], keepdim: true)).norm(-1).sum();
}
