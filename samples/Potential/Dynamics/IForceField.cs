namespace Potential.Dynamics;

/// <summary>Energies and forces of atoms that move.</summary>
public interface IForceField
{
    /// <summary>Computes both.</summary>
    /// <param name="positions">[N, 3] in Å.</param>
    /// <param name="forces">[N, 3] in eV/Å, overwritten.</param>
    /// <returns>The energy in eV.</returns>
    double Evaluate(double[] positions, double[] forces);
}
