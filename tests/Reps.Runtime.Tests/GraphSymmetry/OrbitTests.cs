using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Text.Json;
using System.Threading;
using Reps.Algebra;

namespace Reps.Tests.GraphSymmetry;

public class OrbitTests
{
    [Fact]
    public void DimensionsOfGraphsAreThoseOfReference()
    {
        int records = 0;
        foreach (JsonElement record in Reference.Load("graph_hom_dimensions").EnumerateArray())
        {
            int n = record.GetProperty("n").GetInt32();
            int length = record.GetProperty("N").GetInt32();
            IEnumerable<(int, int)> edges = record.GetProperty("edges").EnumerateArray().Select(e => (e[0].GetInt32(), e[1].GetInt32()));
            PermutationGroup group = SymmetryGraph.FromEdges(n, edges).Automorphisms();
            Assert.Equal(record.GetProperty("aut_order").GetInt32(), group.Order);
            int dimension = record.GetProperty("dim").GetInt32();
            Assert.Equal(dimension, group.CountOrbits(length));
            for (int outputs = 0; outputs <= length; outputs++) Assert.Equal(dimension, OrbitTable.Create(group, outputs, length - outputs).Count);
            records++;
        }
        Assert.Equal(32, records);
    }

    [Fact]
    public void DimensionsOfPermutationGroupsAreThoseOfReference()
    {
        Dictionary<string, Func<int, PermutationGroup>> groups = new()
        {
            ["S"] = n => SymmetryGraph.Parse($"complete({n})").Automorphisms(),
            ["A"] = Samples.Alternating,
            ["C"] = n => SymmetryGraph.Parse($"directed_cycle({n})").Automorphisms(),
            ["D"] = n => SymmetryGraph.Parse($"cycle({n})").Automorphisms(),
        };
        HashSet<string> seen = [];
        foreach (JsonElement record in Reference.Load("hom_dimensions").EnumerateArray())
        {
            string name = record.GetProperty("group").GetString()!;
            if (!groups.TryGetValue(name, out Func<int, PermutationGroup>? make)) continue;
            PermutationGroup group = make(record.GetProperty("n").GetInt32());
            (int outputs, int inputs) = (record.GetProperty("l").GetInt32(), record.GetProperty("k").GetInt32());
            int dimension = record.GetProperty("dim").GetInt32();
            Assert.Equal(dimension, group.CountOrbits(outputs + inputs));
            Assert.Equal(dimension, OrbitTable.Create(group, outputs, inputs).Count);
            seen.Add(name);
        }
        Assert.Equal(groups.Count, seen.Count);
    }

    [Fact]
    public void CyclicGroupsHaveAPowerOfOrbits()
    {
        for (int n = 1; n <= 9; n++)
        for (int length = 1; length <= 12; length++)
            Assert.Equal(BigInteger.Pow(n, length - 1), SymmetryGraph.Parse($"directed_cycle({n})").Automorphisms().CountOrbits(length));
    }

    [Fact]
    public void SymmetricGroupsHaveAsManyOrbitsAsThereArePartitions()
    {
        // S(N, t) = t·S(N−1, t) + S(N−1, t−1).
        BigInteger[,] stirling = new BigInteger[31, 31];
        stirling[0, 0] = 1;
        for (int length = 1; length <= 30; length++)
        for (int t = 1; t <= length; t++)
            stirling[length, t] = (t * stirling[length - 1, t]) + stirling[length - 1, t - 1];
        foreach (int n in new[] { 1, 2, 3, 5, 8, 13, 40 })
        foreach (int length in new[] { 0, 1, 2, 3, 4, 8, 15, 30 })
        {
            BigInteger expected = 0;
            for (int t = 0; t <= Math.Min(n, length); t++) expected += stirling[length, t];
            Assert.Equal(expected, PermutationGroup.Symmetric(n).CountOrbits(length));
        }
    }

