using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    private static readonly Parameter s_factors = new(randn(4, dtype: ScalarType.Float64));

    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => (x.unflatten(x.dim() - 1, 3, 4) * s_factors).flatten(-2);
}
