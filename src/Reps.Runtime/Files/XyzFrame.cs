using System.Collections.Generic;

namespace Reps;

/// <summary>One structure of an XYZ file. Lengths are in Angstrom, energies in eV, forces in eV/Angstrom, as the format has them.</summary>
public sealed class XyzFrame
{
    /// <summary>The number of atoms, N.</summary>
    public int Count => AtomicNumbers.Length;

    /// <summary>Element symbols, [N].</summary>
    public required IReadOnlyList<string> Species { get; init; }

    /// <summary>Atomic numbers, [N], from 1 to 118.</summary>
    public required int[] AtomicNumbers { get; init; }

    /// <summary>Positions in Angstrom, [N, 3] row-major, all finite.</summary>
    public required double[] Positions { get; init; }

    /// <summary>Forces in eV/Angstrom, [N, 3] row-major, all finite; null where the file has none.</summary>
    public double[]? Forces { get; init; }

    /// <summary>The energy in eV, finite; null where the file has none.</summary>
    public double? Energy { get; init; }

    /// <summary>The cell in Angstrom, [3, 3] row-major: row i is the i-th cell vector. Null where the file has none.</summary>
    public double[]? Lattice { get; init; }

    /// <summary>
    /// Along which cell vectors the structure repeats. Where the file does not say: along all if it has a cell, else along none.
    /// </summary>
    public (bool A, bool B, bool C) Periodic { get; init; }

    /// <summary>
    /// The other entries of the comment line as written, without their quotes; a key that stands alone has the value "T". Empty
    /// for a plain XYZ file.
    /// </summary>
    public required IReadOnlyDictionary<string, string> Info { get; init; }

    /// <summary>The comment line as written.</summary>
    public required string Comment { get; init; }

    /// <summary>The line of the file on which this frame's atom count stands, from 1.</summary>
    public int LineNumber { get; init; }
}
