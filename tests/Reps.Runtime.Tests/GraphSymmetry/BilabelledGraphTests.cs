using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Reps.Algebra;

namespace Reps.Tests.GraphSymmetry;

public class BilabelledGraphTests
{
    [Fact]
    public void SmallDiagramsAreTheirMatrices()
    {
        SymmetryGraph path = SymmetryGraph.Parse("path(3)");
        Assert.Equal([0, 1, 0, 1, 0, 1, 0, 1, 0], BilabelledGraph.Adjacency.HomomorphismMatrix(path));
        Assert.Equal([1, 0, 0, 0, 1, 0, 0, 0, 1], BilabelledGraph.Merge(1, 1).HomomorphismMatrix(path));
        Assert.Equal([1, 2, 1], BilabelledGraph.Adjacency.After(BilabelledGraph.Merge(1, 0)).HomomorphismMatrix(path));
        Assert.Equal([1, 0, 0, 0, 0, 0, 0, 1], BilabelledGraph.Merge(1, 2).HomomorphismMatrix(SymmetryGraph.Parse("path(2)")));
        Assert.Equal([3], BilabelledGraph.Merge(0, 1).After(BilabelledGraph.Merge(1, 0)).HomomorphismMatrix(path));
        Assert.Equal("(0 | 1) 0-2 2-1", BilabelledGraph.Adjacency.After(BilabelledGraph.Adjacency).ToString());
        // Triangles: six homomorphisms each.
        BilabelledGraph triangle = new(3, [(0, 1), (1, 2), (2, 0)], [], []);
        Assert.Equal([24], triangle.HomomorphismMatrix(SymmetryGraph.Parse("complete(4)")));
        Assert.Equal([0], triangle.HomomorphismMatrix(SymmetryGraph.Parse("petersen")));
        // Vertices of one colour, and of two at once.
        SymmetryGraph colored = path.WithColors([4, 4, 7]);
        Assert.Equal([1, 1, 0], new BilabelledGraph(1, [], [0], [], [(0, 4)]).HomomorphismMatrix(colored));
        Assert.Equal([0, 0, 0], new BilabelledGraph(1, [], [0], [], [(0, 4), (0, 7)]).HomomorphismMatrix(colored));
    }

    [Fact]
    public void SwapsPermuteFactors()
    {
        // The output p(i) is the input i: 0 → 1 → 2 → 0.
        long[] matrix = BilabelledGraph.Permute(new Permutation(1, 2, 0)).HomomorphismMatrix(SymmetryGraph.Parse("empty(2)"));
        for (int a = 0; a < 2; a++)
        for (int b = 0; b < 2; b++)
        for (int c = 0; c < 2; c++)
        {
            int input = (4 * a) + (2 * b) + c;
            int output = (4 * c) + (2 * a) + b;
            for (int row = 0; row < 8; row++) Assert.Equal(row == output ? 1 : 0, matrix[(row * 8) + input]);
        }
    }

    [Fact]
    public void MatricesCountHomomorphisms()
    {
        Random random = new(1);
        for (int trial = 0; trial < 200; trial++)
        {
            SymmetryGraph graph = RandomGraph(random, 1 + random.Next(4));
            BilabelledGraph diagram = RandomDiagram(random, random.Next(3), random.Next(3), graph);
            Assert.Equal(BruteForce(diagram, graph), diagram.HomomorphismMatrix(graph));
        }
    }

