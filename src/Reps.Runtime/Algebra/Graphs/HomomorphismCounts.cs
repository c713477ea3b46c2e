using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Reps.Algebra;

/// <summary>
/// Numbers of homomorphisms H → G that extend given images of the labelled vertices, by variable elimination: the cost is n^(t+1) for
/// elimination orders of width t. The next vertex is always one whose elimination makes the smallest table.
/// </summary>
internal sealed class HomomorphismCounts
{
    // The most products of a single elimination: a few seconds.
    private const long MaxProducts = 1L << 30;

    private readonly int _n;
    private readonly CancellationToken _cancellationToken;
    private readonly List<Factor> _factors = [];

    private HomomorphismCounts(BilabelledGraph diagram, SymmetryGraph graph, CancellationToken cancellationToken)
    {
        (_n, _cancellationToken) = (graph.Count, cancellationToken);
        foreach ((int from, int to) in diagram.Edges)
        {
            if (from == to) Add([from], images => graph.HasEdge(images[0], images[0]));
            else if (from < to) Add([from, to], images => graph.HasEdge(images[0], images[1]));
            else Add([to, from], images => graph.HasEdge(images[1], images[0]));
        }
        foreach ((int vertex, int color) in diagram.Colors) Add([vertex], images => graph.Colors[images[0]] == color);
    }

    /// <summary>The numbers for all images of the labelled vertices, row-major in the order of the vertices.</summary>
    /// <exception cref="OverflowException">A table is too large, or a number.</exception>
    public static long[] Of(BilabelledGraph diagram, SymmetryGraph graph, CancellationToken cancellationToken)
    {
        HomomorphismCounts counts = new(diagram, graph, cancellationToken);
        List<int> inner = [.. Enumerable.Range(diagram.LabelledCount, diagram.VertexCount - diagram.LabelledCount)];
        while (inner.Count > 0)
        {
            int vertex = inner.OrderBy(v => counts.Neighbors(v).Count).First();
            inner.Remove(vertex);
            int[] rest = [.. counts.Neighbors(vertex)];
            Factor sum = counts.Product(counts._factors.FindAll(f => f.Vertices.Contains(vertex)), rest, vertex);
            counts._factors.RemoveAll(f => f.Vertices.Contains(vertex));
            counts._factors.Add(sum);
        }
        return counts.Product(counts._factors, [.. Enumerable.Range(0, diagram.LabelledCount)], null).Table;
    }

    private void Add(int[] vertices, Func<int[], bool> holds)
    {
        long[] table = new long[vertices.Length == 1 ? _n : _n * _n];
        for (int position = 0; position < table.Length; position++)
            table[position] = holds(TupleSpace.Digits(position, _n, vertices.Length)) ? 1 : 0;
        _factors.Add(new Factor(vertices, table));
    }

    // The other vertices of the factors that a vertex has part in.
    private SortedSet<int> Neighbors(int vertex)
    {
        SortedSet<int> neighbors = [.. _factors.Where(f => f.Vertices.Contains(vertex)).SelectMany(f => f.Vertices)];
        neighbors.Remove(vertex);
        return neighbors;
    }

    // The product of factors as a table over some vertices, summed over the images of one more.
    private Factor Product(List<Factor> factors, int[] vertices, int? summed)
    {
        int[] strides = TupleSpace.Strides(_n, vertices.Length, BilabelledGraph.MaxTable);
        long[] table = new long[strides[vertices.Length]];
        int repeats = summed is null ? 1 : _n;
        if ((long)table.Length * repeats * (factors.Count + 1) > MaxProducts)
            throw new OverflowException(
                FormattableString.Invariant($"Counting homomorphisms into {_n} vertices takes {table.Length} × {repeats} products of {factors.Count} factors: take a smaller diagram.")
            );
        // How far each factor's position moves with the image of each vertex.
        int[][] moves = [.. vertices.Select(v => factors.Select(f => f.Stride(v, _n)).ToArray())];
        int[] last = [.. factors.Select(f => summed is int s ? f.Stride(s, _n) : 0)];
        int[] digits = new int[vertices.Length];
        int[] places = new int[factors.Count];
        for (int position = 0; position < table.Length; position++)
        {
            if (position % 256 == 0) _cancellationToken.ThrowIfCancellationRequested();
            long sum = 0;
            for (int image = 0; image < repeats; image++)
            {
                long product = 1;
                for (int f = 0; f < places.Length && product != 0; f++) product = checked(product * factors[f].Table[places[f] + (image * last[f])]);
                sum = checked(sum + product);
            }
            table[position] = sum;
            Next(digits, places, moves);
        }
        return new Factor(vertices, table);
    }

    private void Next(int[] digits, int[] places, int[][] moves)
    {
        for (int d = digits.Length - 1; d >= 0; d--)
        {
            bool wraps = ++digits[d] == _n;
            int change = wraps ? 1 - _n : 1;
            for (int f = 0; f < places.Length; f++) places[f] += change * moves[d][f];
            if (!wraps) return;
            digits[d] = 0;
        }
    }

    /// <summary>A function of the images of some vertices, ascending, as a table.</summary>
    private sealed class Factor(int[] vertices, long[] table)
    {
        public int[] Vertices => vertices;
        public long[] Table => table;

        /// <summary>How far apart entries are whose images of a vertex differ by one; 0 for a vertex without part.</summary>
        public int Stride(int vertex, int n)
        {
            int index = Array.IndexOf(vertices, vertex);
            if (index < 0) return 0;
            int stride = 1;
            for (int i = index + 1; i < vertices.Length; i++) stride *= n;
            return stride;
        }
    }
}
