using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Threading;

namespace Reps.Tests.GraphSymmetry;

public class AutomorphismTests
{
    [Theory]
    [InlineData("empty(0)", "1")]
    [InlineData("empty(1)", "1")]
    [InlineData("empty(5)", "120")]
    [InlineData("complete(6)", "720")]
    [InlineData("path(1)", "1")]
    [InlineData("path(2)", "2")]
    [InlineData("path(9)", "2")]
    [InlineData("path(64)", "2")]
    [InlineData("cycle(3)", "6")]
    [InlineData("cycle(17)", "34")]
    [InlineData("cycle(64)", "128")]
    [InlineData("directed_cycle(1)", "1")]
    [InlineData("directed_cycle(2)", "2")]
    [InlineData("directed_cycle(17)", "17")]
    [InlineData("star(7)", "5040")]
    [InlineData("complete_bipartite(3,4)", "144")]
    [InlineData("complete_bipartite(5,5)", "28800")]
    [InlineData("matching(3)", "48")]
    [InlineData("hypercube(0)", "1")]
    [InlineData("hypercube(1)", "2")]
    [InlineData("hypercube(3)", "48")]
    [InlineData("hypercube(4)", "384")]
    [InlineData("hypercube(6)", "46080")]
    [InlineData("hypercube(8)", "10321920")]
    [InlineData("grid(3,4)", "4")]
    [InlineData("grid(5,5)", "8")]
    [InlineData("grid(1,6)", "2")]
    [InlineData("rook(4,4)", "1152")]
    [InlineData("rook(3,5)", "720")]
    [InlineData("rook(8,8)", "3251404800")]
    [InlineData("petersen", "120")]
    [InlineData("shrikhande", "192")]
    [InlineData("frucht", "1")]
    public void OrdersOfNamedGraphsAreThoseKnown(string name, string order)
    {
        SymmetryGraph graph = SymmetryGraph.Parse(name);
        PermutationGroup group = graph.Automorphisms();
        Assert.Equal(BigInteger.Parse(order), group.Order);
        Assert.All(group.Generators, g => Assert.True(graph.IsAutomorphism(g)));
        Assert.All(group.StrongGenerators, g => Assert.True(graph.IsAutomorphism(g)));
    }

    [Fact]
    public void OrdersOfOtherGraphsAreThoseKnown()
    {
        (SymmetryGraph Graph, BigInteger Order)[] known =
        [
            (Samples.Cubic(14, 5, -5), 336), // Heawood
            (Samples.Cubic(30, -13, -9, 7, -7, 9, 13), 1440), // Tutte-Coxeter
            (Samples.Cubic(18, 5, 7, -7, 7, -7, -5), 216), // Pappus
            (Samples.Paley(13), 78),
            (Samples.Paley(61), 1830),
            (SymmetryGraph.Parse("complete(64)"), Factorial(64)),
            (SymmetryGraph.Parse("empty(64)"), Factorial(64)),
            (SymmetryGraph.Parse("matching(32)"), Factorial(32) << 32),
            (Samples.Union(SymmetryGraph.Parse("shrikhande"), SymmetryGraph.Parse("rook(4,4)")), 192 * 1152),
            (Samples.Union(SymmetryGraph.Parse("shrikhande"), SymmetryGraph.Parse("shrikhande"), SymmetryGraph.Parse("rook(4,4)")), 2 * 192 * 192 * 1152),
            (Samples.Union(SymmetryGraph.Parse("frucht"), SymmetryGraph.Parse("frucht"), SymmetryGraph.Parse("cycle(5)")), 20),
            (Samples.Union([.. Enumerable.Repeat(SymmetryGraph.Parse("petersen"), 3)]), 120 * 120 * 120 * 6),
            // Autoparatopisms of the Cayley table of Z2³: translations, linear maps, and exchanges of row, column and symbol.
            (Samples.LatinSquare(8, (r, c) => r ^ c), 64 * 168 * 6),
            (Samples.LatinSquare(7, (r, c) => (r + c) % 7), 49 * 6 * 6),
        ];
        foreach ((SymmetryGraph graph, BigInteger order) in known)
        {
            PermutationGroup group = graph.Automorphisms();
            Assert.Equal(order, group.Order);
            Assert.All(group.Generators, g => Assert.True(graph.IsAutomorphism(g)));
        }
    }

    [Fact]
    public void GroupsOfAllSmallGraphsAreThoseOfBruteForce()
    {
        for (int n = 0; n <= 5; n++)
        {
            (int, int)[] pairs = [.. Samples.Pairs(n)];
            for (int edges = 0; edges < 1 << pairs.Length; edges++)
                SameAsBruteForce(SymmetryGraph.FromEdges(n, pairs.Where((_, i) => (edges >> i & 1) != 0)));
        }
        // With direction and loops.
        (int, int)[] ordered = [.. Enumerable.Range(0, 9).Select(i => (i / 3, i % 3))];
        for (int edges = 0; edges < 1 << 9; edges++)
            SameAsBruteForce(SymmetryGraph.FromEdges(3, ordered.Where((_, i) => (edges >> i & 1) != 0), directed: true));
    }

    [Fact]
    public void GroupsOfRandomGraphsAreThoseOfBruteForce()
    {
        Random random = new(1);
        for (int trial = 0; trial < 400; trial++)
        {
            int n = 5 + (trial % 20 == 0 ? 2 : trial % 2);
            bool directed = random.Next(3) == 0;
            SameAsBruteForce(Samples.Random(n, random, directed ? 0.2 : random.NextDouble(), directed, 1 + random.Next(2), random.Next(4) == 0));
        }
    }

