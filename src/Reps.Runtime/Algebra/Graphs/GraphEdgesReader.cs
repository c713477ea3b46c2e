using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Reps.Algebra;

/// <summary>Reads lists of edges: <c>0-1 1-2</c>, <c>0&gt;1</c> with a direction, and vertices alone.</summary>
internal static class GraphEdgesReader
{
    private const string Forms = "expected edges such as '0-1' or '0>1', or a vertex such as '3'.";

    /// <summary>Reads the edges from one place to before another.</summary>
    public static (SymmetryGraph? Graph, GraphTextError? Error) Read(string text, int from, int to)
    {
        List<(int From, int To, bool Directed)> edges = [];
        int count = 0;
        for (int at = from; at < to; at = SkipSeparators(text, at, to))
        {
            if (Vertex(text, ref at, to, out int first) is GraphTextError error) return (null, error);
            if (first >= count) count = first + 1;
            if (at >= to || text[at] is not ('-' or '>'))
            {
                if (at < to && !IsSeparator(text[at])) return Unexpected(text, at);
                continue;
            }
            bool directed = text[at++] == '>';
            if (Vertex(text, ref at, to, out int second) is GraphTextError other) return (null, other);
            if (at < to && !IsSeparator(text[at])) return Unexpected(text, at);
            if (second >= count) count = second + 1;
            edges.Add((first, second, directed));
        }
        bool[] adjacency = new bool[count * count];
        foreach ((int v, int u, bool directed) in edges)
        {
            adjacency[(v * count) + u] = true;
            if (!directed) adjacency[(u * count) + v] = true;
        }
        return (SymmetryGraph.Named(Name(adjacency, count), count, adjacency), null);
    }

    private static GraphTextError? Vertex(string text, ref int at, int to, out int vertex)
    {
        int end = System.Math.Min(Ascii.SkipDigits(text, at), to);
        vertex = (int)Ascii.Number(text, at, end);
        if (end == at) return at < to ? Unexpected(text, at).Error : new(at, 0, "The text ends where a vertex is missing: " + Forms);
        if (vertex >= SymmetryGraph.MaxVertices)
            return new(
                at,
                end - at,
                "There is a vertex " + Quoting.Quote(text, at, end) + ", and a graph has at most " + Number(SymmetryGraph.MaxVertices) + ": number them from 0 to " + Number(SymmetryGraph.MaxVertices - 1) + ".");
        at = end;
        return null;
    }

    private static (SymmetryGraph? Graph, GraphTextError? Error) Unexpected(string text, int at) =>
        (null, new(at, 1, "Found " + Quoting.Quote(text, at, at + 1) + " in a list of edges; " + Forms));

    private static bool IsSeparator(char c) => Ascii.IsSpace(c) || c == ',';

    private static int SkipSeparators(string text, int at, int to)
    {
        while (at < to && IsSeparator(text[at])) at++;
        return at;
    }

    // Edges in order, each once; and the last vertex where it has none.
    private static string Name(bool[] adjacency, int count)
    {
        StringBuilder name = new();
        bool last = false;
        for (int v = 0; v < count; v++)
        for (int u = 0; u < count; u++)
        {
            bool forth = adjacency[(v * count) + u], back = adjacency[(u * count) + v];
            if (!forth || (back && u < v)) continue;
            name.Append(name.Length == 0 ? "" : " ").Append(Number(v)).Append(back ? '-' : '>').Append(Number(u));
            last |= v == count - 1 || u == count - 1;
        }
        if (!last) name.Append(name.Length == 0 ? "" : " ").Append(Number(count - 1));
        return name.ToString();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
