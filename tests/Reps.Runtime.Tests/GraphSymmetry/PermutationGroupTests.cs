using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Threading;

namespace Reps.Tests.GraphSymmetry;

public class PermutationGroupTests
{
    [Fact]
    public void OrdersAreThoseKnown()
    {
        Assert.Equal(4, PermutationGroup.Generate(4, [new Permutation(1, 2, 3, 0)]).Order);
        Assert.Equal(8, PermutationGroup.Generate(4, [new Permutation(1, 2, 3, 0), new Permutation(1, 0, 3, 2)]).Order);
        for (int n = 0; n <= 12; n++)
        {
            Assert.Equal(Factorial(n), PermutationGroup.Symmetric(n).Order);
            Assert.Equal(n < 2 ? 1 : Factorial(n) / 2, Samples.Alternating(n).Order);
        }
        Assert.Equal(Factorial(64), PermutationGroup.Symmetric(64).Order);
        // Two generators of all permutations.
        Permutation turn = new([.. Enumerable.Range(1, 19), 0]);
        Permutation exchange = new([1, 0, .. Enumerable.Range(2, 18)]);
        Assert.Equal(Factorial(20), PermutationGroup.Generate(20, [turn, exchange]).Order);
    }

    [Fact]
    public void MathieuGroupsHaveTheirOrders()
    {
        Permutation a = Cycles(11, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        Permutation b = Cycles(11, [2, 6, 10, 7], [3, 9, 4, 5]);
        Assert.Equal(7920, PermutationGroup.Generate(11, [a, b]).Order);
        Permutation a12 = Cycles(12, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        Permutation b12 = Cycles(12, [2, 6, 10, 7], [3, 9, 4, 5]);
        Permutation c12 = Cycles(12, [0, 11], [1, 10], [2, 5], [3, 7], [4, 8], [6, 9]);
        PermutationGroup m12 = PermutationGroup.Generate(12, [a12, b12, c12]);
        Assert.Equal(95040, m12.Order);
        // Sharply five-fold transitive.
        Assert.Equal(PermutationGroup.Symmetric(12).CountOrbits(5), m12.CountOrbits(5));
        Assert.NotEqual(PermutationGroup.Symmetric(12).CountOrbits(6), m12.CountOrbits(6));
    }

    [Fact]
    public void ElementsAreThoseOfTheNaiveClosure()
    {
        Random random = new(1);
        for (int trial = 0; trial < 25; trial++)
        {
            PermutationGroup group = Samples.RandomGroup(1 + random.Next(6), random);
            HashSet<Permutation> closure = [Permutation.Identity(group.Degree)];
            Queue<Permutation> open = new(closure);
            while (open.TryDequeue(out Permutation? element))
                foreach (Permutation generator in group.Generators)
                    if (closure.Add(generator * element))
                        open.Enqueue(generator * element);
            Permutation[] elements = [.. group.Elements()];
            Assert.True(closure.Order().SequenceEqual(elements));
            Assert.Equal(group.Order, elements.Length);
            Assert.True(PermutationGroup.IsGroup(elements));
            foreach (int[] images in Samples.Arrangements(group.Degree))
            {
                Permutation p = new(images);
                Assert.Equal(closure.Contains(p), group.Contains(p));
            }
        }
    }

    [Fact]
    public void StabilizersAndOrbitsAreThoseOfTheElements()
    {
        Random random = new(2);
        for (int trial = 0; trial < 40; trial++)
        {
            PermutationGroup group = Samples.RandomGroup(2 + random.Next(6), random);
            Permutation[] elements = [.. group.Elements()];
            for (int point = 0; point < group.Degree; point++)
            {
                PermutationGroup stabilizer = group.Stabilizer(point);
                Assert.True(elements.Where(g => g[point] == point).SequenceEqual(stabilizer.Elements()));
                int[] orbit = Assert.Single(group.Orbits(), o => o.Contains(point));
                Assert.Equal(elements.Select(g => g[point]).Distinct().Order(), orbit);
                Assert.Equal(group.Order, stabilizer.Order * orbit.Length);
            }
            Assert.Equal(group.Orbits().Select(o => o[0]).Order(), group.Orbits().Select(o => o[0]));
            // Only the identity fixes the base, and the strong generators that fix part of it generate the stabiliser of that part.
            Assert.Single(elements, g => group.Base.All(b => g[b] == b));
            PermutationGroup rest = group;
            for (int n = 0; n < group.Base.Count; n++)
            {
                Assert.Equal(
                    rest.Order,
                    PermutationGroup.Generate(group.Degree, group.StrongGenerators.Where(g => group.Base.Take(n).All(b => g[b] == b))).Order
                );
                rest = rest.Stabilizer(group.Base[n]);
            }
        }
    }

    [Fact]
    public void LargeGroupsAreWorkedWithByTheirChains()
    {
        PermutationGroup group = PermutationGroup.Symmetric(60);
        Assert.True(group.Contains(Permutation.Random(60, new Random(3))));
        Assert.Equal(Factorial(59), group.Stabilizer(31).Order);
        Assert.Equal(Factorial(58), group.Stabilizer(31).Stabilizer(7).Order);
        Assert.Equal([[31]], group.Stabilizer(31).Orbits().Where(o => o.Length == 1));
        Assert.False(group.Stabilizer(31).Contains(group.Generators[30]));
        Assert.Throws<OverflowException>(() => group.Elements());
    }

    [Fact]
    public void GroupsAreRecognised()
    {
        Permutation[] cyclic = [.. PermutationGroup.Generate(4, [new Permutation(1, 2, 3, 0)]).Elements()];
        Assert.True(PermutationGroup.IsGroup(cyclic));
        Assert.False(PermutationGroup.IsGroup(cyclic.Skip(1)));
        Assert.False(PermutationGroup.IsGroup([]));
        Assert.False(PermutationGroup.IsGroup([Permutation.Identity(1), Permutation.Identity(2)]));
        PermutationGroup trivial = PermutationGroup.Generate(3, [Permutation.Identity(3)]);
        Assert.True(trivial.IsTrivial);
        Assert.Empty(trivial.Generators);
        Assert.Empty(trivial.Base);
        Assert.Equal([Permutation.Identity(3)], trivial.Elements());
        Assert.Equal([Permutation.Identity(0)], PermutationGroup.Symmetric(0).Elements());
    }

    [Fact]
    public void BadArgumentsAreRefused()
    {
        Assert.Contains(
            "permutes 3 points",
            Assert.Throws<ArgumentException>(() => PermutationGroup.Generate(2, [Permutation.Identity(3)])).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentException>(() => PermutationGroup.Generate(-1, []));
        Assert.Throws<ArgumentException>(() => PermutationGroup.Generate(2, [null!]));
        Assert.Throws<ArgumentException>(() => PermutationGroup.Symmetric(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PermutationGroup.Symmetric(3).Stabilizer(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => PermutationGroup.Symmetric(3).CountOrbits(-1));
        Assert.Contains("3628800", Assert.Throws<OverflowException>(() => PermutationGroup.Symmetric(10).Elements()).Message, StringComparison.Ordinal);
        Assert.False(PermutationGroup.Symmetric(3).Contains(Permutation.Identity(4)));
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => PermutationGroup.Symmetric(5, source.Token));
        Assert.Throws<OperationCanceledException>(() => PermutationGroup.Generate(3, [new Permutation(1, 2, 0)], source.Token));
        Assert.Throws<OperationCanceledException>(() => PermutationGroup.Symmetric(5).Elements(source.Token).Count());
    }

    private static Permutation Cycles(int count, params int[][] cycles)
    {
        int[] images = [.. Enumerable.Range(0, count)];
        foreach (int[] cycle in cycles)
            for (int i = 0; i < cycle.Length; i++)
                images[cycle[i]] = cycle[(i + 1) % cycle.Length];
        return new(images);
    }

    private static BigInteger Factorial(int n) => Enumerable.Range(1, n).Aggregate(BigInteger.One, (product, i) => product * i);
}
