using System;
using System.Globalization;

namespace Reps;

/// <summary>
/// Stated limits on sizes. They are checked on the numbers themselves, before anything of that size is allocated, so a wrong or hostile
/// signature costs nothing. Beyond them a text has an error and an operation throws <see cref="OverflowException"/>; nothing ever wraps.
/// </summary>
public static class Budget
{
    /// <summary>Longest text of a signature, in UTF-16 characters.</summary>
    public const int MaxTextLength = 16384;

    /// <summary>Most terms in the text of a signature. (Lists built in code, e.g. of products, may be longer.)</summary>
    public const int MaxTerms = 1024;

    /// <summary>Largest degree l (or spin j) in a signature. (Degrees that arise in products may be larger.)</summary>
    public const int MaxDegree = 100;

    /// <summary>Largest multiplicity of one entry.</summary>
    public const int MaxMultiplicity = 1 << 20;

    /// <summary>Largest dimension of an irrep and of a whole representation.</summary>
    public const int MaxDim = 1 << 24;

    /// <summary>Most paths of one layer.</summary>
    public const int MaxPaths = 4096;

    /// <summary>Most weights of one layer.</summary>
    public const int MaxWeights = 1 << 28;

    /// <summary>Most coupling coefficients of one layer.</summary>
    public const int MaxCoefficients = 200_000;

    /// <summary>Most diagrams that are enumerated at once.</summary>
    public const int MaxDiagrams = 1_000_000;

    /// <summary>
    /// Most pairs of an output list and an input list of points, n^(k+l), between two terms of a layer of automorphisms of graphs: each pair costs
    /// an addition for each channel and row.
    /// </summary>
    public const int MaxListPairs = 1 << 22;

    internal static void CheckMultiplicity(long mul)
    {
        if (mul > MaxMultiplicity) throw Exceeded("multiplicity", mul, MaxMultiplicity);
    }

    internal static void CheckDim(long dim)
    {
        if (dim > MaxDim) throw Exceeded("dimension", dim, MaxDim);
    }

    private static OverflowException Exceeded(string what, long value, int limit) =>
        new("A " + what + " of " + Text(value) + " exceeds the limit of " + Text(limit) + ".");

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
