using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    private static readonly Parameter s_factors = new(randn(4, dtype: ScalarType.Float64));

    private static readonly Irreps s_irreps = Signature.Parse("2x1o + 2x2e").Irreps;

    [return: Rep("2x1o + 2x2e")]
    public static Tensor Run([Rep("2x1o + 2x2e")] Tensor x) => x * IrrepsLayout.Spread(s_irreps, s_factors);
}
