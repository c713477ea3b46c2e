using System;
using System.Collections.Generic;
using System.Linq;

namespace Reps.Algebra;

/// <summary>
/// An (l, k)-bilabelled graph K = (H; a, b): a finite graph H, the vertices a of l top labels and b of k bottom labels. For a graph G on n
/// vertices with the automorphism group Aut(G) it stands for the equivariant matrix
/// X[I, J] = number of homomorphisms φ: H → G with φ(a) = I and φ(b) = J, a map from (Rⁿ)^⊗k to (Rⁿ)^⊗l.
/// </summary>
/// <remarks>
/// L. Mančinska and D. E. Roberson, arXiv:1910.06958; E. Pearce-Crump and W. J. Knottenbelt, arXiv:2307.07810. Vertices are numbered in the
/// order of the labels, top labels first, then those without label in the order given; two graphs are equal if they are so numbered alike.
/// </remarks>
public sealed partial class BilabelledGraph : IEquatable<BilabelledGraph>
{
    /// <summary>The most vertices of H.</summary>
    public const int MaxVertices = 256;

    /// <summary>A bilabelled graph.</summary>
    /// <param name="vertexCount">The number of vertices of H.</param>
    /// <param name="edges">Its edges, from the first to the second; where G is undirected the direction does not matter.</param>
    /// <param name="top">The vertex of each top label; labels may share one.</param>
    /// <param name="bottom">The vertex of each bottom label.</param>
    /// <param name="colors">Colours that the images of vertices must have.</param>
    /// <exception cref="ArgumentException">There are too many vertices, or an edge, label or colour is at none.</exception>
    public BilabelledGraph(
        int vertexCount,
        IEnumerable<(int From, int To)> edges,
        IEnumerable<int> top,
        IEnumerable<int> bottom,
        IEnumerable<(int Vertex, int Color)>? colors = null
    )
    {
        if (edges is null) throw new ArgumentNullException(nameof(edges));
        if (top is null) throw new ArgumentNullException(nameof(top));
        if (bottom is null) throw new ArgumentNullException(nameof(bottom));
        if (vertexCount is < 0 or > MaxVertices)
            throw new ArgumentException(
                FormattableString.Invariant($"A bilabelled graph has 0 to {MaxVertices} vertices, not {vertexCount}."),
                nameof(vertexCount)
            );
        VertexCount = vertexCount;
        int[] numbers = new int[vertexCount];
        for (int v = 0; v < vertexCount; v++) numbers[v] = -1;
        int used = 0;
        int Number(int vertex, string name)
        {
            if (vertex < 0 || vertex >= vertexCount)
                throw new ArgumentException(
                    FormattableString.Invariant($"There is no vertex {vertex}: the graph has {vertexCount}, numbered from 0."),
                    name
                );
            if (numbers[vertex] < 0) numbers[vertex] = used++;
            return numbers[vertex];
        }
        Top = new(top.Select(v => Number(v, nameof(top))));
        Bottom = new(bottom.Select(v => Number(v, nameof(bottom))));
        LabelledCount = used;
        for (int v = 0; v < vertexCount; v++) Number(v, nameof(vertexCount));
        Edges = Sorted(edges.Select(e => (Number(e.From, nameof(edges)), Number(e.To, nameof(edges)))));
        Colors = Sorted((colors ?? []).Select(c => (Number(c.Vertex, nameof(colors)), c.Color)));
    }

    /// <summary>The number of vertices of H.</summary>
    public int VertexCount { get; }

    /// <summary>The number of vertices with a label: those are the first.</summary>
    public int LabelledCount { get; }

    /// <summary>The edges of H, sorted, each once.</summary>
    public EquatableArray<(int From, int To)> Edges { get; }

    /// <summary>The vertex of each top label: the outputs.</summary>
    public EquatableArray<int> Top { get; }

    /// <summary>The vertex of each bottom label: the inputs.</summary>
    public EquatableArray<int> Bottom { get; }

