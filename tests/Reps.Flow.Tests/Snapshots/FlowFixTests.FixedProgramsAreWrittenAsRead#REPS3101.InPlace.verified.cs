using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    [return: Rep("8x0e + 4x1o")]
    public static Tensor Run([Rep("8x0e + 4x1o")] Tensor x, [Rep("4x1o")] Tensor v)
    {
        x = cat([x.narrow(-1, 0, 8) + 2, x.narrow(-1, 8, 12)], -1);
        x.narrow(-1, 0, 8).sub_(0.5);
        return x + cat([v.norm(-1, keepdim: true).expand(-1, 8), v], -1);
    }
}