using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading;
using Reps.Algebra;

namespace Reps.Tests.GraphSymmetry;

public class BilabelledBasisTests
{
    [Fact]
    public void GraphsOfReferenceHaveBases()
    {
        foreach (JsonElement record in Reference.Load("graph_hom_dimensions").EnumerateArray())
        {
            int dimension = record.GetProperty("dim").GetInt32();
            if (dimension > 40) continue;
            IEnumerable<(int, int)> edges = record.GetProperty("edges").EnumerateArray().Select(e => (e[0].GetInt32(), e[1].GetInt32()));
            SymmetryGraph graph = SymmetryGraph.FromEdges(record.GetProperty("n").GetInt32(), edges);
            int length = record.GetProperty("N").GetInt32();
            for (int outputs = 0; outputs <= length; outputs++) IsBasis(graph, outputs, length - outputs, dimension);
        }
    }

    [Theory]
    [InlineData("petersen", 1, 1, 3)]
    [InlineData("petersen", 2, 1, 15)]
    [InlineData("rook(4,4)", 1, 1, 3)]
    [InlineData("cycle(9)", 1, 1, 5)]
    [InlineData("directed_cycle(5)", 1, 1, 5)]
    [InlineData("directed_cycle(4)", 2, 1, 16)]
    [InlineData("path(9)", 1, 0, 5)]
    [InlineData("hypercube(4)", 1, 1, 5)]
    [InlineData("frucht", 0, 1, 12)]
    [InlineData("frucht", 1, 1, 144)]
    [InlineData("path(12)", 1, 1, 72)]
    [InlineData("petersen", 2, 2, 107)]
    [InlineData("empty(0)", 0, 0, 1)]
    [InlineData("empty(0)", 1, 0, 0)]
    [InlineData("empty(1)", 2, 2, 1)]
    public void NamedGraphsHaveBases(string name, int outputs, int inputs, int dimension) =>
        IsBasis(SymmetryGraph.Parse(name), outputs, inputs, dimension);

    [Fact]
    public void ColorsLoopsAndDirectionsMatter()
    {
        IsBasis(SymmetryGraph.Parse("cycle(4)").WithColors([0, 1, 0, 1]), 1, 1, 6);
        IsBasis(SymmetryGraph.FromEdges(3, [(0, 0)]), 1, 1, 5);
        IsBasis(SymmetryGraph.FromEdges(4, [(0, 1), (1, 2), (2, 0), (0, 3)], directed: true), 1, 1, 16);
    }

    [Fact]
    public void ShrikhandeNeedsMoreThanACoherentClosure()
    {
        // Adjacency, identity and all-ones are closed under products of both kinds, and are three; the orbits on pairs are four.
        SymmetryGraph graph = SymmetryGraph.Parse("shrikhande");
        long[] a = BilabelledGraph.Adjacency.HomomorphismMatrix(graph);
        long[] square = BilabelledGraph.Adjacency.After(BilabelledGraph.Adjacency).HomomorphismMatrix(graph);
        Assert.All(Enumerable.Range(0, 256), i => Assert.Equal(i % 17 == 0 ? 6 : 2, square[i]));
        Assert.Equal(6 * 16, a.Sum());
        BilabelledBasis basis = IsBasis(graph, 1, 1, 4);
        Assert.Contains(basis.Diagrams, d => d.VertexCount > 3);
        // The same parameters, more symmetry.
        IsBasis(SymmetryGraph.Parse("rook(4,4)"), 1, 1, 3);
    }

