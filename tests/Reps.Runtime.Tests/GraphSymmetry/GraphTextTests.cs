using System;
using System.Collections.Generic;
using System.Linq;

namespace Reps.Tests.GraphSymmetry;

public class GraphTextTests
{
    [Theory]
    [InlineData("petersen", "IheA@GUAo")]
    [InlineData("path(3)", "Bg")]
    [InlineData("cycle(5)", "Dhc")]
    [InlineData("complete(4)", "C~")]
    [InlineData("empty(5)", "D??")]
    [InlineData("empty(0)", "?")]
    [InlineData("empty(1)", "@")]
    [InlineData("frucht", "KhCWKCBAH?w@")]
    public void Graph6IsThatOfNauty(string name, string text)
    {
        // Texts written by networkx; Petersen's is the example of the format's description.
        SymmetryGraph graph = SymmetryGraph.Parse(name);
        Assert.Equal(text, graph.ToGraph6());
        Assert.Equal(graph, SymmetryGraph.FromGraph6(text));
        Assert.Equal(graph, SymmetryGraph.FromGraph6(">>graph6<<" + text + "\n"));
        Assert.Equal(graph, SymmetryGraph.Parse("graph6:" + text));
        Assert.Equal("graph6:" + text, SymmetryGraph.Parse(" graph6:" + text + " ").Name);
    }

    [Fact]
    public void Digraph6IsThatOfNauty()
    {
        // The example of the format's description: 0→2, 0→4, 3→1, 3→4.
        SymmetryGraph graph = SymmetryGraph.FromEdges(5, [(0, 2), (0, 4), (3, 1), (3, 4)], directed: true);
        Assert.Equal("&DI?AO?", graph.ToDigraph6());
        Assert.Equal(graph, SymmetryGraph.FromDigraph6("&DI?AO?"));
        Assert.Equal(graph, SymmetryGraph.FromDigraph6(">>digraph6<<&DI?AO?"));
        Assert.Equal(graph, SymmetryGraph.Parse("digraph6:&DI?AO?"));
        Assert.True(graph.IsDirected);
        Assert.Throws<InvalidOperationException>(graph.ToGraph6);
    }

    [Fact]
    public void TextsGoRound()
    {
        Random random = new(1);
        foreach (int n in new[] { 0, 1, 2, 3, 4, 5, 12, 13, 61, 62, 63, 64, 65, 100, 256 })
        {
            SymmetryGraph graph = Samples.Random(n, random);
            Assert.Equal(graph, SymmetryGraph.FromGraph6(graph.ToGraph6()));
            Assert.Equal(graph, SymmetryGraph.FromDigraph6(graph.ToDigraph6()));
            SymmetryGraph directed = Samples.Random(n, random, 0.3, directed: true, loops: true);
            Assert.Equal(directed, SymmetryGraph.FromDigraph6(directed.ToDigraph6()));
        }
        SymmetryGraph path = SymmetryGraph.Parse("path(64)");
        Assert.StartsWith("~?@?hCGGC@?G?_@", path.ToGraph6(), StringComparison.Ordinal);
        // A number of vertices in more characters than it needs.
        Assert.Equal(SymmetryGraph.Parse("complete(4)"), SymmetryGraph.FromGraph6("~??C~"));
        Assert.Equal(SymmetryGraph.Parse("complete(4)"), SymmetryGraph.FromGraph6("~~?????C~"));
    }

