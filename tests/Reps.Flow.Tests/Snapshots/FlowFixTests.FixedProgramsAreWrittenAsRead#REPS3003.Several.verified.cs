using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    public static Tensor Run([Rep("4x0e + 2x1o + 1x2e")] Tensor x) => x.narrow(-1, 0, 10) + x.narrow(-1, 0, 10);
}
