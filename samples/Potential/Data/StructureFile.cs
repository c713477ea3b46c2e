using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Reps;

namespace Potential.Data;

/// <summary>Reads structures from extended XYZ files, in Å, eV and eV/Å.</summary>
public static class StructureFile
{
    // Closer than any two nuclei come: other units, or the same atom twice.
    private const double ShortestDistance = 0.3;

    /// <summary>Reads all frames.</summary>
    /// <param name="path">An extended XYZ file.</param>
    /// <exception cref="DataException">The file cannot be read, or holds no frames or frames without atoms; the message names file and line.</exception>
    public static List<Structure> Read(string path)
    {
        List<Structure> structures;
        try
        {
            structures = [.. ExtendedXyz.Read(path).Select(frame => new Structure(frame))];
        }
        catch (XyzException exception)
        {
            throw new DataException(exception.Message);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataException($"{path}: there is no such file. Name an extended XYZ file, for example samples/Potential/structures/ethanol_300K_train.xyz.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"{path}: the file cannot be read. {exception.Message}");
        }
        if (structures.Count == 0) throw new DataException($"{path}: the file holds no structures. Name an extended XYZ file with at least one frame.");
        foreach (Structure structure in structures) RequireAtoms(path, structure);
        return structures;
    }

    /// <summary>Reads frames that have energies and forces.</summary>
    /// <exception cref="DataException">See <see cref="Read"/>; or a frame lacks energy or forces.</exception>
    public static List<Structure> ReadLabelled(string path)
    {
        List<Structure> structures = Read(path);
        foreach (XyzFrame frame in structures.Select(structure => structure.Frame))
        {
            if (frame.Energy is null)
                throw new DataException(
                    $"{path}, line {frame.LineNumber + 1}: the frame has no energy. Write 'energy=<number in eV>' into its comment line{Hint(frame, "energ")}.");
            if (frame.Forces is null)
                throw new DataException(
                    $"{path}, line {frame.LineNumber + 1}: the frame has no forces. "
                        + $"Add columns 'forces:R:3' in eV/Å to its Properties{Hint(frame, "force")}.");
        }
        return structures;
    }

    private static void RequireAtoms(string path, Structure structure)
    {
        XyzFrame frame = structure.Frame;
        if (frame.Count == 0) throw new DataException($"{path}, line {frame.LineNumber}: the frame has no atoms. Remove it.");
        NeighborList close;
        try
        {
            close = structure.Neighbors(ShortestDistance);
        }
        catch (ArgumentException exception)
        {
            throw new DataException($"{path}, line {frame.LineNumber + 1}: {exception.Message}");
        }
        if (close.Count > 0)
            throw new DataException(
                $"{path}, line {frame.LineNumber + 2 + close.Target[0]}: atoms {close.Target[0] + 1} and {close.Source[0] + 1} of the frame are "
                    + FormattableString.Invariant($"{close.Distances[0]:0.###} Å apart. Positions must be in Å (1 nm is 10 Å), and each atom must be there once."));
    }

    // Other programs' names of the same thing: the reader knows energy and forces only.
    private static string Hint(XyzFrame frame, string part)
    {
        string[] words = frame.Comment.Split([' ', '=', ':'], StringSplitOptions.RemoveEmptyEntries);
        string? similar = words.FirstOrDefault(word => word.Contains(part, StringComparison.OrdinalIgnoreCase) && char.IsLetter(word[0]));
        return similar is null ? "" : $", or rename '{similar}' if that is it";
    }
}
