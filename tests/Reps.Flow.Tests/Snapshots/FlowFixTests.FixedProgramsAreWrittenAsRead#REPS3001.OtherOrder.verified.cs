using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    [return: Rep("4x0e + 4x1o")]
    public static Tensor Run([Rep("4x0e + 4x1o")] Tensor x, [Rep("4x1o + 4x0e")] Tensor y) => x - cat([y.narrow(-1, 12, 4), y.narrow(-1, 0, 12)], -1) + cat([y.narrow(-1, 12, 4), y.narrow(-1, 0, 12)], -1);
}
