using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    private static readonly EquivariantLayerNorm s_norm = EquivariantLayerNorm.Create("4x1o", new LayerNormOptions { Affine = false });

    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => s_norm.call(x);
}
