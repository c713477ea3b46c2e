using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Threading;
using Reps.Algebra;

namespace Reps;

/// <summary>
/// A group of permutations of 0 … n−1: its generators, and a base with a strong generating set, by which its order and its elements are
/// known without listing them (C. C. Sims, 1970). Immutable.
/// </summary>
public sealed partial class PermutationGroup
{
    private PermutationGroup(IReadOnlyList<Permutation> generators, StabilizerChain chain)
    {
        Chain = chain;
        Generators = generators;
        Order = chain.Order;
        Base = Array.AsReadOnly(Enumerable.Range(0, chain.Depth).Select(depth => chain[depth].Point).ToArray());
        StrongGenerators = Wrap(Enumerable.Range(0, chain.Depth).SelectMany(depth => chain[depth].Generators));
    }

    /// <summary>n, the number of points.</summary>
    public int Degree => Chain.Degree;

    /// <summary>The number of elements.</summary>
    public BigInteger Order { get; }

    /// <summary>Whether the group has one element.</summary>
    public bool IsTrivial => Order.IsOne;

    /// <summary>Generators without the identity and without repetitions, in the order given; none for the trivial group.</summary>
    public IReadOnlyList<Permutation> Generators { get; }

    /// <summary>Points that only the identity fixes all together.</summary>
    public IReadOnlyList<int> Base { get; }

    /// <summary>Elements among which there are generators of the stabiliser of the first i points of <see cref="Base"/>, for every i.</summary>
    public IReadOnlyList<Permutation> StrongGenerators { get; }

    /// <summary>The base with its representatives.</summary>
    internal StabilizerChain Chain { get; }

    /// <summary>All permutations of n points.</summary>
    /// <param name="degree">n.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The symmetric group.</returns>
    /// <exception cref="ArgumentException">n is negative or above <see cref="Permutation.MaxCount"/>.</exception>
    /// <exception cref="OverflowException">n is too large for a stabiliser chain.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static PermutationGroup Symmetric(int degree, CancellationToken cancellationToken = default)
    {
        int[] identity = Permutation.Identity(degree).Images;
        List<int[]> exchanges = [];
        for (int i = 0; i + 1 < degree; i++)
        {
            int[] exchange = (int[])identity.Clone();
            (exchange[i], exchange[i + 1]) = (i + 1, i);
            exchanges.Add(exchange);
        }
        return FromStrong(degree, identity.Take(exchanges.Count), exchanges, cancellationToken);
    }

    /// <summary>The smallest group that contains some permutations, e3nn's <c>germinate</c>, by the Schreier-Sims algorithm.</summary>
    /// <param name="degree">n.</param>
    /// <param name="generators">The permutations, all of n points; without any the group is trivial.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The group.</returns>
    /// <exception cref="ArgumentException">n is out of range, or a permutation is not of n points.</exception>
    /// <exception cref="OverflowException">The group has too many points for a stabiliser chain.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static PermutationGroup Generate(int degree, IEnumerable<Permutation> generators, CancellationToken cancellationToken = default)
    {
        if (generators is null) throw new ArgumentNullException(nameof(generators));
        _ = Permutation.Identity(degree);
        List<int[]> images = [];
        foreach (Permutation generator in generators)
        {
            if (generator is null) throw new ArgumentException("A generator is null.", nameof(generators));
            if (generator.Count != degree)
                throw new ArgumentException(
                    $"Generator {images.Count} permutes {generator.Count} points, and the group {degree}: give permutations of as many.",
                    nameof(generators)
                );
            images.Add(generator.Images);
        }
        return new(Wrap(images), StabilizerChain.Close(degree, images, cancellationToken));
    }

    /// <summary>Whether permutations are the elements of a group.</summary>
    /// <param name="elements">The permutations; duplicates do not matter.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether there is one, they are of as many points, and all their products are among them.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static bool IsGroup(IEnumerable<Permutation> elements, CancellationToken cancellationToken = default)
    {
        if (elements is null) throw new ArgumentNullException(nameof(elements));
        HashSet<Permutation> set = [.. elements];
        Permutation[] list = [.. set];
        if (list.Length == 0 || list.Any(p => p.Count != list[0].Count)) return false;
        foreach (Permutation left in list)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (Permutation right in list)
                if (!set.Contains(left * right))
                    return false;
        }
        // A finite set closed under products contains the identity and inverses.
        return true;
    }

    /// <summary>Whether a permutation is an element.</summary>
    /// <param name="permutation">The permutation.</param>
    /// <returns>Whether it is of n points and in the group.</returns>
    public bool Contains(Permutation permutation)
    {
        if (permutation is null) throw new ArgumentNullException(nameof(permutation));
        if (permutation.Count != Degree) return false;
        int[] rest = (int[])permutation.Images.Clone();
        for (int depth = 0; depth < Chain.Depth; depth++)
        {
            if (Chain[depth].ToPoint[rest[Chain[depth].Point]] is not int[] back) return false;
            PermutationTables.Follow(rest, back);
        }
        return PermutationTables.FirstMoved(rest) < 0;
    }

    /// <summary>The group of a base and a strong generating set that are known to be such.</summary>
    internal static PermutationGroup FromStrong(int degree, IEnumerable<int> points, IReadOnlyList<int[]> strong, CancellationToken cancellationToken) =>
        new(Wrap(strong), StabilizerChain.FromStrong(degree, points, strong, cancellationToken));

    private static IReadOnlyList<Permutation> Wrap(IEnumerable<int[]> images) =>
        Array.AsReadOnly(images.Select(Permutation.Of).Where(p => !p.IsIdentity).Distinct().ToArray());
}
