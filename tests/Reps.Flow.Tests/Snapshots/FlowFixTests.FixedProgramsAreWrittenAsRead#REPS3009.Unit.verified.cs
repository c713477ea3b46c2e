using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    public static Tensor Run([Rep("4x1o")] Tensor x) => nn.functional.normalize(x.reshape(-1, 3, 4), dim: -2).norm(-2);
}
