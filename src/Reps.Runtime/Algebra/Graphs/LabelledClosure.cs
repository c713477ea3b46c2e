using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Reps.Algebra;

/// <summary>
/// The diagrams with m labels that come from adjacency, equality and colours by gluing, by summing out a label, which then stands at a
/// vertex of its own again, and by composing along two labels: one for each dimension of their span. A diagram is known by its values on
/// representatives of the orbits.
/// </summary>
internal sealed class LabelledClosure
{
    private readonly SymmetryGraph _graph;
    private readonly OrbitTable _table;
    private readonly int _order;
    private readonly CancellationToken _cancellationToken;
    private readonly int[][] _changed;
    private readonly ModularSpan _span;
    private readonly List<(BilabelledGraph Diagram, long[] Values)> _elements = [];

    // Every element is a product of these.
    private readonly List<(BilabelledGraph Diagram, long[] Values)> _factors = [];
    private readonly Queue<(int Element, int Factor)> _products = new();

    public LabelledClosure(SymmetryGraph graph, OrbitTable table, int order, long steps, CancellationToken cancellationToken)
    {
        (_graph, _table, _order, StepsLeft, _cancellationToken) = (graph, table, order, steps, cancellationToken);
        _span = new(table.Count);
        _changed = [.. Enumerable.Range(0, order).Select(Changed)];
    }

    /// <summary>What is left of the steps of elimination.</summary>
    public long StepsLeft { get; private set; }

