using System;
using System.Collections.Generic;
using System.Linq;

namespace Reps;

/// <summary>
/// A finite graph on the vertices 0 … n−1 whose symmetries act on Rⁿ: edges with or without direction, loops if need be, and a colour for
/// each vertex. Immutable; equal if adjacency and colours are, whatever the name.
/// </summary>
/// <remarks>A graph is its adjacency matrix A: it is undirected if and only if that is symmetric.</remarks>
public sealed partial class SymmetryGraph : IEquatable<SymmetryGraph>
{
    /// <summary>The most vertices.</summary>
    public const int MaxVertices = 256;

    private readonly bool[] _adjacency;
    private readonly int[] _colors;

    private SymmetryGraph(string name, int count, bool[] adjacency, int[] colors)
    {
        (Name, Count, _adjacency, _colors) = (name, count, adjacency, colors);
        Successors = Lists((v, u) => HasEdge(v, u));
        Predecessors = Lists((v, u) => HasEdge(u, v));
        Colors = Array.AsReadOnly(colors);
        IsDirected = Enumerable.Range(0, count).Any(v => !Successors[v].SequenceEqual(Predecessors[v]));
    }

    /// <summary>What it is called in messages: the name it was made by, or its size.</summary>
    public string Name { get; }

    /// <summary>n, the number of vertices.</summary>
    public int Count { get; }

    /// <summary>Whether some edge lacks its reverse.</summary>
    public bool IsDirected { get; }

    /// <summary>The colours of the vertices, all 0 unless given. Symmetries keep them.</summary>
    public IReadOnlyList<int> Colors { get; }

    /// <summary>The edges in the order of their ends; without direction each once, the smaller end first.</summary>
    public IEnumerable<(int From, int To)> Edges =>
        Enumerable.Range(0, Count).SelectMany(v => Successors[v].Where(u => IsDirected || v <= u).Select(u => (v, u)));

    /// <summary>For each vertex those that it has an edge to, ascending.</summary>
    internal int[][] Successors { get; }

    /// <summary>For each vertex those that have an edge to it, ascending.</summary>
    internal int[][] Predecessors { get; }

    /// <summary>A graph from its edges.</summary>
    /// <param name="count">n.</param>
    /// <param name="edges">Pairs of vertices; one given twice counts once.</param>
    /// <param name="directed">Whether a pair is an edge from the first vertex to the second only.</param>
    /// <param name="colors">A colour for each vertex; null for one colour.</param>
    /// <returns>The graph.</returns>
    /// <exception cref="ArgumentException">There are too many vertices, an edge has an end that is none, or colours are missing.</exception>
    public static SymmetryGraph FromEdges(int count, IEnumerable<(int From, int To)> edges, bool directed = false, IEnumerable<int>? colors = null)
    {
        if (edges is null) throw new ArgumentNullException(nameof(edges));
        CheckCount(count, nameof(count));
        bool[] adjacency = new bool[count * count];
        int number = 0;
        foreach ((int from, int to) in edges)
        {
            if (from < 0 || from >= count || to < 0 || to >= count)
                throw new ArgumentException(
                    FormattableString.Invariant($"Edge {number} joins {from} and {to}, but a graph of {count} vertices has the vertices {Range(count)}."),
                    nameof(edges)
                );
            adjacency[(from * count) + to] = true;
            if (!directed) adjacency[(to * count) + from] = true;
            number++;
        }
        return Create(null, count, adjacency, colors);
    }

