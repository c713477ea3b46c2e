namespace Potential.Dynamics;

/// <summary>Constants in eV, Å, fs and amu (CODATA 2018).</summary>
public static class Units
{
    private const double ElementaryCharge = 1.602176634e-19;
    private const double AtomicMass = 1.66053906660e-27;

    /// <summary>Å/fs² for each eV/(Å amu): 1 eV/(Å amu) is (e / u) · 10²⁰ Å/s², of 10³⁰ fs²/s².</summary>
    public const double Acceleration = ElementaryCharge / AtomicMass * 1e-10;

    /// <summary>Boltzmann's constant in eV/K.</summary>
    public const double Boltzmann = 1.380649e-23 / ElementaryCharge;
}
