using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    [return: Rep("4x1o")]
    public static Tensor Run(Feature<Hidden> x) => x.Tensor.narrow(-1, 4, 12);
}

[Rep("4x0e + 4x1o")] public readonly partial struct Hidden;
