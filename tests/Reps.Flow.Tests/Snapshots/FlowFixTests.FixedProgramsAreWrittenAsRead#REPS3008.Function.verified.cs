using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    private static readonly EquivariantDropout s_dropout = EquivariantDropout.Create("4x1o", 0.2);

    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => s_dropout.call(x) + s_dropout.call(x);
}
