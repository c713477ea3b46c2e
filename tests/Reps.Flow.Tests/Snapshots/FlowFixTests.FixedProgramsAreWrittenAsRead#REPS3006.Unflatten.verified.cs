using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    public static Tensor Run([Rep("4x2e")] Tensor x) => x.unflatten(x.dim() - 1, 5, 4).transpose(-1, -2).norm(-1);
}
