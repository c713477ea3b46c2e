using System;
using System.Linq;
using Reps.Layers.Execution;
using Reps.Layers.Harmonics;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>Real spherical harmonics of vectors in e3nn's basis: e3nn's SphericalHarmonics.</summary>
public sealed class SphericalHarmonicsModule : nn.Module<Tensor, Tensor>
{
    private readonly HarmonicsTensorKernel _kernel;

    /// <summary>Makes a module.</summary>
    /// <param name="layer">The harmonics; see <see cref="SphericalHarmonics.Create(string, HarmonicsNormalization, bool)"/>.</param>
    public SphericalHarmonicsModule(SphericalHarmonics layer)
        : base(nameof(SphericalHarmonicsModule))
    {
        ArgumentNullException.ThrowIfNull(layer);
        Layer = layer;
        _kernel = new HarmonicsTensorKernel(layer);
    }

    /// <summary>The harmonics.</summary>
    public SphericalHarmonics Layer { get; }

    /// <summary>The harmonics of a representation.</summary>
    /// <inheritdoc cref="SphericalHarmonics.Create(string, HarmonicsNormalization, bool)"/>
    public static SphericalHarmonicsModule Create(
        string output,
        HarmonicsNormalization normalization = HarmonicsNormalization.Component,
        bool normalize = true
    ) => new(SphericalHarmonics.Create(output, normalization, normalize));

    /// <summary>Evaluates the harmonics.</summary>
    /// <param name="vectors">[..., 3], each (x, y, z).</param>
    /// <returns>[..., output dim].</returns>
    public override Tensor forward(Tensor vectors) => Evaluate(_kernel, vectors, Layer.Output.Dim);

    internal static Tensor Evaluate(HarmonicsTensorKernel kernel, Tensor vectors, int dim)
    {
        Arguments.Last(kernel.Name, vectors, 3, "vectors have 3 numbers in the last dimension", nameof(vectors));
        Arguments.Real(kernel.Name, vectors, nameof(vectors));
        long[] shape = Sizes.Of(vectors);
        if (shape.Length == 2) return kernel.Apply(vectors);
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        return scope.MoveToOuter(kernel.Apply(Batching.Rows(vectors)).reshape([.. shape.SkipLast(1), dim]));
    }
}
