using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    private static readonly Parameter s_weight = new(randn(4, 4, dtype: ScalarType.Float64));

    private static readonly Parameter s_bias = new(randn(4, dtype: ScalarType.Float64));

    [return: Rep("4x0o")]
    public static Tensor Run([Rep("4x0o")] Tensor x) => nn.functional.linear(x, s_weight);
}
