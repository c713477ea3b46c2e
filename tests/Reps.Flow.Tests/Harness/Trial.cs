namespace Reps.Tests;

/// <summary>A program to execute.</summary>
/// <param name="Assemblies">The files that hold it, each behind those that it refers to.</param>
/// <param name="Type">The class. Its method <c>Run</c> is held against group elements, unless it has a method <c>Error</c>, which measures by itself.</param>
internal sealed record Trial(string[] Assemblies, string Type)
{
    /// <summary>The representation of the result, where it is not annotated; invariants if null.</summary>
    public string? Result { get; init; }

    /// <summary>How many inputs are drawn.</summary>
    public int Draws { get; init; } = 4;
}

/// <summary>What comes of executing a program.</summary>
/// <param name="Error">The largest relative difference between acting before and after; NaN where a result is not finite, or there is none.</param>
/// <param name="Refusal">Why torch does not run it; null where it does.</param>
internal sealed record Outcome(double Error, string? Refusal);
