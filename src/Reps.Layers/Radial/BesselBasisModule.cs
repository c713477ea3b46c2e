using Reps.Layers.Radial;

namespace Reps.Layers;

/// <summary>Radial Bessel functions as a module: <see cref="BesselBasis"/>, and e3nn's <c>bessel</c>.</summary>
public sealed class BesselBasisModule : RadialBasisModule
{
    /// <summary>Makes a module.</summary>
    /// <param name="basis">The functions.</param>
    public BesselBasisModule(BesselBasis basis)
        : base(nameof(BesselBasisModule), basis, RadialOperators.Bessel(Given(basis).Count, basis.Cutoff)) { }

    /// <summary>Makes a module.</summary>
    /// <inheritdoc cref="BesselBasis(int, double)"/>
    public BesselBasisModule(int count, double cutoff)
        : this(new BesselBasis(count, cutoff)) { }
}
