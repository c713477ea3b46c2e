using System;
using System.Collections.Generic;
using System.Linq;

namespace Reps;

/// <summary>The entries of a comment line that have a meaning of their own.</summary>
internal sealed record XyzHeader(XyzColumns Columns, double[]? Lattice, (bool A, bool B, bool C) Periodic, double? Energy)
{
    private static readonly char[] s_separators = [' ', '\t', ',', '[', ']', '{', '}'];

    /// <summary>Takes the entries with a meaning out of <paramref name="entries"/> and reads them.</summary>
    /// <exception cref="XyzException">One of them is malformed, or they contradict each other.</exception>
    public static XyzHeader Take(Dictionary<string, string> entries, XyzReadOptions options, XyzLineReader lines)
    {
        string? properties = Take(entries, "Properties", lines);
        double[]? lattice = ReadLattice(Take(entries, "Lattice", lines), lines);
        (bool A, bool B, bool C) periodic = ReadPeriodic(Take(entries, "pbc", lines), lattice is not null, lines);
        if (lattice is null && (periodic.A || periodic.B || periodic.C))
        {
            throw lines.Fault("a Lattice, as pbc makes the structure repeat", "none",
                "Add Lattice=\"ax ay az bx by bz cx cy cz\", or set pbc=\"F F F\"");
        }
        double? energy = null;
        if (Take(entries, options.EnergyKey, lines) is string text)
        {
            energy = XyzNumbers.TryReadReal(text, out double value)
                ? value
                : throw lines.Fault($"a finite number for {options.EnergyKey}", Excerpt.Of(text), "Write the energy in eV");
        }
        XyzColumns columns = properties is null ? XyzColumns.Plain : XyzColumns.Parse(properties, options, lines);
        return new XyzHeader(columns, lattice, periodic, energy);
    }

    private static string? Take(Dictionary<string, string> entries, string key, XyzLineReader lines)
    {
        string[] spellings = [.. entries.Keys.Where(k => k.Equals(key, StringComparison.OrdinalIgnoreCase))];
        if (spellings.Length > 1)
            throw lines.Fault($"one entry {key}", string.Join(" and ", spellings), "Remove all but one");
        return spellings.Length > 0 && entries.Remove(spellings[0], out string? value) ? value : null;
    }

    private static double[]? ReadLattice(string? text, XyzLineReader lines)
    {
        if (text is null)
            return null;
        string[] words = text.Split(s_separators, StringSplitOptions.RemoveEmptyEntries);
        double[] values = new double[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            if (!XyzNumbers.TryReadReal(words[i], out values[i]))
                throw lines.Fault("finite numbers in Lattice", Excerpt.Of(words[i]), "Write the cell vectors in Angstrom");
        }
        return values.Length switch
        {
            9 => values,
            3 => [values[0], 0, 0, 0, values[1], 0, 0, 0, values[2]],
            _ => throw lines.Fault("9 numbers in Lattice (or 3, for a rectangular cell)", $"{values.Length}",
                "Write Lattice=\"ax ay az bx by bz cx cy cz\""),
        };
    }

    private static (bool A, bool B, bool C) ReadPeriodic(string? text, bool hasLattice, XyzLineReader lines)
    {
        if (text is null)
            return (hasLattice, hasLattice, hasLattice);
        string[] words = text.Split(s_separators, StringSplitOptions.RemoveEmptyEntries);
        bool[] values = new bool[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            if (!XyzNumbers.TryReadLogical(words[i], out values[i]))
                throw lines.Fault("T or F in pbc", Excerpt.Of(words[i]), "Write for example pbc=\"T T F\"");
        }
        return values switch
        {
            [bool a, bool b, bool c] => (a, b, c),
            [bool all] => (all, all, all),
            _ => throw lines.Fault("three values in pbc", $"{values.Length}", "Write for example pbc=\"T T F\""),
        };
    }
}
