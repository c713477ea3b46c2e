using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    [return: Rep("1o")]
    public static Tensor Run([Rep("1o")] Tensor x) => x.masked_fill(x.norm(-1, keepdim: true) > 1, 0);
}
