using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Reps;

namespace Potential.Files;

/// <summary>Writes frames of extended XYZ, with as many digits as a number has.</summary>
public static class XyzWriter
{
    /// <summary>Writes a frame.</summary>
    /// <param name="writer">Takes the text.</param>
    /// <param name="frame">Elements, cell and periodicity.</param>
    /// <param name="positions">[N, 3] in Å.</param>
    /// <param name="columns">What else atoms have, [N, 3] each.</param>
    /// <param name="entries">What else the frame has.</param>
    public static void Write(
        TextWriter writer, XyzFrame frame, IReadOnlyList<double> positions, IReadOnlyList<(string Name, IReadOnlyList<double> Values)> columns,
        IReadOnlyList<(string Key, double Value)> entries)
    {
        writer.Write(frame.Count.ToString(CultureInfo.InvariantCulture));
        writer.Write('\n');
        if (frame.Lattice is not null) writer.Write($"Lattice=\"{string.Join(' ', frame.Lattice.Select(Text))}\" ");
        writer.Write($"Properties=species:S:1:pos:R:3{string.Concat(columns.Select(column => $":{column.Name}:R:3"))}");
        foreach ((string key, double value) in entries) writer.Write($" {key}={Text(value)}");
        writer.Write($" pbc=\"{Flag(frame.Periodic.A)} {Flag(frame.Periodic.B)} {Flag(frame.Periodic.C)}\"\n");
        for (int atom = 0; atom < frame.Count; atom++)
        {
            writer.Write(ChemicalElements.Symbol(frame.AtomicNumbers[atom]));
            Triple(writer, positions, atom);
            foreach ((_, IReadOnlyList<double> values) in columns) Triple(writer, values, atom);
            writer.Write('\n');
        }
    }

    private static void Triple(TextWriter writer, IReadOnlyList<double> values, int atom)
    {
        for (int axis = 0; axis < 3; axis++)
        {
            writer.Write(' ');
            writer.Write(Text(values[(3 * atom) + axis]));
        }
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Flag(bool value) => value ? "T" : "F";
}