    [Fact]
    public void CountsAgreeWithBurnsideAndWithTables()
    {
        Random random = new(1);
        for (int trial = 0; trial < 60; trial++)
        {
            PermutationGroup group = Samples.RandomGroup(1 + random.Next(7), random);
            for (int length = 0; length <= 5; length++)
            {
                BigInteger fixedLists = 0;
                foreach (Permutation g in group.Elements()) fixedLists += BigInteger.Pow(g.Where((image, i) => image == i).Count(), length);
                Assert.Equal(fixedLists, group.Order * group.CountOrbits(length));
                if (length < 5) Assert.Equal(group.CountOrbits(length), OrbitTable.Create(group, length, 0).Count);
            }
        }
        foreach (string name in new[] { "petersen", "shrikhande", "rook(4,4)", "hypercube(4)", "matching(4)" })
        {
            PermutationGroup group = SymmetryGraph.Parse(name).Automorphisms();
            BigInteger fixedLists = 0;
            foreach (Permutation g in group.Elements()) fixedLists += BigInteger.Pow(g.Where((image, i) => image == i).Count(), 4);
            Assert.Equal(fixedLists, group.Order * group.CountOrbits(4));
        }
    }

    [Fact]
    public void TablesAreTheOrbitsInTheOrderOfTheirSmallestLists()
    {
        Random random = new(2);
        for (int trial = 0; trial < 60; trial++)
        {
            PermutationGroup group = Samples.RandomGroup(1 + random.Next(6), random);
            int outputs = random.Next(3);
            int inputs = random.Next(3);
            OrbitTable table = OrbitTable.Create(group, outputs, inputs);
            int[] expected = Flood(group, outputs + inputs);
            Assert.Equal(expected, table.Ids);
            Assert.Equal(expected.Length, table.Rows * table.Columns);
            for (int orbit = 0; orbit < table.Count; orbit++)
            {
                Assert.Equal(Array.IndexOf(expected, orbit), table.Representatives[orbit]);
                Assert.Equal(table.Representatives[orbit], table.Representative(orbit).Aggregate(0, (position, digit) => (position * group.Degree) + digit));
                Assert.Equal(expected.Count(id => id == orbit), table.Sizes[orbit]);
            }
            for (int row = 0; row < table.Rows; row++)
            for (int column = 0; column < table.Columns; column++)
                Assert.Equal(expected[(row * table.Columns) + column], table[row, column]);
        }
    }

    [Theory]
    [InlineData("petersen", 2, 2)]
    [InlineData("shrikhande", 1, 2)]
    [InlineData("rook(3,3)", 2, 2)]
    [InlineData("hypercube(5)", 1, 2)]
    [InlineData("directed_cycle(6)", 3, 1)]
    [InlineData("complete(16)", 2, 2)]
    public void IndicatorsCommuteWithTheGroup(string name, int outputs, int inputs)
    {
        PermutationGroup group = SymmetryGraph.Parse(name).Automorphisms();
        OrbitTable table = OrbitTable.Create(group, outputs, inputs);
        Assert.Equal(group.CountOrbits(outputs + inputs), table.Count);
        Assert.Equal(table.Rows * table.Columns, table.Sizes.Sum());
        foreach (Permutation g in group.Generators)
        {
            // ρ(g) M = M ρ(g) says M[g·I, g·J] = M[I, J] for every indicator at once.
            int[] rows = Moved(g, outputs);
            int[] columns = Moved(g, inputs);
            for (int row = 0; row < table.Rows; row++)
            for (int column = 0; column < table.Columns; column++)
                if (table[rows[row], columns[column]] != table[row, column])
                    Assert.Fail($"{name} at ({row}, {column})");
        }
    }

    [Fact]
    public void LargeGroupsAreCountedWithoutTables()
    {
        Assert.Equal(7, SymmetryGraph.Parse("hypercube(6)").Automorphisms().CountOrbits(2));
        // Triples of points of a cube up to symmetry are their three distances: the sum is even and at most 2d, and none exceeds the others' sum.
        int triples = 0;
        for (int a = 0; a <= 6; a++)
        for (int b = 0; b <= 6; b++)
        for (int c = Math.Abs(a - b); c <= Math.Min(6, a + b); c++)
            if ((a + b + c) % 2 == 0 && a + b + c <= 12)
                triples++;
        Assert.Equal(triples, SymmetryGraph.Parse("hypercube(6)").Automorphisms().CountOrbits(3));
        Assert.Equal(15, SymmetryGraph.Parse("complete(64)").Automorphisms().CountOrbits(4));
        // Lists of six points of m ≥ 6 disjoint edges: partitions into edges and then, for each, of its points between its ends.
        Assert.Equal(MatchingOrbits(6), SymmetryGraph.Parse("matching(20)").Automorphisms().CountOrbits(6));
        Assert.Equal(BigInteger.Pow(12, 20), SymmetryGraph.Parse("frucht").Automorphisms().CountOrbits(20));
    }

