using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    public static Tensor Run([Rep("16x1o")] Tensor x) => x.reshape(-1, 3, 16).transpose(-1, -2).norm(-1);
}
