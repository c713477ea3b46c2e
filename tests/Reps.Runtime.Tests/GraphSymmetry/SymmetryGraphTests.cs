using System;

namespace Reps.Tests.GraphSymmetry;

public class SymmetryGraphTests
{
    [Fact]
    public void GraphsAreTheirAdjacencyAndColors()
    {
        SymmetryGraph path = SymmetryGraph.FromEdges(3, [(0, 1), (2, 1), (1, 2)]);
        Assert.Equal(SymmetryGraph.Parse("path(3)"), path);
        Assert.Equal(path.GetHashCode(), SymmetryGraph.Parse("path(3)").GetHashCode());
        Assert.Equal(path, SymmetryGraph.FromAdjacency(new[,] { { 0, 1, 0 }, { 1, 0, 1 }, { 0, 1, 0 } }));
        Assert.Equal(path, SymmetryGraph.FromEdges(3, [(0, 1), (1, 0), (1, 2), (2, 1)], directed: true));
        Assert.False(path.IsDirected);
        Assert.Equal([(0, 1), (1, 2)], path.Edges);
        Assert.NotEqual(path, path.WithColors([0, 0, 1]));
        Assert.Equal(path, path.WithColors([0, 0, 0]));
        SymmetryGraph arrow = SymmetryGraph.FromAdjacency(new[,] { { 1, 1 }, { 0, 0 } });
        Assert.True(arrow.IsDirected);
        Assert.Equal([(0, 0), (0, 1)], arrow.Edges);
        Assert.True(arrow.HasEdge(0, 1) && !arrow.HasEdge(1, 0));
        Assert.Equal("graph of 2 vertices", arrow.ToString());
    }

    [Fact]
    public void AutomorphismsAreRecognised()
    {
        SymmetryGraph path = SymmetryGraph.Parse("path(3)");
        Assert.True(path.IsAutomorphism(new Permutation(2, 1, 0)));
        Assert.False(path.IsAutomorphism(new Permutation(1, 0, 2)));
        Assert.False(path.IsAutomorphism(new Permutation(0, 1)));
        Assert.False(path.WithColors([0, 0, 1]).IsAutomorphism(new Permutation(2, 1, 0)));
    }

    [Fact]
    public void BadArgumentsAreRefused()
    {
        Contains("Edge 1 joins 1 and 3, but a graph of 3 vertices has the vertices 0 to 2", () => SymmetryGraph.FromEdges(3, [(0, 1), (1, 3)]));
        Contains("Edge 0 joins -1 and 0", () => SymmetryGraph.FromEdges(1, [(-1, 0)]));
        Contains("has the vertices none", () => SymmetryGraph.FromEdges(0, [(0, 0)]));
        Contains("0 to 256 vertices, not 257", () => SymmetryGraph.FromEdges(257, []));
        Contains("not -1", () => SymmetryGraph.FromEdges(-1, []));
        Contains("There are 1 colours for 2 vertices", () => SymmetryGraph.FromEdges(2, [], colors: [0]));
        Contains("square, not 1×2", () => SymmetryGraph.FromAdjacency(new int[1, 2]));
        Contains("The entry at (0, 1) is 2", () => SymmetryGraph.FromAdjacency(new[,] { { 0, 2 }, { 2, 0 } }));
        Contains("petersen has the vertices 0 to 9, not 10", () => SymmetryGraph.Parse("petersen").HasEdge(0, 10));
        Assert.Throws<InvalidOperationException>(() => SymmetryGraph.FromEdges(1, [(0, 0)]).ToGraph6());

        static void Contains(string message, Func<object> action) =>
            Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(() => { action(); }).Message, StringComparison.Ordinal);
    }
}
