using System;

namespace Potential.Dynamics;

/// <summary>Langevin's equation by the BAOAB scheme (Leimkuhler and Matthews, 2013): atoms at a temperature.</summary>
/// <param name="timestep">In fs.</param>
/// <param name="temperature">In K.</param>
/// <param name="friction">In 1/fs.</param>
/// <param name="random">The noise.</param>
public sealed class LangevinThermostat(double timestep, double temperature, double friction, GaussianNumbers random) : IIntegrator
{
    /// <inheritdoc/>
    public void Step(AtomsInMotion atoms, IForceField field)
    {
        Motion.Kick(atoms, timestep / 2);
        Motion.Drift(atoms, timestep / 2);
        double kept = Math.Exp(-friction * timestep);
        double noise = Math.Sqrt((1 - (kept * kept)) * Units.Boltzmann * temperature * Units.Acceleration);
        for (int n = 0; n < atoms.Velocities.Length; n++)
            atoms.Velocities[n] = (kept * atoms.Velocities[n]) + (noise / Math.Sqrt(atoms.Masses[n / 3]) * random.Next());
        Motion.Drift(atoms, timestep / 2);
        atoms.PotentialEnergy = field.Evaluate(atoms.Positions, atoms.Forces);
        Motion.Kick(atoms, timestep / 2);
    }
}
