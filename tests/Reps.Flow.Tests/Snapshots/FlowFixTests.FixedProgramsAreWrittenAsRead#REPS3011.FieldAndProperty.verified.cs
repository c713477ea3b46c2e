using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public sealed class P
{
    [Rep("4x1o")]
    private Tensor _held = zeros(1);

    [Rep("4x1o")]
    private Tensor Held { get; set; } = zeros(1);

    public static Tensor Run([Rep("4x1o")] Tensor x) => new P().Both(x);

    private Tensor Both([Rep("4x1o")] Tensor x)
    {
        _held = x * 2;
        Held = x * 3;
        return _held.norm(-1) + Held.norm(-1);
    }
}