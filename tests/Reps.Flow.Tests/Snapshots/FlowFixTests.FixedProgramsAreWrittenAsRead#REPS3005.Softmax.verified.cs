using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => (x.unflatten(x.dim() - 1, 3, 4) * x.unflatten(x.dim() - 1, 3, 4).norm(-2, keepdim: true).softmax(-1)).flatten(-2);
}
