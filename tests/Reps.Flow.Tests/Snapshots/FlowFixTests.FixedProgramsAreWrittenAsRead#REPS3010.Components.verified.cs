using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => torch.where(x.norm(-1, keepdim: true) > 0.5, x, x.norm(-1, keepdim: true).lt(1).to(ScalarType.Float64) * x);
}
