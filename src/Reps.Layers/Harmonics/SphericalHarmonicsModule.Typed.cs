using Reps.Layers.Harmonics;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>What a class with <see cref="SphericalHarmonicsAttribute{TOutput}"/> becomes: a module from vectors to typed features.</summary>
/// <typeparam name="TSelf">The class itself.</typeparam>
/// <typeparam name="TOutput">The representation that is filled.</typeparam>
public abstract class SphericalHarmonicsModule<TSelf, TOutput> : nn.Module<Tensor, Feature<TOutput>>
    where TSelf : SphericalHarmonicsModule<TSelf, TOutput>, ISphericalHarmonics<TOutput>
    where TOutput : struct, IRep<TOutput>
{
    private static readonly HarmonicsTensorKernel s_kernel = new(SphericalHarmonics.Create(Rep<TOutput>.Irreps, TSelf.Normalization, TSelf.Normalize));

    /// <summary>Makes a module.</summary>
    protected SphericalHarmonicsModule()
        : base(typeof(TSelf).Name) { }

    /// <summary>Evaluates the harmonics.</summary>
    /// <param name="vectors">[..., 3], each (x, y, z).</param>
    /// <returns>[..., output dim].</returns>
    public override Feature<TOutput> forward(Tensor vectors) => new(SphericalHarmonicsModule.Evaluate(s_kernel, vectors, TOutput.Dim));
}
