using System;
using System.Linq;
using System.Threading;
using Reps.Algebra;

namespace Reps.Analyzers.Flow;

/// <summary>What groups of permutations do with the points that they act on.</summary>
internal static class PointGroups
{
    /// <summary>Whether a group mixes coordinates, and does not only permute them.</summary>
    public static bool Mixes(TensorSpace space) =>
        space.Family is GroupFamily.Orthogonal or GroupFamily.SpecialOrthogonal or GroupFamily.Symplectic;

    /// <summary>Whether a group mixes coordinates on which a sum of powers has an axis.</summary>
    public static bool Mixes(TensorPowers powers) =>
        powers.Spaces.Where((space, s) => Mixes(space) && powers.Terms.Any(term => term.Powers[s] > 0)).Any();

    /// <summary>A point that a group moves, and where to; null where it moves none, or that takes too long to find.</summary>
    public static (int From, int To)? Moved(TensorSpace space)
    {
        if (space.Family == GroupFamily.Symmetric) return space.N == 1 ? null : (0, 1);
        return Orbits(space)?.Where(static orbit => orbit.Length > 1).Select(static orbit => ((int, int)?)(orbit[0], orbit[1])).FirstOrDefault();
    }

    /// <summary>A point of a range that a group moves out of it, and where to; null where there is none, or that takes too long to find.</summary>
    public static (int From, int To)? MovedOut(TensorSpace space, long start, long stop)
    {
        if (Orbits(space) is not { } orbits) return null;
        foreach (int[] orbit in orbits)
        {
            int inside = Array.FindIndex(orbit, point => point >= start && point < stop);
            int outside = Array.FindIndex(orbit, point => point < start || point >= stop);
            if (inside >= 0 && outside >= 0) return (orbit[inside], orbit[outside]);
        }
        return null;
    }

    // The search is bounded, so that nothing need stop it.
    private static System.Collections.Generic.IReadOnlyList<int[]>? Orbits(TensorSpace space)
    {
        try
        {
            return SpaceGroups.Of(space, CancellationToken.None).Orbits();
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
