namespace Potential.Dynamics;

/// <summary>Moves atoms by a time step.</summary>
public interface IIntegrator
{
    /// <summary>Takes a step. Forces are those at the positions, before and after.</summary>
    void Step(AtomsInMotion atoms, IForceField field);
}