    [Fact]
    public void OperationsOnDiagramsAreThoseOnMatrices()
    {
        Random random = new(2);
        for (int trial = 0; trial < 200; trial++)
        {
            SymmetryGraph graph = RandomGraph(random, 1 + random.Next(3));
            int n = graph.Count;
            (int l, int m, int k) = (random.Next(3), random.Next(3), random.Next(3));
            BilabelledGraph second = RandomDiagram(random, l, m, graph);
            BilabelledGraph first = RandomDiagram(random, m, k, graph);
            long[] a = second.HomomorphismMatrix(graph);
            long[] b = first.HomomorphismMatrix(graph);
            (int rows, int inner, int columns) = (Power(n, l), Power(n, m), Power(n, k));
            long[] product = new long[rows * columns];
            for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++)
            for (int x = 0; x < inner; x++)
                product[(i * columns) + j] += a[(i * inner) + x] * b[(x * columns) + j];
            Assert.Equal(product, second.After(first).HomomorphismMatrix(graph));

            long[] kronecker = new long[a.Length * b.Length];
            for (int i = 0; i < rows; i++)
            for (int x = 0; x < inner; x++)
            for (int y = 0; y < inner; y++)
            for (int j = 0; j < columns; j++)
                kronecker[((((i * inner) + y) * inner) + x) * columns + j] = a[(i * inner) + x] * b[(y * columns) + j];
            Assert.Equal(kronecker, second.Tensor(first).HomomorphismMatrix(graph));

            long[] transposed = new long[a.Length];
            for (int i = 0; i < rows; i++)
            for (int x = 0; x < inner; x++)
                transposed[(x * rows) + i] = a[(i * inner) + x];
            Assert.Equal(transposed, second.Transpose().HomomorphismMatrix(graph));
            Assert.Equal(second, second.Transpose().Transpose());

            BilabelledGraph other = RandomDiagram(random, l, m, graph);
            Assert.Equal(a.Zip(other.HomomorphismMatrix(graph), (x, y) => x * y), second.Glue(other).HomomorphismMatrix(graph));
            Assert.Equal(a, second.Bend(random.Next(l + m + 1)).HomomorphismMatrix(graph));
            Assert.Equal(second, second.Bend(0).Bend(l));
        }
    }

    [Fact]
    public void MatricesCommuteWithAutomorphisms()
    {
        Random random = new(3);
        foreach (string name in new[] { "petersen", "cycle(5)", "directed_cycle(4)", "grid(2,3)" })
        {
            SymmetryGraph graph = SymmetryGraph.Parse(name);
            PermutationGroup group = graph.Automorphisms();
            for (int trial = 0; trial < 20; trial++)
            {
                OrbitTable table = OrbitTable.Create(group, random.Next(3), random.Next(2));
                long[] matrix = RandomDiagram(random, table.Outputs, table.Inputs, graph).HomomorphismMatrix(graph);
                for (int entry = 0; entry < matrix.Length; entry++) Assert.Equal(matrix[table.Representatives[table.Ids[entry]]], matrix[entry]);
            }
        }
    }

    [Fact]
    public void ValuesAreEqualUpToTheNumbersOfLabelledVertices()
    {
        BilabelledGraph one = new(3, [(2, 0), (2, 0), (1, 2)], [1], [0, 1]);
        BilabelledGraph same = new(3, [(0, 2), (2, 1)], [0], [1, 0]);
        Assert.Equal(same, one);
        Assert.Equal(same.GetHashCode(), one.GetHashCode());
        Assert.NotEqual(same, one.Transpose());
        Assert.Equal(2, one.LabelledCount);
        Assert.Equal(BilabelledGraph.Merge(1, 1).Tensor(BilabelledGraph.Merge(1, 1)), BilabelledGraph.Permute(Permutation.Identity(2)));
    }

    [Fact]
    public void LongPathsAreCountedByElimination()
    {
        // Walks of length 20 on a cycle of 64 vertices: binomial coefficients.
        BilabelledGraph walk = BilabelledGraph.Adjacency;
        for (int n = 1; n < 20; n++) walk = walk.After(BilabelledGraph.Adjacency);
        long[] matrix = walk.HomomorphismMatrix(SymmetryGraph.Parse("cycle(64)"));
        Assert.Equal(184756, matrix[0]);
        Assert.Equal(1, matrix[20]);
        Assert.Equal(0, matrix[1]);
    }

    [Fact]
    public void BadArgumentsAreRefused()
    {
        Contains("There is no vertex 2: the graph has 2", () => new BilabelledGraph(2, [(0, 2)], [], []));
        Contains("There is no vertex -1", () => new BilabelledGraph(2, [], [-1], []));
        Contains("There is no vertex 0: the graph has 0", () => new BilabelledGraph(0, [], [], [0]));
        Contains("There is no vertex 5", () => new BilabelledGraph(2, [], [], [], [(5, 0)]));
        Contains("0 to 256 vertices, not -1", () => new BilabelledGraph(-1, [], [], []));
        Contains("This diagram has 1 inputs and the first one 2 outputs", () => BilabelledGraph.Adjacency.After(BilabelledGraph.Merge(2, 1)));
        Contains("they must be alike", () => BilabelledGraph.Adjacency.Glue(BilabelledGraph.Merge(2, 1)));
        Contains("not -1", () => BilabelledGraph.Merge(-1, 0));
        Contains("not 3", () => BilabelledGraph.Adjacency.Bend(3));
        SymmetryGraph complete = SymmetryGraph.Parse("complete(256)");
        Assert.Throws<OverflowException>(() => BilabelledGraph.Permute(Permutation.Identity(2)).HomomorphismMatrix(complete));
        Assert.Throws<OverflowException>(() => new BilabelledGraph(8, [], [], []).HomomorphismMatrix(complete));
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => BilabelledGraph.Adjacency.HomomorphismMatrix(complete, source.Token));

        static void Contains(string message, Func<object> action) =>
            Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(() => { action(); }).Message, StringComparison.Ordinal);
    }

    private static SymmetryGraph RandomGraph(Random random, int count) =>
        Samples.Random(count, random, 0.5, random.Next(2) == 0, 1 + random.Next(2), random.Next(2) == 0);

    private static BilabelledGraph RandomDiagram(Random random, int outputs, int inputs, SymmetryGraph graph)
    {
        int vertices = 1 + random.Next(4);
        int[] Labels(int count) => [.. Enumerable.Range(0, count).Select(_ => random.Next(vertices))];
        List<(int, int)> edges = [];
        for (int n = random.Next(5); n > 0; n--) edges.Add((random.Next(vertices), random.Next(vertices)));
        if (random.Next(3) > 0) edges.RemoveAll(e => e.Item1 == e.Item2);
        (int, int)[] colors = random.Next(3) == 0 ? [(random.Next(vertices), graph.Colors[0])] : [];
        return new(vertices, edges, Labels(outputs), Labels(inputs), colors);
    }

    private static long[] BruteForce(BilabelledGraph diagram, SymmetryGraph graph)
    {
        int[] labels = [.. diagram.Top, .. diagram.Bottom];
        long[] matrix = new long[Power(graph.Count, labels.Length)];
        for (int map = 0; map < Power(graph.Count, diagram.VertexCount); map++)
        {
            int[] images = new int[diagram.VertexCount];
            int rest = map;
            for (int v = 0; v < images.Length; v++)
            {
                images[v] = rest % graph.Count;
                rest /= graph.Count;
            }
            if (!diagram.Edges.All(e => graph.HasEdge(images[e.From], images[e.To]))) continue;
            if (!diagram.Colors.All(c => graph.Colors[images[c.Vertex]] == c.Color)) continue;
            matrix[labels.Aggregate(0, (entry, label) => (entry * graph.Count) + images[label])]++;
        }
        return matrix;
    }

    private static int Power(int n, int exponent) => exponent == 0 ? 1 : n * Power(n, exponent - 1);
}
