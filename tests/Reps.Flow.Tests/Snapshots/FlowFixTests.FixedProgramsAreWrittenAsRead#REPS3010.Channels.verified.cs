using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.reshape(-1, 3, 4).mul(1).norm(-2, keepdim: true).gt(0.5).to(ScalarType.Float64).mul(x.reshape(-1, 3, 4)).flatten(-2);
}