    [Theory]
    [InlineData("path(3)", 2, 5)]
    [InlineData("path(3)", 3, 14)]
    [InlineData("star(3)", 2, 5)]
    [InlineData("cycle(4)", 2, 3)]
    [InlineData("matching(2)", 2, 3)]
    [InlineData("path(4)", 2, 8)]
    public void QuotientsOfTheGraphWithAllLabelsSpan(string name, int length, int dimension)
    {
        // Injective homomorphisms from G to G are automorphisms, and Möbius inversion over quotients gives them from all homomorphisms.
        SymmetryGraph graph = SymmetryGraph.Parse(name);
        List<BilabelledGraph> diagrams = [];
        foreach (int[] blocks in Partitions(graph.Count))
        {
            int count = blocks.Max() + 1;
            for (int labels = 0; labels < Math.Pow(count, length); labels++)
            {
                int rest = labels;
                int[] top = new int[length];
                for (int i = 0; i < length; i++) (rest, top[i]) = Math.DivRem(rest, count);
                diagrams.Add(new BilabelledGraph(count, graph.Edges.Select(e => (blocks[e.From], blocks[e.To])), top, []));
            }
        }
        Assert.Equal(dimension, Rank(graph, diagrams.Distinct(), OrbitTable.Create(graph.Automorphisms(), length, 0)));

        static IEnumerable<int[]> Partitions(int n) =>
            n == 0 ? [[]] : Partitions(n - 1).SelectMany(p => Enumerable.Range(0, p.DefaultIfEmpty(-1).Max() + 2).Select(b => (int[])[.. p, b]));
    }

    [Fact]
    public void SearchesEndAtTheirLimits()
    {
        BilabelledBasis basis = BilabelledBasis.Create(SymmetryGraph.Parse("petersen"), 2, 1, maxSteps: 500);
        Assert.False(basis.IsComplete);
        Assert.Equal(15, basis.Dimension);
        Assert.InRange(basis.Diagrams.Count, 1, 14);
        Assert.Equal(basis.Diagrams.Count, Rank(basis.Graph, basis.Diagrams, OrbitTable.Create(basis.Graph.Automorphisms(), 2, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => BilabelledBasis.Create(SymmetryGraph.Parse("petersen"), -1, 1));
        Assert.Throws<OverflowException>(() => BilabelledBasis.Create(SymmetryGraph.Parse("petersen"), 5, 5));
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => BilabelledBasis.Create(SymmetryGraph.Parse("petersen"), 1, 1, cancellationToken: source.Token));
    }

    private static BilabelledBasis IsBasis(SymmetryGraph graph, int outputs, int inputs, int dimension)
    {
        BilabelledBasis basis = BilabelledBasis.Create(graph, outputs, inputs);
        Assert.True(basis.IsComplete, $"{graph} ({outputs}, {inputs}): {basis.Diagrams.Count} of {basis.Dimension}");
        Assert.Equal(dimension, basis.Dimension);
        Assert.All(basis.Diagrams, d => Assert.Equal((outputs, inputs), (d.Top.Count, d.Bottom.Count)));
        Assert.Equal(dimension, Rank(graph, basis.Diagrams, OrbitTable.Create(graph.Automorphisms(), outputs, inputs)));
        return basis;
    }

    // The rank of the matrices modulo a prime, of their entries on one representative of each orbit; all others are equal to those.
    private static int Rank(SymmetryGraph graph, IEnumerable<BilabelledGraph> diagrams, OrbitTable table)
    {
        const long prime = 998_244_353;
        List<long[]> rows = [];
        foreach (BilabelledGraph diagram in diagrams)
        {
            long[] matrix = diagram.HomomorphismMatrix(graph);
            for (int entry = 0; entry < matrix.Length; entry++)
                if (matrix[table.Representatives[table.Ids[entry]]] != matrix[entry])
                    Assert.Fail($"{diagram} on {graph} at {entry}");
            long[] row = [.. table.Representatives.Select(r => matrix[r] % prime)];
            foreach (long[] other in rows)
            {
                int pivot = Array.FindIndex(other, x => x != 0);
                (long keep, long remove) = (other[pivot], prime - row[pivot]);
                for (int c = 0; c < row.Length; c++) row[c] = ((keep * row[c]) + (remove * other[c])) % prime;
            }
            if (row.Any(x => x != 0)) rows.Add(row);
        }
        return rows.Count;
    }
}
