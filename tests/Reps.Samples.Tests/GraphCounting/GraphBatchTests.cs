using global::Graphs;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Samples.GraphCounting;

/// <summary>Graphs of the graphs sample, and their triangles one by one.</summary>
public sealed class GraphBatchTests
{
    [Fact]
    public void TrianglesAreCounted()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(1);
        const int Nodes = 7;
        GraphBatch graphs = GraphBatch.Draw(20, Nodes);
        Assert.Equal(20, graphs.Count);
        for (int graph = 0; graph < graphs.Count; graph++)
        {
            double[] edges = graphs.Adjacency[graph].data<double>().ToArray();
            int triangles = 0;
            for (int i = 0; i < Nodes; i++)
            {
                Assert.Equal(0, edges[(i * Nodes) + i]);
                for (int j = 0; j < i; j++)
                {
                    Assert.Equal(edges[(i * Nodes) + j], edges[(j * Nodes) + i]);
                    Assert.True(edges[(i * Nodes) + j] is 0 or 1);
                    for (int k = 0; k < j; k++)
                        if (edges[(i * Nodes) + j] * edges[(j * Nodes) + k] * edges[(k * Nodes) + i] == 1) triangles++;
                }
            }
            Assert.Equal(triangles, graphs.Triangles[graph].item<double>());
        }
    }

    [Theory]
    [InlineData(2, 3, 3)]
    [InlineData(0, 6)]
    [InlineData(1, 3, 4, 5)]
    public void CyclesAreRegular(int triangles, params int[] lengths)
    {
        using DisposeScope scope = NewDisposeScope();
        GraphBatch graph = GraphBatch.Cycles(lengths);
        Assert.All(graph.Adjacency.sum(2).data<double>().ToArray(), degree => Assert.Equal(2, degree));
        Assert.Equal(triangles, graph.Triangles.item<double>());
    }
}
