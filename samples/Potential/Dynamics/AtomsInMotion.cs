using System;

namespace Potential.Dynamics;

/// <summary>Positions, velocities, forces and masses.</summary>
public sealed class AtomsInMotion
{
    /// <summary>Atoms at rest.</summary>
    /// <param name="positions">[N, 3] in Å.</param>
    /// <param name="masses">[N] in amu.</param>
    public AtomsInMotion(double[] positions, double[] masses)
    {
        (Positions, Masses) = ([.. positions], masses);
        Velocities = new double[positions.Length];
        Forces = new double[positions.Length];
    }

    /// <summary>[N, 3] in Å.</summary>
    public double[] Positions { get; }

    /// <summary>[N, 3] in Å/fs.</summary>
    public double[] Velocities { get; }

    /// <summary>[N, 3] in eV/Å.</summary>
    public double[] Forces { get; }

    /// <summary>[N] in amu.</summary>
    public double[] Masses { get; }

    /// <summary>In eV, as of the last evaluation.</summary>
    public double PotentialEnergy { get; set; }

    /// <summary>In eV.</summary>
    public double KineticEnergy
    {
        get
        {
            double sum = 0;
            for (int n = 0; n < Velocities.Length; n++) sum += 0.5 * Masses[n / 3] * Velocities[n] * Velocities[n];
            return sum / Units.Acceleration;
        }
    }

    /// <summary>In K: of the motion without that of the whole, if there is more than one atom.</summary>
    public double Temperature => 2 * KineticEnergy / (Units.Boltzmann * Freedoms);

    private int Freedoms => Masses.Length > 1 ? (3 * Masses.Length) - 3 : 3;

    /// <summary>Draws velocities of a temperature, without motion of the whole, and scales them to have exactly that temperature.</summary>
    public void Heat(double temperature, GaussianNumbers random)
    {
        for (int n = 0; n < Velocities.Length; n++)
            Velocities[n] = Math.Sqrt(Units.Boltzmann * temperature * Units.Acceleration / Masses[n / 3]) * random.Next();
        if (Masses.Length > 1) StopDrift();
        double scale = temperature > 0 ? Math.Sqrt(temperature / Temperature) : 0;
        for (int n = 0; n < Velocities.Length; n++) Velocities[n] *= scale;
    }

    private void StopDrift()
    {
        for (int axis = 0; axis < 3; axis++)
        {
            (double momentum, double mass) = (0, 0);
            for (int atom = 0; atom < Masses.Length; atom++)
            {
                momentum += Masses[atom] * Velocities[(3 * atom) + axis];
                mass += Masses[atom];
            }
            for (int atom = 0; atom < Masses.Length; atom++) Velocities[(3 * atom) + axis] -= momentum / mass;
        }
    }
}