    [Fact]
    public void RenumberedGraphsAndComplementsHaveTheSameGroup()
    {
        Random random = new(2);
        string[] names = ["petersen", "shrikhande", "rook(4,4)", "hypercube(4)", "grid(3,5)", "complete_bipartite(4,4)", "matching(6)", "star(9)"];
        foreach (string name in names)
        {
            SymmetryGraph graph = SymmetryGraph.Parse(name);
            PermutationGroup group = graph.Automorphisms();
            Permutation p = Permutation.Random(graph.Count, random);
            PermutationGroup renumbered = Samples.Relabelled(graph, p).Automorphisms();
            Assert.Equal(group.Order, renumbered.Order);
            Assert.All(group.Generators, g => Assert.True(renumbered.Contains(p * g * p.Inverse())));
            IEnumerable<(int, int)> others = Samples.Pairs(graph.Count).Where(e => !graph.HasEdge(e.Item1, e.Item2));
            PermutationGroup complement = SymmetryGraph.FromEdges(graph.Count, others).Automorphisms();
            Assert.Equal(group.Order, complement.Order);
            Assert.All(group.Generators, g => Assert.True(complement.Contains(g)));
        }
    }

    [Fact]
    public void StrongGeneratorsOfTheSearchAgreeWithSchreierAndSims()
    {
        Random random = new(3);
        for (int trial = 0; trial < 20; trial++)
        {
            // Copies of a random graph, some of them changed by an edge: symmetries there are, but not too many.
            SymmetryGraph part = Samples.Random(5, random);
            SymmetryGraph graph = Samples.Union(part, Samples.Relabelled(part, Permutation.Random(5, random)), Samples.Random(4, random), part);
            graph = Samples.Relabelled(graph, Permutation.Random(graph.Count, random));
            PermutationGroup group = graph.Automorphisms();
            Assert.Equal(PermutationGroup.Generate(graph.Count, group.Generators).Order, group.Order);
            Assert.True(group.Order >= 6);
        }
    }

    [Fact]
    public void RandomRegularGraphsAreNoTrouble()
    {
        Random random = new(4);
        for (int degree = 3; degree <= 5; degree++)
        {
            // Unions of random cycles through all vertices and, for odd degrees, of a random matching; a few edges may coincide.
            List<(int, int)> edges = [];
            for (int cycle = 0; cycle < degree / 2; cycle++)
            {
                int[] round = random.Shuffled(Enumerable.Range(0, 64));
                edges.AddRange(round.Select((v, i) => (v, round[(i + 1) % 64])));
            }
            int[] order = random.Shuffled(Enumerable.Range(0, 64));
            if (degree % 2 == 1) edges.AddRange(Enumerable.Range(0, 32).Select(i => (order[2 * i], order[(2 * i) + 1])));
            SymmetryGraph graph = SymmetryGraph.FromEdges(64, edges);
            PermutationGroup group = graph.Automorphisms();
            Assert.All(group.Generators, g => Assert.True(graph.IsAutomorphism(g)));
            SymmetryGraph renumbered = Samples.Relabelled(graph, Permutation.Random(64, random));
            Assert.Equal(group.Order, renumbered.Automorphisms().Order);
            // Two copies can be exchanged.
            if (degree == 3) Assert.Equal(2 * group.Order * group.Order, Samples.Union(graph, renumbered).Automorphisms().Order);
        }
    }

    [Fact]
    public void ColorsAreKept()
    {
        SymmetryGraph cycle = SymmetryGraph.Parse("cycle(6)");
        Assert.Equal(6, cycle.WithColors([0, 1, 0, 1, 0, 1]).Automorphisms().Order);
        Assert.Equal(2, cycle.WithColors([7, 0, 0, 0, 0, 0]).Automorphisms().Order);
        Assert.Equal(1, cycle.WithColors([0, 1, 2, 3, 4, 5]).Automorphisms().Order);
        Assert.Equal(2, cycle.WithColors([-5, 1, 1, -5, 1, 1]).Automorphisms().Orbits().Count);
    }

    [Fact]
    public void SearchesEndAtTheirBudget()
    {
        OverflowException exception = Assert.Throws<OverflowException>(() => SymmetryGraph.Parse("petersen").Automorphisms(maxSteps: 100));
        Assert.Contains("'petersen' (10 vertices)", exception.Message, StringComparison.Ordinal);
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => SymmetryGraph.Parse("petersen").Automorphisms(cancellationToken: source.Token));
    }

    private static void SameAsBruteForce(SymmetryGraph graph)
    {
        PermutationGroup group = graph.Automorphisms();
        int order = 0;
        foreach (int[] p in Samples.Arrangements(graph.Count))
        {
            bool keeps = true;
            for (int v = 0; v < graph.Count && keeps; v++)
            {
                keeps &= graph.Colors[v] == graph.Colors[p[v]];
                for (int u = 0; u < graph.Count && keeps; u++) keeps &= graph.HasEdge(v, u) == graph.HasEdge(p[v], p[u]);
            }
            if (!keeps) continue;
            order++;
            Assert.True(group.Contains(new Permutation(p)), $"{string.Join(",", p)} of {graph.ToDigraph6()}");
        }
        Assert.Equal(order, group.Order);
    }

    private static BigInteger Factorial(int n) => Enumerable.Range(1, n).Aggregate(BigInteger.One, (product, i) => product * i);
}
