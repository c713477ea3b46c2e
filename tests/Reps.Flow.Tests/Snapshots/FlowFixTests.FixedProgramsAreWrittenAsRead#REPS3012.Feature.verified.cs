using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    public static Tensor Run([Rep("4x1o + 4x0e")] Tensor x) => new Feature<Hidden>(cat([x.narrow(-1, 12, 4), x.narrow(-1, 0, 12)], -1)).Tensor.norm(-1);
}

[Rep("4x0e + 4x1o")] public readonly partial struct Hidden;
