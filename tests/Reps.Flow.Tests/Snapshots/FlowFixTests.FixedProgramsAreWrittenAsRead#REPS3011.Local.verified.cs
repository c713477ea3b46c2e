using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    public static Tensor Run([Rep("4x1o")] Tensor x, [Rep<Other>] Tensor y)
    {
        Feature<Rep4x1o> first = new(2 * x);
        var second = new Feature<Other>(y);
        return first.Tensor.norm(-1) + second.Tensor.norm(-1);
    }
}

[Rep("4x0e + 2x1o + 6x0e")] public readonly partial struct Hidden;

[Rep("3x1o + 1x1e")] public readonly partial struct Other;

[Rep("4x1o")] internal readonly partial struct Rep4x1o;
