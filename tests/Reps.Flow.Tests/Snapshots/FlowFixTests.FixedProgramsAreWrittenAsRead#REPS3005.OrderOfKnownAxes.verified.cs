using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    public static Tensor Run([Rep("4x1o", Rank = 2)] Tensor x) => (x + x.roll(1, 0)).unflatten(1, 3, 4).norm(-2).argmax(-1);
}