    /// <summary>Colours that the images of vertices must have, sorted, each once. Two colours for one vertex make the matrix zero.</summary>
    public EquatableArray<(int Vertex, int Color)> Colors { get; }

    /// <summary>The adjacency matrix of G as a diagram: an edge from the top label to the bottom label.</summary>
    public static BilabelledGraph Adjacency { get; } = new(2, [(0, 1)], [0], [1]);

    /// <summary>All labels at one vertex: a generalised identity matrix.</summary>
    /// <param name="outputs">l.</param>
    /// <param name="inputs">k.</param>
    /// <returns>The diagram of Σ e(i)^⊗l e(i)*^⊗k; with one label on each side the identity matrix.</returns>
    /// <exception cref="ArgumentOutOfRangeException">l or k is negative.</exception>
    public static BilabelledGraph Merge(int outputs, int inputs)
    {
        TupleSpace.CheckOrder(outputs, nameof(outputs));
        TupleSpace.CheckOrder(inputs, nameof(inputs));
        return new(1, [], new int[outputs], new int[inputs]);
    }

    /// <summary>A permutation of factors: each label at a vertex of its own.</summary>
    /// <param name="permutation">The output p(i) is the input i.</param>
    /// <returns>The diagram.</returns>
    public static BilabelledGraph Permute(Permutation permutation)
    {
        if (permutation is null) throw new ArgumentNullException(nameof(permutation));
        return new(permutation.Count, [], permutation.Inverse(), Enumerable.Range(0, permutation.Count));
    }

    /// <summary>The diagram of the matrix product: this one after another, whose outputs are this one's inputs.</summary>
    /// <param name="first">The diagram applied first.</param>
    /// <returns>Bottom labels of this one and top labels of that one are identified, and parallel edges become one.</returns>
    /// <exception cref="ArgumentException">The numbers of those labels differ, or there are too many vertices.</exception>
    public BilabelledGraph After(BilabelledGraph first)
    {
        if (first is null) throw new ArgumentNullException(nameof(first));
        if (Bottom.Count != first.Top.Count)
            throw new ArgumentException(
                $"This diagram has {Bottom.Count} inputs and the first one {first.Top.Count} outputs: they must be as many.",
                nameof(first)
            );
        return Joined(first, Bottom.Zip(first.Top, (own, other) => (own, other)), Top, first.Bottom.Select(v => v + VertexCount));
    }

    /// <summary>The diagram of the Kronecker product: side by side, this one's labels first.</summary>
    /// <param name="right">The diagram to the right.</param>
    /// <returns>The disjoint union.</returns>
    /// <exception cref="ArgumentException">There are too many vertices.</exception>
    public BilabelledGraph Tensor(BilabelledGraph right)
    {
        if (right is null) throw new ArgumentNullException(nameof(right));
        return Joined(right, [], Top.Concat(right.Top.Select(v => v + VertexCount)), Bottom.Concat(right.Bottom.Select(v => v + VertexCount)));
    }

    /// <summary>The diagram of the product entry by entry: each label is identified with that of the other diagram.</summary>
    /// <param name="other">A diagram with as many labels on each side.</param>
    /// <returns>The diagram.</returns>
    /// <exception cref="ArgumentException">The numbers of labels differ, or there are too many vertices.</exception>
    public BilabelledGraph Glue(BilabelledGraph other)
    {
        if (other is null) throw new ArgumentNullException(nameof(other));
        if (Top.Count != other.Top.Count || Bottom.Count != other.Bottom.Count)
            throw new ArgumentException(
                $"The other diagram maps {other.Bottom.Count} factors to {other.Top.Count} and this one {Bottom.Count} to {Top.Count}: they must be alike.",
                nameof(other)
            );
        IEnumerable<(int, int)> pairs = Top.Concat(Bottom).Zip(other.Top.Concat(other.Bottom), (left, right) => (left, right));
        return Joined(other, pairs, Top, Bottom);
    }

    /// <summary>The diagram of the transposed matrix: top and bottom labels exchanged.</summary>
    /// <returns>The diagram.</returns>
    public BilabelledGraph Transpose() => new(VertexCount, Edges, Bottom, Top, Colors);