    /// <summary>The diagrams, as they are found, until there are no more, they span everything, or the steps have been taken.</summary>
    public IEnumerable<(BilabelledGraph Diagram, long[] Values)> Run()
    {
        long[] ones = new long[_table.Count];
        for (int orbit = 0; orbit < ones.Length; orbit++) ones[orbit] = 1;
        if (Try(() => Diagram([]), ones, isFactor: false)) yield return _elements[_elements.Count - 1];
        foreach ((BilabelledGraph diagram, Func<int[], bool> holds) in Generators())
            if (Try(() => diagram, Indicator(holds), isFactor: true))
                yield return _elements[_elements.Count - 1];
        // What gluing gives comes before the next sum, and sums before compositions: smaller diagrams first.
        IEnumerator<(int Left, int Right, int From, int To)> compositions = Compositions().GetEnumerator();
        for (int next = 0; StepsLeft > 0 && _span.Rank < _table.Count; StepsLeft--)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (_products.Count > 0)
            {
                (int element, int factor) = _products.Dequeue();
                (BilabelledGraph left, long[] values) = _elements[element];
                (BilabelledGraph right, long[] others) = _factors[factor];
                if (left.VertexCount + right.VertexCount > BilabelledGraph.MaxVertices) continue;
                long[] products = [.. values.Zip(others, ModularSpan.Multiply)];
                if (Try(() => left.Glue(right), products, isFactor: false)) yield return _elements[_elements.Count - 1];
            }
            else if (next < _elements.Count * _order)
            {
                (BilabelledGraph diagram, long[] values) = _elements[next / _order];
                int label = next++ % _order;
                if (diagram.VertexCount == BilabelledGraph.MaxVertices) continue;
                if (Try(() => Freed(diagram, label), Sum(values, label), isFactor: true)) yield return _elements[_elements.Count - 1];
            }
            else if (compositions.MoveNext())
            {
                (int first, int second, int from, int to) = compositions.Current;
                (BilabelledGraph left, long[] values) = _elements[first];
                (BilabelledGraph right, long[] others) = _elements[second];
                if (left.VertexCount + right.VertexCount > BilabelledGraph.MaxVertices) continue;
                long[] composed = Compose(values, others, from, to);
                if (Try(() => Composed(left, right, from, to), composed, isFactor: true)) yield return _elements[_elements.Count - 1];
            }
            else
            {
                yield break;
            }
        }
    }

    /// <summary>The values, on representatives of the orbits of fewer vertices, of a diagram without its last labels.</summary>
    public long[] Project(long[] values, OrbitTable table, int order)
    {
        int tail = 1;
        for (int label = order; label < _order; label++)
        {
            values = Sum(values, label);
            tail *= _graph.Count;
        }
        // The sums do not depend on the last vertices: 0, say.
        return [.. table.Representatives.Select(position => values[_table.Ids[position * tail]])];
    }

    // All pairs of elements and of labels, while elements are added.
    private IEnumerable<(int Left, int Right, int From, int To)> Compositions()
    {
        for (int last = 0; last < _elements.Count; last++)
        for (int other = 0; other <= last; other++)
        for (int from = 0; from < _order; from++)
        for (int to = 0; to < _order; to++)
        {
            if (from == to) continue;
            yield return (last, other, from, to);
            if (other < last) yield return (other, last, from, to);
        }
    }

    // Two labels at one vertex, an edge between two, a loop, a colour.
    private IEnumerable<(BilabelledGraph Diagram, Func<int[], bool> Holds)> Generators()
    {
        bool hasLoops = Enumerable.Range(0, _graph.Count).Any(v => _graph.HasEdge(v, v));
        int[] colors = [.. _graph.Colors.Distinct().OrderBy(c => c)];
        for (int i = 0; i < _order; i++)
        {
            int a = i;
            if (hasLoops) yield return (Diagram([(a, a)]), v => _graph.HasEdge(v[a], v[a]));
            if (colors.Length > 1)
                foreach (int color in colors)
                    yield return (Diagram([], (a, color)), v => _graph.Colors[v[a]] == color);
            for (int j = i + 1; j < _order; j++)
            {
                int b = j;
                yield return (Equal(a, b), v => v[a] == v[b]);
                yield return (Diagram([(a, b)]), v => _graph.HasEdge(v[a], v[b]));
                if (_graph.IsDirected) yield return (Diagram([(b, a)]), v => _graph.HasEdge(v[b], v[a]));
            }
        }
    }

    // Keeps a diagram if its values are outside the span; it is made only then.
    private bool Try(Func<BilabelledGraph> make, long[] values, bool isFactor)
    {
        StepsLeft -= (long)(_span.Rank + _graph.Count) * values.Length;
        if (!_span.Add(values)) return false;
        BilabelledGraph diagram = make();
        _elements.Add((diagram, values));
        if (isFactor)
        {
            for (int element = 0; element < _elements.Count - 1; element++) _products.Enqueue((element, _factors.Count));
            _factors.Add((diagram, values));
        }
        for (int factor = 0; factor < _factors.Count; factor++) _products.Enqueue((_elements.Count - 1, factor));
        return true;
    }

    private BilabelledGraph Diagram((int, int)[] edges, params (int, int)[] colors) =>
        new(_order, edges, Enumerable.Range(0, _order), [], colors);

    private BilabelledGraph Equal(int a, int b) =>
        new BilabelledGraph(_order, [], Enumerable.Range(0, _order).Select(label => label == b ? a : label), []).Labelled();

    // The label leaves its vertex, over whose images is summed if it was the last one there.
    private BilabelledGraph Freed(BilabelledGraph diagram, int label) =>
        new BilabelledGraph(
            diagram.VertexCount + 1,
            diagram.Edges,
            diagram.Top.Select((vertex, l) => l == label ? diagram.VertexCount : vertex),
            [],
            diagram.Colors
        ).Labelled();

    // The product of matrices where there are two labels: one label of the left diagram and another of the right one meet.
    private BilabelledGraph Composed(BilabelledGraph left, BilabelledGraph right, int from, int to) =>
        left.Joined(
                right,
                Enumerable.Range(0, _order).Where(l => l != to).Select(l => (left.Top[l], right.Top[l == from ? to : l])),
                Enumerable.Range(0, _order).Select(l => l == from ? right.Top[l] + left.VertexCount : left.Top[l]),
                []
            )
            .Labelled();

    // Σ over w of left(…, w at one label, …) · right(…, w at the other label, …).
    private long[] Compose(long[] left, long[] right, int from, int to)
    {
        int n = _graph.Count;
        long[] sums = new long[left.Length];
        for (int orbit = 0; orbit < sums.Length; orbit++)
        {
            long sum = 0;
            for (int v = orbit * n; v < (orbit + 1) * n; v++) sum += ModularSpan.Multiply(left[_changed[from][v]], right[_changed[to][v]]);
            sums[orbit] = ModularSpan.Reduce(sum);
        }
        return sums;
    }

    private long[] Indicator(Func<int[], bool> holds) =>
        [.. Enumerable.Range(0, _table.Count).Select(orbit => holds(_table.Representative(orbit)) ? 1L : 0L)];

    private long[] Sum(long[] values, int label)
    {
        int n = _graph.Count;
        long[] sums = new long[values.Length];
        for (int orbit = 0; orbit < sums.Length; orbit++)
        {
            long sum = 0;
            for (int v = 0; v < n; v++) sum += values[_changed[label][(orbit * n) + v]];
            sums[orbit] = ModularSpan.Reduce(sum);
        }
        return sums;
    }

    // For the representative of each orbit, the orbits of the lists where the vertex of one label is replaced by every vertex.
    private int[] Changed(int label)
    {
        int n = _graph.Count;
        int stride = 1;
        for (int i = label + 1; i < _order; i++) stride *= n;
        int[] orbits = new int[_table.Count * n];
        for (int orbit = 0; orbit < _table.Count; orbit++)
        {
            int position = _table.Representatives[orbit];
            int start = position - (position / stride % n * stride);
            for (int v = 0; v < n; v++) orbits[(orbit * n) + v] = _table.Ids[start + (v * stride)];
        }
        return orbits;
    }
}
