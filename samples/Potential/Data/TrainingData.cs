using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using Reps;

namespace Potential.Data;

/// <summary>The structures of a training: those that it learns from and those that it is judged by.</summary>
/// <param name="Train">Learnt from.</param>
/// <param name="Validation">Judged by, and never learnt from.</param>
/// <param name="Fingerprint">The SHA-256 of the file's bytes: whether it is still the same data.</param>
public sealed record TrainingData(IReadOnlyList<Structure> Train, IReadOnlyList<Structure> Validation, string Fingerprint)
{
    /// <summary>Reads a file and splits it.</summary>
    /// <param name="path">An extended XYZ file with energies and forces.</param>
    /// <param name="validation">How much is for validation: a fraction below 1, or a number of structures.</param>
    /// <param name="seed">Who goes where.</param>
    /// <exception cref="DataException">The file is wrong, or too small for the split.</exception>
    public static TrainingData Read(string path, double validation, int seed)
    {
        List<Structure> structures = StructureFile.ReadLabelled(path);
        int count = Split.Count(validation, structures.Count);
        if (count < 1 || count >= structures.Count)
            throw new DataException(
                FormattableString.Invariant($"{path}: of {structures.Count} structures, {count} are for validation (--validation {validation}). ")
                    + "Leave at least one for it and one to learn from.");
        (int[] train, int[] held) = Split.Of(structures.Count, count, seed);
        return new TrainingData([.. train.Select(n => structures[n])], [.. held.Select(n => structures[n])], FingerprintOf(path));
    }

    /// <summary>The elements of all structures, lightest first.</summary>
    public IReadOnlyList<string> Elements =>
    [
        .. Train.Concat(Validation).SelectMany(structure => structure.Frame.AtomicNumbers).Distinct().Order().Select(ChemicalElements.Symbol),
    ];

    private static string FingerprintOf(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
