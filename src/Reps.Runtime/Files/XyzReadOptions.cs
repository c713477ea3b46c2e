namespace Reps;

/// <summary>How <see cref="ExtendedXyz"/> reads.</summary>
public sealed record XyzReadOptions
{
    /// <summary>The defaults.</summary>
    public static XyzReadOptions Default { get; } = new();

    /// <summary>The key of the comment line that holds the energy; data sets also use "REF_energy" and the like. Case is ignored.</summary>
    public string EnergyKey { get; init; } = "energy";

    /// <summary>The column of Properties that holds the forces; data sets also use "REF_forces" and the like. Case is ignored.</summary>
    public string ForcesKey { get; init; } = "forces";

    /// <summary>The largest number of atoms in a frame; a count above it is refused before anything is allocated.</summary>
    public int MaxAtoms { get; init; } = 10_000_000;
}
