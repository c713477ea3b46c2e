using System;
using System.Collections.Generic;
using System.Linq;

namespace Reps.Tests.GraphSymmetry;

/// <summary>Graphs and groups to test with, and the slow, obvious way to their symmetries.</summary>
internal static class Samples
{
    /// <summary>Every pair is an edge with a probability.</summary>
    public static SymmetryGraph Random(int count, Random random, double density = 0.5, bool directed = false, int colors = 1, bool loops = false)
    {
        List<(int, int)> edges = [];
        for (int v = 0; v < count; v++)
        for (int u = directed ? 0 : v; u < count; u++)
            if ((loops || u != v) && random.NextDouble() < density)
                edges.Add((v, u));
        return SymmetryGraph.FromEdges(count, edges, directed, Enumerable.Range(0, count).Select(_ => random.Next(colors)));
    }

    /// <summary>The graph with its vertices renumbered: v becomes p(v).</summary>
    public static SymmetryGraph Relabelled(SymmetryGraph graph, Permutation p) =>
        SymmetryGraph.FromEdges(
            graph.Count,
            graph.Edges.Select(e => (p[e.From], p[e.To])),
            graph.IsDirected,
            Enumerable.Range(0, graph.Count).Select(v => graph.Colors[p.Inverse()[v]])
        );

    public static SymmetryGraph Union(params SymmetryGraph[] graphs)
    {
        List<(int, int)> edges = [];
        int count = 0;
        foreach (SymmetryGraph graph in graphs)
        {
            edges.AddRange(graph.Edges.Select(e => (e.From + count, e.To + count)));
            count += graph.Count;
        }
        return SymmetryGraph.FromEdges(count, edges);
    }

    /// <summary>A Hamiltonian cycle and a chord from each vertex, the chords repeated.</summary>
    public static SymmetryGraph Cubic(int count, params int[] chords) =>
        SymmetryGraph.FromEdges(
            count,
            Enumerable.Range(0, count).SelectMany(v => new[] { (v, (v + 1) % count), (v, (v + chords[v % chords.Length] + count) % count) })
        );

    /// <summary>Differences are squares modulo a prime of the form 4m + 1: strongly regular.</summary>
    public static SymmetryGraph Paley(int prime)
    {
        HashSet<int> squares = [.. Enumerable.Range(1, prime - 1).Select(i => i * i % prime)];
        return SymmetryGraph.FromEdges(prime, Pairs(prime).Where(e => squares.Contains(e.Item2 - e.Item1)));
    }

    /// <summary>Cells of a Latin square, joined in one row, in one column, or with one symbol: strongly regular.</summary>
    public static SymmetryGraph LatinSquare(int order, Func<int, int, int> symbol) =>
        SymmetryGraph.FromEdges(
            order * order,
            Pairs(order * order).Where(e =>
            {
                (int r1, int c1, int r2, int c2) = (e.Item1 / order, e.Item1 % order, e.Item2 / order, e.Item2 % order);
                return r1 == r2 || c1 == c2 || symbol(r1, c1) == symbol(r2, c2);
            })
        );

    public static IEnumerable<(int, int)> Pairs(int count) => Enumerable.Range(0, count).SelectMany(v => Enumerable.Range(0, v).Select(u => (u, v)));

    /// <summary>All lists of the images of n things, by recursion.</summary>
    public static IEnumerable<int[]> Arrangements(int count)
    {
        int[] images = [.. Enumerable.Range(0, count)];
        return Arrange(images, 0);

        static IEnumerable<int[]> Arrange(int[] images, int from)
        {
            if (from == images.Length) yield return [.. images];
            for (int i = from; i < images.Length; i++)
            {
                (images[from], images[i]) = (images[i], images[from]);
                foreach (int[] arrangement in Arrange(images, from + 1)) yield return arrangement;
                (images[from], images[i]) = (images[i], images[from]);
            }
        }
    }

    /// <summary>Some random generators, of a subgroup that is not always all.</summary>
    public static PermutationGroup RandomGroup(int degree, Random random)
    {
        List<Permutation> generators = [];
        for (int n = random.Next(3); n >= 0; n--)
        {
            // Cycles of random lengths over a random part of the points.
            int[] points = [.. Permutation.Random(degree, random)];
            int[] images = [.. Enumerable.Range(0, degree)];
            for (int start = 0; start < degree; )
            {
                int length = Math.Min(1 + random.Next(3), degree - start);
                for (int i = 0; i < length; i++) images[points[start + i]] = points[start + ((i + 1) % length)];
                start += length;
            }
            generators.Add(new Permutation(images));
        }
        return PermutationGroup.Generate(degree, generators);
    }

    public static PermutationGroup Alternating(int degree)
    {
        List<Permutation> cycles = [];
        for (int i = 2; i < degree; i++)
        {
            int[] images = [.. Enumerable.Range(0, degree)];
            (images[0], images[1], images[i]) = (1, i, 0);
            cycles.Add(new Permutation(images));
        }
        return PermutationGroup.Generate(degree, cycles);
    }

    public static T[] Shuffled<T>(this Random random, IEnumerable<T> items)
    {
        T[] shuffled = [.. items];
        random.Shuffle(shuffled);
        return shuffled;
    }
}