    /// <summary>A graph from its adjacency matrix.</summary>
    /// <param name="adjacency">n×n: 1 at (u, v) for an edge from u to v, otherwise 0.</param>
    /// <param name="colors">A colour for each vertex; null for one colour.</param>
    /// <returns>The graph, undirected if the matrix is symmetric.</returns>
    /// <exception cref="ArgumentException">The matrix is not square or too large, has another entry, or colours are missing.</exception>
    public static SymmetryGraph FromAdjacency(int[,] adjacency, IEnumerable<int>? colors = null)
    {
        if (adjacency is null) throw new ArgumentNullException(nameof(adjacency));
        int count = adjacency.GetLength(0);
        if (adjacency.GetLength(1) != count)
            throw new ArgumentException(
                FormattableString.Invariant($"An adjacency matrix is square, not {count}×{adjacency.GetLength(1)}."),
                nameof(adjacency)
            );
        CheckCount(count, nameof(adjacency));
        bool[] entries = new bool[count * count];
        for (int from = 0; from < count; from++)
        for (int to = 0; to < count; to++)
        {
            if (adjacency[from, to] is not (0 or 1))
                throw new ArgumentException(
                    FormattableString.Invariant($"The entry at ({from}, {to}) is {adjacency[from, to]}: an edge is 1, and none is 0."),
                    nameof(adjacency)
                );
            entries[(from * count) + to] = adjacency[from, to] == 1;
        }
        return Create(null, count, entries, colors);
    }

    /// <summary>The same graph with other colours.</summary>
    /// <param name="colors">A colour for each vertex.</param>
    /// <returns>The graph.</returns>
    /// <exception cref="ArgumentException">There are not n of them.</exception>
    public SymmetryGraph WithColors(IEnumerable<int> colors)
    {
        if (colors is null) throw new ArgumentNullException(nameof(colors));
        return Create(Name + ", coloured", Count, _adjacency, colors);
    }

    /// <summary>Whether there is an edge from a vertex to another, or between them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One is no vertex.</exception>
    public bool HasEdge(int from, int to)
    {
        if (from < 0 || from >= Count) throw NoVertex(from, nameof(from));
        if (to < 0 || to >= Count) throw NoVertex(to, nameof(to));
        return _adjacency[(from * Count) + to];
    }

    /// <summary>Whether a permutation of the vertices keeps edges and colours.</summary>
    /// <param name="permutation">The permutation.</param>
    /// <returns>Whether it is of n things and a symmetry.</returns>
    public bool IsAutomorphism(Permutation permutation)
    {
        if (permutation is null) throw new ArgumentNullException(nameof(permutation));
        return permutation.Count == Count && Keeps(permutation.Images);
    }

    /// <inheritdoc/>
    public bool Equals(SymmetryGraph? other) =>
        other is not null && Count == other.Count && _adjacency.SequenceEqual(other._adjacency) && _colors.SequenceEqual(other._colors);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SymmetryGraph);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = Count;
        foreach (bool edge in _adjacency) hash = unchecked((hash * 31) + (edge ? 1 : 0));
        foreach (int color in _colors) hash = unchecked((hash * 31) + color);
        return hash;
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    internal bool Keeps(int[] images)
    {
        for (int v = 0; v < Count; v++)
        {
            if (_colors[v] != _colors[images[v]]) return false;
            if (Successors[v].Length != Successors[images[v]].Length) return false;
            foreach (int u in Successors[v])
                if (!_adjacency[(images[v] * Count) + images[u]])
                    return false;
        }
        return true;
    }

    private static SymmetryGraph Create(string? name, int count, bool[] adjacency, IEnumerable<int>? colors)
    {
        int[] own = colors is null ? new int[count] : [.. colors];
        if (own.Length != count)
            throw new ArgumentException(
                FormattableString.Invariant($"There are {own.Length} colours for {count} vertices: give one for each."),
                nameof(colors)
            );
        return new(name ?? FormattableString.Invariant($"graph of {count} vertices"), count, adjacency, own);
    }

    private static void CheckCount(int count, string name)
    {
        if (count is < 0 or > MaxVertices)
            throw new ArgumentException(FormattableString.Invariant($"A graph has 0 to {MaxVertices} vertices, not {count}."), name);
    }

    private ArgumentOutOfRangeException NoVertex(int vertex, string name) =>
        new(name, FormattableString.Invariant($"{Name} has the vertices {Range(Count)}, not {vertex}."));

    private static string Range(int count) => count == 0 ? "none" : FormattableString.Invariant($"0 to {count - 1}");

    private int[][] Lists(Func<int, int, bool> joined) =>
        [.. Enumerable.Range(0, Count).Select(v => Enumerable.Range(0, Count).Where(u => joined(v, u)).ToArray())];
}
