using System;
using System.Text;

namespace Reps.Algebra;

/// <summary>
/// The texts graph6 and digraph6 of B. D. McKay's nauty (https://users.cecs.anu.edu.au/~bdm/data/formats.txt): the number of vertices, then
/// the adjacency matrix, six bits a character, each character being its bits plus 63.
/// </summary>
internal static class Graph6
{
    public const string Header = ">>graph6<<";
    public const string DirectedHeader = ">>digraph6<<";

    private const int Offset = 63;
    private const int LargestDigit = 126;

    /// <summary>Reads the characters of a text from one place to before another.</summary>
    /// <returns>The adjacency matrix and its size, or an error at its place in the whole text.</returns>
    public static (bool[]? Adjacency, int Count, GraphTextError? Error) Read(string text, int from, int to, bool directed)
    {
        string format = directed ? "digraph6" : "graph6";
        string header = directed ? DirectedHeader : Header;
        int at = from;
        if (string.CompareOrdinal(text, at, header, 0, header.Length) == 0 && at + header.Length <= to) at += header.Length;
        if (directed)
        {
            if (at == to || text[at] != '&') return Fail(at, at == to ? 0 : 1, "A digraph6 text starts with '&': a text without is graph6.");
            at++;
        }
        else if (at < to && text[at] is '&' or ':' or ';')
        {
            string problem = text[at] == '&' ? "'&' starts a digraph6 text, and this is read as graph6." : "':' and ';' start sparse6, which is not read: write graph6.";
            return Fail(at, 1, problem);
        }
        for (int i = at; i < to; i++)
            if (text[i] is < (char)Offset or > (char)LargestDigit)
                return Fail(i, 1, $"{Quoting.Quote(text, i, i + 1)} is no character of {format}: they are '?' to '~'.");
        if (at == to)
            return Fail(at, 0, $"A {format} text starts with the number of vertices, and nothing is there: '?' is the graph without vertices.");
        int start = at;
        if (ReadCount(text, ref at, to) is not long count)
            return Fail(start, to - start, "'~' starts a number of 3 more characters, '~~' one of 6, and the text ends before.");
        if (count > SymmetryGraph.MaxVertices)
            return Fail(start, at - start, FormattableString.Invariant($"The text has {count} vertices, and a graph has 0 to {SymmetryGraph.MaxVertices}."));
        return ReadEdges(text, at, to, (int)count, directed);
    }

    /// <summary>Writes an adjacency matrix.</summary>
    public static string Write(SymmetryGraph graph, bool directed)
    {
        StringBuilder text = new(directed ? "&" : "");
        if (graph.Count < LargestDigit - Offset)
            text.Append((char)(graph.Count + Offset));
        else
            for (int shift = 18; shift >= 0; shift -= 6) text.Append((char)((shift == 18 ? 63 : (graph.Count >> shift) & 63) + Offset));
        int bits = BitCount(graph.Count, directed);
        int digit = 0;
        int vertices = graph.Count;
        (int from, int to) = directed ? (0, 0) : (0, 1);
        for (int bit = 0; bit < bits; bit++)
        {
            digit = (digit << 1) | (graph.HasEdge(from, to) ? 1 : 0);
            if (bit % 6 == 5 || bit + 1 == bits)
            {
                text.Append((char)((digit << (5 - (bit % 6))) + Offset));
                digit = 0;
            }
            Next(ref from, ref to, vertices, directed);
        }
        return text.ToString();
    }

    private static (bool[]? Adjacency, int Count, GraphTextError? Error) ReadEdges(string text, int at, int to, int count, bool directed)
    {
        int bits = BitCount(count, directed);
        int characters = (bits + 5) / 6;
        string size = FormattableString.Invariant($"the edges of {count} vertices take {characters} characters");
        if (to - at < characters)
            return Fail(to, 0, FormattableString.Invariant($"The text ends too early: {size}, and {to - at} are there."));
        if (to - at > characters)
            return Fail(at + characters, to - at - characters, FormattableString.Invariant($"The text is too long: {size}, and {to - at} are there."));
        bool[] adjacency = new bool[count * count];
        (int from, int target) = directed ? (0, 0) : (0, 1);
        for (int bit = 0; bit < 6 * characters; bit++)
        {
            bool isSet = (((text[at + (bit / 6)] - Offset) >> (5 - (bit % 6))) & 1) != 0;
            if (bit < bits)
            {
                adjacency[(from * count) + target] = isSet;
                if (!directed) adjacency[(target * count) + from] = isSet;
                Next(ref from, ref target, count, directed);
            }
            else if (isSet)
            {
                return Fail(to - 1, 1, "The last character has bits set beyond the last pair of vertices: those are 0.");
            }
        }
        return (adjacency, count, null);
    }

    // 18 bits after '~', 36 after '~~'; null where the text ends first.
    private static long? ReadCount(string text, ref int at, int to)
    {
        if (text[at] != LargestDigit) return text[at++] - Offset;
        int digits = at + 1 < to && text[at + 1] == LargestDigit ? 6 : 3;
        at += digits == 6 ? 2 : 1;
        if (to - at < digits) return null;
        long count = 0;
        for (int n = 0; n < digits; n++) count = (count << 6) | (uint)(text[at++] - Offset);
        return count;
    }

    private static int BitCount(int count, bool directed) => directed ? count * count : count * (count - 1) / 2;

    // With direction row by row; without, the columns of the upper triangle.
    private static void Next(ref int from, ref int to, int count, bool directed)
    {
        if (directed)
        {
            if (++to < count) return;
            (from, to) = (from + 1, 0);
        }
        else
        {
            if (++from < to) return;
            (from, to) = (0, to + 1);
        }
    }

    private static (bool[]? Adjacency, int Count, GraphTextError? Error) Fail(int start, int length, string message) =>
        (null, 0, new(start, length, message));
}
