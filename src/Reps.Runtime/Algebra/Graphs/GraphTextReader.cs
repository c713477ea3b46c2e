using System;
using System.Collections.Generic;
using System.Linq;

namespace Reps.Algebra;

/// <summary>Reads <c>name</c>, <c>name(number,…)</c>, <c>graph6:…</c>, <c>digraph6:…</c> and lists of edges, <c>0-1 1-2</c>.</summary>
internal static class GraphTextReader
{
    private const string Graph6Prefix = "graph6:";
    private const string Digraph6Prefix = "digraph6:";

    public static (SymmetryGraph? Graph, GraphTextError? Error) Read(string text)
    {
        (int from, int to) = Ascii.Trim(text, 0, text.Length);
        if (Starts(text, from, Graph6Prefix)) return ReadDigits(text, from, from + Graph6Prefix.Length, to, directed: false);
        if (Starts(text, from, Digraph6Prefix)) return ReadDigits(text, from, from + Digraph6Prefix.Length, to, directed: true);
        if (from < to && Ascii.IsDigit(text[from])) return GraphEdgesReader.Read(text, from, to);
        int open = text.IndexOf('(', from, to - from);
        int end = Ascii.Trim(text, from, open < 0 ? to : open).To;
        if (end == from) return Fail(from, to - from, "A graph has a name, such as 'petersen' or 'cycle(5)': none is there.", null);
        string name = Plain(text, from, end);
        GraphFamily? family = GraphFamilies.All.FirstOrDefault(f => Plain(f.Name, 0, f.Name.Length) == name);
        if (family is null)
        {
            GraphFamily nearest = GraphFamilies.All.OrderBy(f => Distance(name, Plain(f.Name, 0, f.Name.Length))).First();
            return Fail(
                from,
                end - from,
                $"No graph is called {Quoting.Quote(text, from, end)}: did you mean '{nearest.Example}'? There are {string.Join(", ", GraphFamilies.All.Select(f => f.Name))}.",
                nearest.Name
            );
        }
        if (family.Parameters.Length == 0 && open < 0) return Build(family, [], text, from, to);
        if (open < 0) return Fail(to, 0, $"'{family.Name}' takes {Described(family)}, as in '{family.Example}'.", null);
        if (ReadNumbers(text, open, to, family, out int[] numbers) is GraphTextError error) return (null, error);
        return Build(family, numbers, text, from, to);
    }

    private static (SymmetryGraph? Graph, GraphTextError? Error) ReadDigits(string text, int start, int from, int to, bool directed)
    {
        (bool[]? adjacency, int count, GraphTextError? error) = Graph6.Read(text, from, to, directed);
        return adjacency is null ? (null, error) : (SymmetryGraph.Named(text.Substring(start, to - start), count, adjacency), null);
    }

    // The numbers in the parentheses, which start at a place.
    private static GraphTextError? ReadNumbers(string text, int open, int to, GraphFamily family, out int[] numbers)
    {
        List<int> found = [];
        numbers = [];
        if (text[to - 1] != ')') return new(to, 0, "The parenthesis '(' is not closed: write ')' at the end.", ")");
        int at = open + 1;
        while (true)
        {
            int comma = text.IndexOf(',', at, to - 1 - at);
            (int from, int end) = Ascii.Trim(text, at, comma < 0 ? to - 1 : comma);
            if (from == end && comma < 0 && found.Count == 0) break;
            if (from == end || Ascii.SkipDigits(text, from) < end)
                return new(
                    from,
                    end - from,
                    $"{Quoting.Quote(text, from, end)} is no number: '{family.Name}' takes {Described(family)}, as in '{family.Example}'."
                );
            found.Add((int)Ascii.Number(text, from, end));
            if (comma < 0) break;
            at = comma + 1;
        }
        if (found.Count != family.Parameters.Length)
            return new(
                open,
                to - open,
                FormattableString.Invariant($"'{family.Name}' takes {Described(family)}, as in '{family.Example}', and {found.Count} are there.")
            );
        numbers = found.ToArray();
        return null;
    }

    private static (SymmetryGraph? Graph, GraphTextError? Error) Build(GraphFamily family, int[] numbers, string text, int from, int to)
    {
        for (int n = 0; n < numbers.Length; n++)
            if (numbers[n] < family.Least)
                return Fail(
                    from,
                    to - from,
                    FormattableString.Invariant($"'{family.Name}' takes {Described(family)} of {family.Least} or more, not {numbers[n]}, as in '{family.Example}'."),
                    null
                );
        long count = family.Count(numbers);
        if (count > SymmetryGraph.MaxVertices)
            return Fail(
                from,
                to - from,
                FormattableString.Invariant($"{Quoting.Quote(text, from, to)} has more than {SymmetryGraph.MaxVertices} vertices: take a smaller graph."),
                null
            );
        bool[] adjacency = new bool[count * count];
        foreach ((int v, int u) in family.Edges(numbers))
        {
            adjacency[(v * count) + u] = true;
            if (!family.IsDirected) adjacency[(u * count) + v] = true;
        }
        string name = family.Name;
        if (numbers.Length > 0) name += "(" + string.Join(",", numbers.Select(n => FormattableString.Invariant($"{n}"))) + ")";
        return (SymmetryGraph.Named(name, (int)count, adjacency), null);
    }

    private static string Described(GraphFamily family) =>
        family.Parameters.Length switch
        {
            0 => "no numbers",
            1 => $"one number ({family.Parameters[0]})",
            _ => FormattableString.Invariant($"{family.Parameters.Length} numbers ({string.Join(", ", family.Parameters)})"),
        };

    private static bool Starts(string text, int from, string prefix) =>
        string.Compare(text, from, prefix, 0, prefix.Length, StringComparison.OrdinalIgnoreCase) == 0;

    // Lower case, without spaces, '-' and '_'.
    private static string Plain(string text, int from, int to)
    {
        List<char> plain = [];
        for (int i = from; i < to; i++)
            if (!Ascii.IsSpace(text[i]) && text[i] is not ('-' or '_'))
                plain.Add(char.ToLowerInvariant(text[i]));
        return new([.. plain]);
    }

    // The number of characters to insert, remove or replace (V. Levenshtein, 1965). Names beyond a bound are as far as they are long.
    private static int Distance(string left, string right)
    {
        if (left.Length > 64) return left.Length;
        int[] row = new int[right.Length + 1];
        for (int j = 0; j <= right.Length; j++) row[j] = j;
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.Length];
    }

    private static (SymmetryGraph? Graph, GraphTextError? Error) Fail(int start, int length, string message, string? suggestion) =>
        (null, new(start, length, message, suggestion));
}