    [Theory]
    [InlineData("", "At 0: A graph6 text starts with the number of vertices")]
    [InlineData("~", "At 0: '~' starts a number")]
    [InlineData("~~???", "At 0: '~' starts a number")]
    [InlineData("IheA@GUA", "At 8: The text ends too early: the edges of 10 vertices take 8 characters, and 7 are there.")]
    [InlineData("IheA@GUAoo", "At 9: The text is too long")]
    [InlineData("IheA GUAo", "At 4: ' ' is no character of graph6")]
    [InlineData("C}~", "At 2: The text is too long")]
    [InlineData("Bh", "At 1: The last character has bits set")]
    [InlineData("~~~~~~~~", "At 0: The text has 68719476735 vertices")]
    [InlineData("~?C@", "At 0: The text has 257 vertices")]
    [InlineData("&C????", "At 0: '&' starts a digraph6 text")]
    [InlineData(":An", "At 0: ':' and ';' start sparse6")]
    public void WrongGraph6IsPointedAt(string text, string message)
    {
        FormatException exception = Assert.Throws<FormatException>(() => SymmetryGraph.FromGraph6(text));
        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("C~", "At 0: A digraph6 text starts with '&'")]
    [InlineData("", "At 0: A digraph6 text starts with '&'")]
    [InlineData("&", "At 1: A digraph6 text starts with the number")]
    [InlineData("&DI?AO", "At 6: The text ends too early")]
    [InlineData("&DI?AO@", "At 6: The last character")]
    public void WrongDigraph6IsPointedAt(string text, string message)
    {
        FormatException exception = Assert.Throws<FormatException>(() => SymmetryGraph.FromDigraph6(text));
        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NamesAreReadHoweverTheyAreWritten()
    {
        Assert.Equal("complete_bipartite(2,3)", SymmetryGraph.Parse(" Complete-Bipartite ( 2 , 3 ) ").Name);
        Assert.Equal(SymmetryGraph.Parse("petersen"), SymmetryGraph.Parse("Petersen()"));
        Assert.Equal("directed_cycle(5)", SymmetryGraph.Parse("directedCycle(5)").ToString());
        foreach (string example in SymmetryGraph.Families) Assert.Equal(example, SymmetryGraph.Parse(example).Name);
        Assert.Equal(9, SymmetryGraph.Parse("grid(3,3)").Count);
        Assert.Equal([(0, 1), (0, 2), (1, 3), (2, 3)], SymmetryGraph.Parse("grid(2,2)").Edges);
        Assert.Equal([(0, 1), (1, 2), (2, 0)], SymmetryGraph.Parse("directed_cycle(3)").Edges);
        Assert.Equal([(0, 1), (2, 3)], SymmetryGraph.Parse("matching(2)").Edges);
        Assert.Equal([(0, 2), (0, 3), (1, 2), (1, 3)], SymmetryGraph.Parse("complete_bipartite(2,2)").Edges);
        Assert.Equal(SymmetryGraph.Parse("rook(1,4)"), SymmetryGraph.Parse("complete(4)"));
        Assert.Equal(SymmetryGraph.Parse("grid(1,4)"), SymmetryGraph.Parse("path(4)"));
        Assert.Equal(49 * 12 / 2, SymmetryGraph.Parse("rook(7,7)").Edges.Count());
    }

    [Theory]
    [InlineData("0-1 1-2 2-0", "0-1 0-2 1-2", 3, false)]
    [InlineData(" 2-1,0-1 , 1-0 ", "0-1 1-2", 3, false)]
    [InlineData("0>1 1>2 2>0", "0>1 1>2 2>0", 3, true)]
    [InlineData("0>1 1>0 1>2", "0-1 1>2", 3, true)]
    [InlineData("0-1 4", "0-1 4", 5, false)]
    [InlineData("0-1 1", "0-1", 2, false)]
    [InlineData("0", "0", 1, false)]
    [InlineData("1-1", "1-1", 2, false)]
    [InlineData("255", "255", 256, false)]
    public void EdgesAreRead(string text, string name, int count, bool directed)
    {
        SymmetryGraph graph = SymmetryGraph.Parse(text);
        Assert.Equal((name, count, directed), (graph.Name, graph.Count, graph.IsDirected));
        Assert.Equal(graph, SymmetryGraph.Parse(name));
    }

    [Fact]
    public void EdgesAreThoseOfTheGraph()
    {
        Assert.Equal(SymmetryGraph.Parse("cycle(4)"), SymmetryGraph.Parse("0-1 1-2 2-3 3-0"));
        Assert.Equal(SymmetryGraph.Parse("directed_cycle(4)"), SymmetryGraph.Parse("0>1 1>2 2>3 3>0"));
        foreach (string example in SymmetryGraph.Families)
        {
            SymmetryGraph graph = SymmetryGraph.Parse(example);
            string edges = string.Join(" ", graph.Edges.Select(e => graph.IsDirected ? $"{e.From}>{e.To}" : $"{e.From}-{e.To}"));
            Assert.Equal(graph, SymmetryGraph.Parse($"{edges} {graph.Count - 1}"));
        }
    }

    [Theory]
    [InlineData("0-1 1=2", 5, 1, "Found '=' in a list of edges")]
    [InlineData("0-1 1-", 6, 0, "a vertex is missing")]
    [InlineData("0-1-2", 3, 1, "Found '-'")]
    [InlineData("0-x", 2, 1, "Found 'x'")]
    [InlineData("0-1 x", 4, 1, "Found 'x'")]
    [InlineData("0-256", 2, 3, "at most 256")]
    [InlineData("99999999999999999999", 0, 20, "at most 256")]
    [InlineData("", 0, 0, "A graph has a name")]
    [InlineData("  ", 0, 0, "A graph has a name")]
    [InlineData("(5)", 0, 3, "A graph has a name")]
    [InlineData("peterson", 0, 8, "did you mean 'petersen'?")]
    [InlineData(" cicle(5)", 1, 5, "did you mean 'cycle(5)'?")]
    [InlineData("nothing like it", 0, 15, "No graph is called 'nothing like it'")]
    [InlineData("cycle", 5, 0, "'cycle' takes one number (n), as in 'cycle(5)'.")]
    [InlineData("cycle(5", 7, 0, "is not closed")]
    [InlineData("cycle(five)", 6, 4, "'five' is no number")]
    [InlineData("cycle(-5)", 6, 2, "'-5' is no number")]
    [InlineData("cycle(5,)", 8, 0, "'' is no number")]
    [InlineData("cycle()", 5, 2, "takes one number (n)")]
    [InlineData("cycle(5,6)", 5, 5, "and 2 are there")]
    [InlineData("cycle(2)", 0, 8, "of 3 or more, not 2")]
    [InlineData("petersen(3)", 8, 3, "takes no numbers")]
    [InlineData("grid(3)", 4, 3, "2 numbers (rows, columns)")]
    [InlineData("complete(257)", 0, 13, "more than 256 vertices")]
    [InlineData("hypercube(9)", 0, 12, "more than 256 vertices")]
    [InlineData("hypercube(99999999999999)", 0, 25, "more than 256 vertices")]
    [InlineData("rook(999999999,999999999)", 0, 25, "more than 256 vertices")]
    [InlineData("graph6:C", 8, 0, "ends too early")]
    [InlineData("graph6:", 7, 0, "starts with the number")]
    public void WrongNamesArePointedAt(string text, int start, int length, string message)
    {
        Assert.False(SymmetryGraph.TryParse(text, out SymmetryGraph? graph, out GraphTextError? error));
        Assert.Null(graph);
        Assert.Equal((start, length), (error!.Start, error.Length));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains(error.Message, Assert.Throws<FormatException>(() => SymmetryGraph.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnyTextIsReadOrRefusedInOrder()
    {
        Random random = new(2);
        string[] seeds = [.. SymmetryGraph.Families, "graph6:IheA@GUAo", "digraph6:&DI?AO?", "~?@?hCGGC", "~~?????C~", ">>graph6<<C~", "0-1 1-2 2-0 5", "0>1,1>2"];
        const string characters = "()0123456789,:&~?@CDabcxyz_- \t\n\0\u00e9\ud83d\uffff>";
        for (int trial = 0; trial < 5000; trial++)
        {
            List<char> text = [.. seeds[random.Next(seeds.Length)]];
            for (int edits = random.Next(4); edits > 0; edits--)
            {
                int at = random.Next(text.Count + 1);
                char c = characters[random.Next(characters.Length)];
                if (at == text.Count || random.Next(3) == 0) text.Insert(at, c);
                else if (random.Next(2) == 0) text.RemoveAt(at);
                else text[at] = c;
            }
            string edited = new([.. text]);
            if (!SymmetryGraph.TryParse(edited, out _, out GraphTextError? error))
            {
                Assert.InRange(error!.Start, 0, edited.Length);
                Assert.InRange(error.Start + error.Length, error.Start, edited.Length);
            }
            foreach (Func<string, SymmetryGraph> read in (Func<string, SymmetryGraph>[])[SymmetryGraph.FromGraph6, SymmetryGraph.FromDigraph6])
            {
                try
                {
                    SymmetryGraph graph = read(edited);
                    Assert.Equal(graph, SymmetryGraph.FromDigraph6(graph.ToDigraph6()));
                }
                catch (FormatException)
                {
                }
            }
        }
        Assert.False(SymmetryGraph.TryParse(null, out _, out _));
        Assert.False(SymmetryGraph.TryParse(new string('x', 100_000), out _, out _));
    }
}
