using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x0e + 4x1o")] Tensor x)
    {
        Tensor[] parts = x.split([4L, 12L], -1);
        return (parts[1].unflatten(parts[1].dim() - 1, 3, 4) * parts[1].unflatten(parts[1].dim() - 1, 3, 4).norm(-2, keepdim: true).softmax(-1)).flatten(-2);
    }
}