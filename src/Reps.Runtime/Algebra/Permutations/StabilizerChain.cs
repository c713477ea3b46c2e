using System;
using System.Collections.Generic;
using System.Numerics;
using System.Threading;

namespace Reps.Algebra;

/// <summary>
/// A group of permutations as its stabiliser chain G = G₀ ≥ G₁ ≥ … ≥ 1, where G(i+1) is the stabiliser in G(i) of the base point b(i).
/// Every element is a product of one representative of each level in exactly one way (C. C. Sims, "Computational methods in the study of
/// permutation groups", 1970). Immutable once it has been made; chains share levels.
/// </summary>
internal sealed class StabilizerChain
{
    /// <summary>The most images that are looked up while a chain is made: a few seconds.</summary>
    public const long MaxSteps = 1L << 32;

    // The most images that the representatives of all levels may hold: 256 MiB.
    private const long MaxStored = 1L << 26;

    private readonly List<StabilizerLevel> _levels = [];
    private readonly CancellationToken _cancellationToken;
    private long _steps;

    private StabilizerChain(int degree, CancellationToken cancellationToken) => (Degree, _cancellationToken) = (degree, cancellationToken);

    /// <summary>The number of points.</summary>
    public int Degree { get; }

    /// <summary>The number of levels, the length of the base.</summary>
    public int Depth => _levels.Count;

    /// <summary>The order of the group.</summary>
    public BigInteger Order
    {
        get
        {
            BigInteger order = BigInteger.One;
            foreach (StabilizerLevel level in _levels) order *= level.Orbit.Count;
            return order;
        }
    }

    /// <summary>Whether the group has one element.</summary>
    public bool IsTrivial
    {
        get
        {
            foreach (StabilizerLevel level in _levels)
                if (level.Orbit.Count > 1)
                    return false;
            return true;
        }
    }

    /// <summary>How many images its representatives hold, if it was made and not taken from another.</summary>
    public long Stored { get; private set; }

    /// <summary>Generators of the group.</summary>
    public IReadOnlyList<int[]> Generators => Depth == 0 ? [] : _levels[0].Generators;

    /// <summary>A level; that of depth 0 is the group itself.</summary>
    public StabilizerLevel this[int depth] => _levels[depth];

    /// <summary>The chain of a group given by generators, by the Schreier-Sims algorithm: deterministic and complete.</summary>
    public static StabilizerChain Close(int degree, IEnumerable<int[]> generators, CancellationToken cancellationToken)
    {
        StabilizerChain chain = new(degree, cancellationToken);
        foreach (int[] generator in generators)
            if (chain.Sift(generator).Residue is int[] residue)
                chain.Insert(0, residue, close: true);
        return chain;
    }

    /// <summary>The chain of a group of which a base and a strong generating set are known.</summary>
    public static StabilizerChain FromStrong(int degree, IEnumerable<int> points, IReadOnlyList<int[]> strong, CancellationToken cancellationToken)
    {
        StabilizerChain chain = new(degree, cancellationToken);
        List<int[]> left = [.. strong];
        foreach (int point in points)
        {
            chain.AddLevel(point);
            foreach (int[] generator in left) chain.Insert(chain.Depth - 1, generator, close: false);
            left.RemoveAll(generator => generator[point] != point);
        }
        return chain;
    }

    /// <summary>The stabiliser of the first points of the base.</summary>
    public StabilizerChain Below(int depth)
    {
        StabilizerChain chain = new(Degree, _cancellationToken);
        for (int d = depth; d < Depth; d++) chain._levels.Add(_levels[d]);
        return chain;
    }

    /// <summary>The same group, with a base that starts with given points, whether or not they are moved.</summary>
    /// <remarks>
    /// Random elements are sifted into the new chain until it has the order of the old one. While it is smaller, at least half of the
    /// elements enlarge it. The sequence of random numbers is fixed: the result is the same every time.
    /// </remarks>
    public StabilizerChain Rebase(IEnumerable<int> points, CancellationToken cancellationToken)
    {
        StabilizerChain chain = new(Degree, cancellationToken);
        foreach (int point in points) chain.AddLevel(point);
        if (IsTrivial) return chain;
        foreach (int[] generator in Generators) chain.Absorb(generator);
        (BigInteger order, BigInteger reached) = (Order, chain.Order);
        ulong state = 0x9E3779B97F4A7C15;
        while (reached != order)
            if (chain.Absorb(RandomElement(ref state)))
                reached = chain.Order;
        return chain;
    }