    /// <summary>The same labels in the same order, the first of them on top.</summary>
    /// <param name="outputs">How many are on top, from 0 to k + l.</param>
    /// <returns>The diagram whose matrix has the same entries in the same row-major order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many labels.</exception>
    public BilabelledGraph Bend(int outputs)
    {
        int count = Top.Count + Bottom.Count;
        if (outputs < 0 || outputs > count)
            throw new ArgumentOutOfRangeException(
                nameof(outputs),
                FormattableString.Invariant($"The diagram has {count} labels: 0 to {count} of them are on top, not {outputs}.")
            );
        int[] labels = [.. Top, .. Bottom];
        return new(VertexCount, Edges, labels.Take(outputs), labels.Skip(outputs), Colors);
    }

    /// <summary>The diagram without the components that have no label: its matrix is divided by the number of their homomorphisms.</summary>
    internal BilabelledGraph Labelled()
    {
        DisjointSets sets = new(VertexCount);
        foreach ((int from, int to) in Edges) sets.Join(from, to);
        // Vertices with labels are the first, so the smallest member tells.
        int[] kept = [.. Enumerable.Range(0, VertexCount).Where(v => sets.Find(v) < LabelledCount)];
        return new(
            kept.Length,
            Edges.Where(e => sets.Find(e.From) < LabelledCount).Select(e => (Array.IndexOf(kept, e.From), Array.IndexOf(kept, e.To))),
            Top,
            Bottom,
            Colors.Where(c => sets.Find(c.Vertex) < LabelledCount).Select(c => (Array.IndexOf(kept, c.Vertex), c.Color))
        );
    }

    /// <inheritdoc/>
    public bool Equals(BilabelledGraph? other) =>
        other is not null
        && VertexCount == other.VertexCount
        && Top == other.Top
        && Bottom == other.Bottom
        && Edges == other.Edges
        && Colors == other.Colors;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as BilabelledGraph);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        unchecked((((VertexCount * 31) + Top.GetHashCode()) * 31 + Bottom.GetHashCode()) * 31 + Edges.GetHashCode());

    /// <summary>Labels, edges and colours: the square of the adjacency matrix is <c>(0 | 1) 0-2 2-1</c>.</summary>
    public override string ToString() =>
        string.Join(
            " ",
            new[] { "(" + string.Join(" ", Top) + " | " + string.Join(" ", Bottom) + ")" }
                .Concat(Edges.Select(e => FormattableString.Invariant($"{e.From}-{e.To}")))
                .Concat(Colors.Select(c => FormattableString.Invariant($"{c.Vertex}:{c.Color}")))
        );

    /// <summary>The disjoint union, the other's vertices after these, with pairs (one of these, one of the other's) identified.</summary>
    internal BilabelledGraph Joined(BilabelledGraph other, IEnumerable<(int, int)> pairs, IEnumerable<int> top, IEnumerable<int> bottom)
    {
        DisjointSets sets = new(VertexCount + other.VertexCount);
        foreach ((int left, int right) in pairs) sets.Join(left, right + VertexCount);
        int[] numbers = new int[VertexCount + other.VertexCount];
        int count = 0;
        for (int v = 0; v < numbers.Length; v++) numbers[v] = sets.Find(v) == v ? count++ : numbers[sets.Find(v)];
        return new(
            count,
            Edges.Concat(other.Edges.Select(e => (e.From + VertexCount, e.To + VertexCount))).Select(e => (numbers[e.Item1], numbers[e.Item2])),
            top.Select(v => numbers[v]),
            bottom.Select(v => numbers[v]),
            Colors.Concat(other.Colors.Select(c => (c.Vertex + VertexCount, c.Color))).Select(c => (numbers[c.Item1], c.Item2))
        );
    }

    private static EquatableArray<(int, int)> Sorted(IEnumerable<(int, int)> pairs) => new(pairs.Distinct().OrderBy(p => p));
}
