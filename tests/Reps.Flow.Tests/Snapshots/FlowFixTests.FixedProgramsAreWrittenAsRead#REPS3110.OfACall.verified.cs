using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    [return: Rep("4x1o")] private static Tensor Next([Rep("4x1o")] Tensor t) => t * 2;

    private static readonly Parameter s_factors = new(randn(4, dtype: ScalarType.Float64));

    private static readonly Irreps s_irreps = Signature.Parse("4x1o").Irreps;

    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => Next(x) * IrrepsLayout.Spread(s_irreps, s_factors);
}
