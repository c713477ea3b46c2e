using Reps.Layers.Radial;

namespace Reps.Layers;

/// <summary>Gaussians of a distance as a module: <see cref="GaussianBasis"/>.</summary>
public sealed class GaussianBasisModule : RadialBasisModule
{
    /// <summary>Makes a module.</summary>
    /// <param name="basis">The functions.</param>
    public GaussianBasisModule(GaussianBasis basis)
        : base(nameof(GaussianBasisModule), basis, RadialOperators.Gaussian(Given(basis))) { }

    /// <summary>Makes a module.</summary>
    /// <inheritdoc cref="GaussianBasis(int, double, double, double?)"/>
    public GaussianBasisModule(int count, double start, double end, double? width = null)
        : this(new GaussianBasis(count, start, end, width)) { }
}