    /// <summary>Divides an element by representatives, level by level.</summary>
    /// <returns>What is left, null for the identity, and the first level that has no representative for it.</returns>
    public (int[]? Residue, int Depth) Sift(int[] element, int from = 0)
    {
        int[] rest = (int[])element.Clone();
        for (int depth = from; depth < Depth; depth++)
        {
            StabilizerLevel level = _levels[depth];
            int image = rest[level.Point];
            if (image == level.Point) continue;
            if (level.ToPoint[image] is not int[] back) return (rest, depth);
            PermutationTables.Follow(rest, back);
            Count();
        }
        return (PermutationTables.FirstMoved(rest) < 0 ? null : rest, Depth);
    }

    // Adds an element to all levels in whose groups it lies; whether it was new.
    private bool Absorb(int[] element)
    {
        (int[]? residue, int last) = Sift(element);
        if (residue is null) return false;
        for (int depth = 0; depth <= last; depth++) Insert(depth, residue, close: false);
        return true;
    }

    // Adds a generator to one level. To close is to require Schreier's generators of the stabiliser at the levels below.
    private void Insert(int depth, int[] generator, bool close)
    {
        if (depth == Depth) AddLevel(PermutationTables.FirstMoved(generator));
        StabilizerLevel level = _levels[depth];
        (int oldGenerators, int oldOrbit) = (level.Generators.Count, level.Orbit.Count);
        level.Generators.Add(generator);
        // Pairs of an old point and an old generator have had their turn: representatives never change.
        for (int n = 0; n < level.Orbit.Count; n++)
        for (int g = n < oldOrbit ? oldGenerators : 0; g <= oldGenerators; g++)
        {
            int[] step = level.Generators[g];
            int image = step[level.Orbit[n]];
            int[] back = level.ToPoint[level.Orbit[n]]!;
            if (level.ToPoint[image] is int[] other)
            {
                if (!close) continue;
                // other · step · back⁻¹ fixes the base point.
                int[] schreier = PermutationTables.Compose(other, PermutationTables.Compose(step, PermutationTables.Inverse(back)));
                Count();
                if (Sift(schreier, depth + 1).Residue is int[] residue) Insert(depth + 1, residue, close: true);
            }
            else
            {
                level.ToPoint[image] = PermutationTables.Compose(back, PermutationTables.Inverse(step));
                level.Orbit.Add(image);
                Count();
                Store();
            }
        }
    }

    private void AddLevel(int point)
    {
        _levels.Add(new StabilizerLevel(point, Degree));
        Store();
    }

    // The inverse of a product of random representatives: every element is as likely.
    private int[] RandomElement(ref ulong state)
    {
        int[] element = PermutationTables.Identity(Degree);
        foreach (StabilizerLevel level in _levels)
        {
            // xorshift64*, G. Marsaglia, "Xorshift RNGs", 2003, with the multiplier of S. Vigna, 2016.
            state ^= state >> 12;
            state ^= state << 25;
            state ^= state >> 27;
            int point = level.Orbit[(int)(((state * 0x2545F4914F6CDD1D) >> 33) % (ulong)level.Orbit.Count)];
            element = PermutationTables.Compose(level.ToPoint[point]!, element);
        }
        return element;
    }

    private void Count()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        _steps += Degree;
        if (_steps > MaxSteps) throw TooLarge("takes too long to build");
    }

    private void Store()
    {
        Stored += Degree;
        if (Stored > MaxStored) throw TooLarge("needs too much memory");
    }

    private OverflowException TooLarge(string problem) =>
        new(FormattableString.Invariant($"The stabiliser chain of a group of permutations of {Degree} points {problem}: take fewer points or a smaller group."));
}
