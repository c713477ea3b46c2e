using System.IO;
using Potential.Files;
using Reps;

namespace Potential.Dynamics;

/// <summary>Structures of a simulation as extended XYZ.</summary>
public static class Trajectory
{
    /// <summary>Writes the present one; velocities are in Å/fs.</summary>
    /// <param name="writer">Takes the text.</param>
    /// <param name="frame">Elements, cell and periodicity.</param>
    /// <param name="atoms">The present state.</param>
    /// <param name="time">In fs.</param>
    public static void Write(TextWriter writer, XyzFrame frame, AtomsInMotion atoms, double time)
    {
        XyzWriter.Write(
            writer, frame, atoms.Positions, [("forces", atoms.Forces), ("velocities", atoms.Velocities)],
            [("energy", atoms.PotentialEnergy), ("time_fs", time), ("temperature_K", atoms.Temperature)]);
        writer.Flush();
    }
}
