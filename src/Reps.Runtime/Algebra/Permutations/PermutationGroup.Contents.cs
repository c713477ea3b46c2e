using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Threading;
using Reps.Algebra;

namespace Reps;

/// <content>Orbits, stabilisers, elements.</content>
public sealed partial class PermutationGroup
{
    /// <summary>The largest group whose elements are listed.</summary>
    public const int MaxOrder = 1 << 20;

    // Two tensor powers.
    private const int MaxLength = 2 * TupleSpace.MaxOrder;

    /// <summary>The orbits on the points.</summary>
    /// <returns>Each in ascending order, in the order of their smallest points.</returns>
    public IReadOnlyList<int[]> Orbits() => PointOrbits.Of(Chain);

    /// <summary>The elements that fix a point.</summary>
    /// <param name="point">The point.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The stabiliser, a group on the same points.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The point is not from 0 to n − 1.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public PermutationGroup Stabilizer(int point, CancellationToken cancellationToken = default)
    {
        if (point < 0 || point >= Degree)
            throw new ArgumentOutOfRangeException(
                nameof(point),
                FormattableString.Invariant($"The group has the points 0 to {Degree - 1}, not {point}.")
            );
        StabilizerChain chain = Chain.Rebase([point], cancellationToken).Below(1);
        return new(Wrap(chain.Generators), chain);
    }

    /// <summary>All elements, one after the other.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The elements in ascending order, the identity first.</returns>
    /// <exception cref="OverflowException">There are more than <see cref="MaxOrder"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IEnumerable<Permutation> Elements(CancellationToken cancellationToken = default)
    {
        if (Order > MaxOrder)
            throw new OverflowException(
                $"The group has {Order} elements, and groups of up to {MaxOrder} are listed: work with its generators."
            );
        // With the base 0, 1, 2, … the order of the representatives is that of the elements.
        StabilizerChain chain = Chain.Rebase(Enumerable.Range(0, Degree), cancellationToken);
        int[] levels = [.. Enumerable.Range(0, chain.Depth).Where(depth => chain[depth].Orbit.Count > 1)];
        return Products(chain, levels, 0, PermutationTables.Identity(Degree), cancellationToken).Select(Permutation.Of);
    }

    /// <summary>
    /// The number of orbits on the lists of N points: the dimension of Hom(V^⊗k, V^⊗l) for k + l = N, where the group permutes the
    /// coordinates of V = Rⁿ.
    /// </summary>
    /// <param name="length">N.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The number, exactly; the table of the orbits is not made.</returns>
    /// <exception cref="ArgumentOutOfRangeException">N is negative or above 128.</exception>
    /// <exception cref="OverflowException">The count takes too many stabilisers.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>
    /// The orbits on lists that start with a representative r of a point orbit are those of the stabiliser of r on the rest. What follows
    /// depends on the set of points that are fixed and not on their order, so each set is looked at once.
    /// </remarks>
    public BigInteger CountOrbits(int length, CancellationToken cancellationToken = default)
    {
        if (length is < 0 or > MaxLength)
            throw new ArgumentOutOfRangeException(
                nameof(length),
                FormattableString.Invariant($"Lists have 0 to {MaxLength} points, not {length}.")
            );
        return Count(new PointStabilizers(Chain, cancellationToken), default, Chain, length, []);
    }

    private BigInteger Count(
        PointStabilizers stabilizers,
        EquatableArray<int> points,
        StabilizerChain chain,
        int length,
        Dictionary<(EquatableArray<int>, int), BigInteger> known
    )
    {
        if (length == 0) return BigInteger.One;
        if (chain.IsTrivial) return BigInteger.Pow(Degree, length);
        if (known.TryGetValue((points, length), out BigInteger count)) return count;
        List<int[]> orbits = PointOrbits.Of(chain);
        if (length == 1) return orbits.Count;
        int fixedPoints = orbits.Count(orbit => orbit.Length == 1);
        if (fixedPoints > 0) count = fixedPoints * Count(stabilizers, points, chain, length - 1, known);
        foreach (int[] orbit in orbits)
        {
            if (orbit.Length == 1) continue;
            StabilizerChain below = stabilizers.At(points, chain, orbit[0]).Below(1);
            count += Count(stabilizers, PointStabilizers.With(points, orbit[0]), below, length - 1, known);
        }
        known.Add((points, length), count);
        return count;
    }

    private static IEnumerable<int[]> Products(StabilizerChain chain, int[] levels, int n, int[] left, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (n == levels.Length)
        {
            yield return left;
            yield break;
        }
        StabilizerLevel level = chain[levels[n]];
        foreach (int point in level.Orbit.OrderBy(p => left[p]))
        {
            int[] product = PermutationTables.Compose(left, PermutationTables.Inverse(level.ToPoint[point]!));
            foreach (int[] element in Products(chain, levels, n + 1, product, cancellationToken)) yield return element;
        }
    }
}