    [Fact]
    public void EmptyShapesAndNoPointsAreTables()
    {
        PermutationGroup group = PermutationGroup.Symmetric(3);
        OrbitTable scalar = OrbitTable.Create(group, 0, 0);
        Assert.Equal((1, 1, 1, 0), (scalar.Rows, scalar.Columns, scalar.Count, scalar[0, 0]));
        Assert.Empty(scalar.Representative(0));
        PermutationGroup nothing = PermutationGroup.Symmetric(0);
        Assert.Equal(1, OrbitTable.Create(nothing, 0, 0).Count);
        OrbitTable empty = OrbitTable.Create(nothing, 1, 0);
        Assert.Equal((0, 1, 0), (empty.Rows, empty.Columns, empty.Count));
        Assert.Equal(0, nothing.CountOrbits(2));
        Assert.Equal(1, nothing.CountOrbits(0));
        Assert.Equal(1, OrbitTable.Create(PermutationGroup.Symmetric(1), 20, 20).Count);
    }

    [Fact]
    public void BadArgumentsAreRefused()
    {
        PermutationGroup group = PermutationGroup.Symmetric(3);
        Assert.Throws<ArgumentOutOfRangeException>(() => OrbitTable.Create(group, -1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => OrbitTable.Create(group, 0, 65));
        // Thirteen exchanges that do not know of each other have a stabiliser for every set of pairs.
        PermutationGroup exchanges = SymmetryGraph.Parse("matching(13)").WithColors(Enumerable.Range(0, 26).Select(v => v / 2)).Automorphisms();
        Assert.Equal(13, exchanges.CountOrbits(1));
        Assert.Contains("8192 permutations of 26 points", Assert.Throws<OverflowException>(() => exchanges.CountOrbits(13)).Message, StringComparison.Ordinal);
        Assert.Contains("3^40 lists", Assert.Throws<OverflowException>(() => OrbitTable.Create(group, 20, 20)).Message, StringComparison.Ordinal);
        OrbitTable table = OrbitTable.Create(group, 1, 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => table[3, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => table[0, -1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => table.Representative(2));
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => OrbitTable.Create(group, 1, 1, source.Token));
        Assert.Throws<OperationCanceledException>(() => group.CountOrbits(3, source.Token));
    }

    // Orbits by flooding from each list along the generators.
    private static int[] Flood(PermutationGroup group, int length)
    {
        int[] ids = [.. Enumerable.Repeat(-1, (int)Math.Pow(group.Degree, length))];
        int[][] moves = [.. group.Generators.Select(g => Moved(g, length))];
        int count = 0;
        for (int start = 0; start < ids.Length; start++)
        {
            if (ids[start] >= 0) continue;
            Queue<int> open = new([start]);
            ids[start] = count;
            while (open.TryDequeue(out int list))
                foreach (int[] move in moves)
                    if (ids[move[list]] < 0)
                    {
                        ids[move[list]] = count;
                        open.Enqueue(move[list]);
                    }
            count++;
        }
        return ids;
    }

    // Where each list of points goes.
    private static int[] Moved(Permutation g, int length)
    {
        int[] moved = [0];
        for (int n = 0; n < length; n++) moved = [.. moved.SelectMany(position => Enumerable.Range(0, g.Count).Select(i => (position * g.Count) + g[i]))];
        return moved;
    }

    // Σ over set partitions of Π over blocks of 2^(size − 1): a(N) = Σ C(N−1, s−1) 2^(s−1) a(N−s).
    private static BigInteger MatchingOrbits(int length)
    {
        BigInteger[] counts = new BigInteger[length + 1];
        counts[0] = 1;
        for (int n = 1; n <= length; n++)
        {
            BigInteger choose = 1;
            for (int s = 1; s <= n; s++)
            {
                counts[n] += (choose << (s - 1)) * counts[n - s];
                choose = choose * (n - s) / s;
            }
        }
        return counts[length];
    }
}
