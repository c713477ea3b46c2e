namespace Potential.Dynamics;

/// <summary>The parts of a step.</summary>
internal static class Motion
{
    /// <summary>Forces change velocities.</summary>
    public static void Kick(AtomsInMotion atoms, double time)
    {
        for (int n = 0; n < atoms.Velocities.Length; n++) atoms.Velocities[n] += time * Units.Acceleration * atoms.Forces[n] / atoms.Masses[n / 3];
    }

    /// <summary>Velocities change positions.</summary>
    public static void Drift(AtomsInMotion atoms, double time)
    {
        for (int n = 0; n < atoms.Positions.Length; n++) atoms.Positions[n] += time * atoms.Velocities[n];
    }
}
