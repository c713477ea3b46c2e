using System.Collections.Concurrent;
using static TorchSharp.torch;

namespace Reps.Layers.Reduction;

/// <summary>Orthonormal harmonics of directions, whatever inversion does to the signals that are made of them.</summary>
internal static class SignalHarmonics
{
    private static readonly ConcurrentDictionary<int, SphericalHarmonicsModule> s_modules = new();

    /// <summary>[..., 3] to [..., (lmax+1)²].</summary>
    public static Tensor Evaluate(SphericalTensor tensor, Tensor positions) => s_modules.GetOrAdd(tensor.Lmax, Create).forward(positions);

    private static SphericalHarmonicsModule Create(int lmax) =>
        new(SphericalHarmonics.Create(Irreps.SphericalHarmonics(lmax), HarmonicsNormalization.Integral, normalize: true));
}
