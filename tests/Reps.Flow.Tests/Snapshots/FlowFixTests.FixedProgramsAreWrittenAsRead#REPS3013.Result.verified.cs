using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    [return: Rep("1x0o")]
    public static Tensor Run([Rep("1o")] Tensor a, [Rep("1o")] Tensor b, [Rep("1o")] Tensor c) => (linalg.cross(a, b) * c).sum(-1, keepdim: true);
}
