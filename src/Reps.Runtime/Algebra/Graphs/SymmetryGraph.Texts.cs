using System;
using System.Collections.Generic;
using Reps.Algebra;

namespace Reps;

/// <content>Its texts.</content>
public sealed partial class SymmetryGraph
{
    /// <summary>The names of families that <see cref="Parse"/> reads, each with an example: <c>cycle(5)</c>.</summary>
    public static IReadOnlyList<string> Families => GraphFamilies.Examples;

    /// <summary>
    /// Reads a graph by its name, such as <c>petersen</c>, <c>cycle(5)</c>, <c>grid(3,4)</c>; from <c>graph6:…</c> or <c>digraph6:…</c>; or from its
    /// edges, <c>0-1 1-2 2-0</c>, where <c>0&gt;1</c> has a direction and a vertex alone, <c>4</c>, says that there are vertices up to it.
    /// </summary>
    /// <param name="text">The text; case, spaces, '-' and '_' in names do not matter. Edges are apart by spaces or commas.</param>
    /// <returns>The graph.</returns>
    /// <exception cref="FormatException">The text is no graph; the message says where and why.</exception>
    public static SymmetryGraph Parse(string text) =>
        TryParse(text, out SymmetryGraph? graph, out GraphTextError? error) ? graph! : throw Wrong(text, error!);

    /// <summary>Reads a graph by its name without throwing.</summary>
    /// <param name="text">The text; null counts as empty.</param>
    /// <param name="graph">The graph, or null.</param>
    /// <param name="error">What is wrong and where, or null.</param>
    /// <returns>Whether the text is a graph.</returns>
    public static bool TryParse(string? text, out SymmetryGraph? graph, out GraphTextError? error)
    {
        (graph, error) = GraphTextReader.Read(text ?? "");
        return graph is not null;
    }

    /// <summary>Reads the graph6 text of an undirected graph.</summary>
    /// <param name="text">The text, with or without the header <c>&gt;&gt;graph6&lt;&lt;</c>.</param>
    /// <returns>The graph.</returns>
    /// <exception cref="FormatException">The text is no graph6; the message says where and why.</exception>
    public static SymmetryGraph FromGraph6(string text) => FromDigits(text, directed: false);

    /// <summary>Reads the digraph6 text of a directed graph.</summary>
    /// <param name="text">The text, with or without the header <c>&gt;&gt;digraph6&lt;&lt;</c>.</param>
    /// <returns>The graph.</returns>
    /// <exception cref="FormatException">The text is no digraph6; the message says where and why.</exception>
    public static SymmetryGraph FromDigraph6(string text) => FromDigits(text, directed: true);

    /// <summary>The graph6 text, without colours.</summary>
    /// <returns>Characters '?' to '~'.</returns>
    /// <exception cref="InvalidOperationException">The graph is directed or has loops, which graph6 cannot say.</exception>
    public string ToGraph6()
    {
        if (IsDirected) throw new InvalidOperationException($"{Name} is directed, and graph6 is for undirected graphs: use {nameof(ToDigraph6)}.");
        for (int v = 0; v < Count; v++)
            if (HasEdge(v, v))
                throw new InvalidOperationException(
                    FormattableString.Invariant($"{Name} has a loop at {v}, and graph6 has none: use {nameof(ToDigraph6)}.")
                );
        return Graph6.Write(this, directed: false);
    }

    /// <summary>The digraph6 text, without colours; an undirected graph has both directions of each edge.</summary>
    /// <returns>'&amp;' and characters '?' to '~'.</returns>
    public string ToDigraph6() => Graph6.Write(this, directed: true);

    /// <summary>A graph that has been read.</summary>
    internal static SymmetryGraph Named(string name, int count, bool[] adjacency) => new(name, count, adjacency, new int[count]);

    private static SymmetryGraph FromDigits(string text, bool directed)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        (int from, int to) = Ascii.Trim(text, 0, text.Length);
        (bool[]? adjacency, int count, GraphTextError? error) = Graph6.Read(text, from, to, directed);
        return adjacency is null ? throw Wrong(text, error!) : Named(text.Substring(from, to - from), count, adjacency);
    }

    private static FormatException Wrong(string? text, GraphTextError error) =>
        new(FormattableString.Invariant($"At {error.Start}: {error.Message}\nin {Quoting.Quote(text ?? "")}"));
}
