using System;
using System.Threading;
using Potential.Data;

namespace Potential.Dynamics;

/// <summary>Steps, one after the other, with a record of the energy.</summary>
/// <param name="atoms">What moves.</param>
/// <param name="field">What moves it.</param>
/// <param name="integrator">How.</param>
/// <param name="timestep">In fs.</param>
public sealed class Simulation(AtomsInMotion atoms, IForceField field, IIntegrator integrator, double timestep)
{
    /// <summary>The steps taken.</summary>
    public int Steps { get; private set; }

    /// <summary>The total energy at each step.</summary>
    public EnergyRecord Energies { get; } = new(atoms.Masses.Length);

    /// <summary>Takes steps.</summary>
    /// <param name="steps">How many.</param>
    /// <param name="every">How often to report.</param>
    /// <param name="report">Takes the time in fs; at the beginning, and after every so many steps.</param>
    /// <param name="stop">Ends the simulation after a step.</param>
    /// <returns>Whether all steps were taken.</returns>
    /// <exception cref="DataException">The energy is not a number any more.</exception>
    public bool Run(int steps, int every, Action<double> report, CancellationToken stop)
    {
        atoms.PotentialEnergy = field.Evaluate(atoms.Positions, atoms.Forces);
        Record();
        report(0);
        for (int step = 1; step <= steps; step++)
        {
            if (stop.IsCancellationRequested) return false;
            integrator.Step(atoms, field);
            Steps = step;
            Record();
            if (step % every == 0) report(step * timestep);
        }
        return true;
    }

    private void Record()
    {
        double energy = atoms.PotentialEnergy + atoms.KineticEnergy;
        if (!double.IsFinite(energy))
            throw new DataException(
                FormattableString.Invariant($"The energy is not a number after {Steps} steps ({Steps * timestep} fs): the atoms have come where the model knows nothing. ")
                    + "Lower --timestep or --temperature, or train on such structures.");
        Energies.Add(Steps * timestep, energy, atoms.Temperature);
    }
}
