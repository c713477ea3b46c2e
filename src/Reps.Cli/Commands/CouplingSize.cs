using System;
using System.Linq;

namespace Reps.Cli.Commands;

/// <summary>Keeps tables of exact coefficients to those that take seconds.</summary>
internal static class CouplingSize
{
    /// <summary>The most coefficients: three degrees of 40.</summary>
    private const int Most = 81 * 81;

    /// <summary>Refuses tables that would take minutes.</summary>
    /// <param name="what">What the table is of.</param>
    /// <param name="twice">The doubled degrees.</param>
    /// <exception cref="FormatException">The table is too large.</exception>
    public static void Check(string what, params int[] twice)
    {
        int count = Count(twice);
        if (count > Most)
            throw new FormatException(
                $"{what} {string.Join(" ", twice.Select(Spins.Print))} has about {count} exact coefficients, which would take minutes; at most {Most} are computed, as for degrees 40 40 40."
            );
    }

    private static int Count(params int[] twice)
    {
        // Projections add up to zero, so the two smaller degrees bound how many coefficients there are.
        int[] dims = [.. twice.Select(t => t + 1).Order()];
        return dims[0] * dims[1];
    }
}
