using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Threading;

namespace Reps.Algebra;

/// <summary>The groups of permutations that act on spaces.</summary>
internal static class SpaceGroups
{
    // A fraction of a second: editors ask at every keystroke.
    private const long MaxSearchSteps = 1L << 26;

    // Analyzers ask for the groups of the same few graphs, and for the same counts, again and again.
    private const int MostKept = 16;
    private static readonly Dictionary<TensorSpace, PermutationGroup> s_groups = [];
    private static readonly Dictionary<(TensorSpace, int), BigInteger> s_counts = [];

    /// <summary>The group of a space.</summary>
    /// <param name="space">A space whose coordinates are permuted.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OverflowException">The search for automorphisms takes too long.</exception>
    public static PermutationGroup Of(TensorSpace space, CancellationToken cancellationToken) => Once(s_groups, space, () => Find(space, cancellationToken));

    /// <summary>The number of orbits on lists of points.</summary>
    /// <param name="space">A space whose coordinates are permuted.</param>
    /// <param name="length">The number of points of a list.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OverflowException">The search for automorphisms, or the count, takes too long.</exception>
    public static BigInteger CountOrbits(TensorSpace space, int length, CancellationToken cancellationToken) =>
        Once(s_counts, (space, length), () => Of(space, cancellationToken).CountOrbits(length, cancellationToken));

    private static TValue Once<TKey, TValue>(Dictionary<TKey, TValue> known, TKey key, Func<TValue> find)
        where TKey : notnull
    {
        lock (known)
            if (known.TryGetValue(key, out TValue? value))
                return value;
        // Outside the lock: two threads may do it twice, and none waits for another's.
        TValue found = find();
        lock (known)
        {
            if (known.Count >= MostKept) known.Clear();
            known[key] = found;
        }
        return found;
    }

    private static PermutationGroup Find(TensorSpace space, CancellationToken cancellationToken) =>
        space.Graph is SymmetryGraph graph ? graph.Automorphisms(MaxSearchSteps, cancellationToken)
        : space.Family == GroupFamily.Symmetric ? PermutationGroup.Symmetric(space.N, cancellationToken)
        : Alternating(space.N, cancellationToken);

    // Cycles of three neighbours: those from i on generate the stabiliser of the points before i.
    private static PermutationGroup Alternating(int n, CancellationToken cancellationToken)
    {
        List<int[]> cycles = [];
        for (int i = 0; i + 2 < n; i++)
        {
            int[] images = PermutationTables.Identity(n);
            (images[i], images[i + 1], images[i + 2]) = (i + 1, i + 2, i);
            cycles.Add(images);
        }
        return PermutationGroup.FromStrong(n, Enumerable.Range(0, cycles.Count), cycles, cancellationToken);
    }
}
