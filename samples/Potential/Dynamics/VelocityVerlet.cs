namespace Potential.Dynamics;

/// <summary>Newton's equations by the velocity Verlet scheme: reversible, of second order, without drift of the energy.</summary>
/// <param name="timestep">In fs.</param>
public sealed class VelocityVerlet(double timestep) : IIntegrator
{
    /// <inheritdoc/>
    public void Step(AtomsInMotion atoms, IForceField field)
    {
        Motion.Kick(atoms, timestep / 2);
        Motion.Drift(atoms, timestep);
        atoms.PotentialEnergy = field.Evaluate(atoms.Positions, atoms.Forces);
        Motion.Kick(atoms, timestep / 2);
    }
}
