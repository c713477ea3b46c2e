using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    [return: Rep("2x1o")]
    public static Tensor Run([Rep("4x0e + 2x1o")] Tensor x) => x.split([4L, 6L], -1)[1];
}
