using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Models;

/// <summary>Graphs of points within a radius, and the small functions of e3nn's models.</summary>
public sealed class PointGraphTests
{
    [Fact]
    public void GraphsOfABatchHaveTheEdgesOfEachGraph()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor positions = TestDevice.Normal(1, 30, 3);
        long[] graphOf = [.. Enumerable.Range(0, 30).Select(n => (long)(n * 7 % 4))];
        Tensor batch = tensor(graphOf, ScalarType.Int64).to(TestDevice.Current);
        PointGraph graph = PointGraph.WithinRadius(positions, 1.4, batch);
        Assert.Equal((4, 30), (graph.GraphCount, graph.NodeCount));
        Tensor distances = (positions.unsqueeze(0) - positions.unsqueeze(1)).pow(2).sum(-1).sqrt().cpu();
        List<(int Target, int Source)> expected = [];
        for (int target = 0; target < 30; target++)
        for (int source = 0; source < 30; source++)
            if (source != target && graphOf[source] == graphOf[target] && distances[target, source].item<double>() < 1.4)
                expected.Add((target, source));
        int[] sources = graph.Edges.Sources.ToArray();
        Assert.Equal(expected, graph.Edges.Targets.ToArray().Zip(sources));
        Assert.Equal([expected.Count, 3], graph.Vectors.shape);
        Assertions.Close(graph.Vectors.pow(2).sum(-1).sqrt(), graph.Lengths(), 1e-14);
        Tensor first = positions[sources[0]] - positions[graph.Edges.Targets[0]];
        Assertions.Close(first, graph.Vectors[0], 1e-14);
        Tensor sums = graph.SumOverNodes(ones(30, 2, dtype: ScalarType.Float64, device: TestDevice.Current));
        Assertions.Close(tensor([8.0, 7, 7, 8]).to(TestDevice.Current).unsqueeze(-1).expand(4, 2), sums, 0);
    }

    [Fact]
    public void PeriodicGraphsHaveTheImagesOfTheirNeighbourLists()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor positions = TestDevice.Normal(2, 6, 3);
        Tensor batch = tensor([0L, 1, 0, 1, 0, 1]).to(TestDevice.Current);
        Tensor cells = eye(3, dtype: ScalarType.Float64).to(TestDevice.Current).expand(2, 3, 3) * 2.5 + TestDevice.Normal(3, 2, 3, 3) * 0.2;
        PointGraph graph = PointGraph.WithinRadius(positions, 2, batch, cells);
        for (int g = 0; g < 2; g++)
        {
            Tensor own = positions.index_select(0, tensor([(long)g, g + 2, g + 4]).to(TestDevice.Current));
            NeighborList list = NeighborList.Build(Numbers(own), 2, Numbers(cells[g]), (true, true, true));
            int[] edges = [.. Enumerable.Range(0, graph.Edges.EdgeCount).Where(e => graph.Edges.Targets[e] % 2 == g)];
            Assert.Equal(list.Source, edges.Select(e => graph.Edges.Sources[e] / 2));
            Tensor vectors = graph.Vectors.index_select(0, tensor([.. edges.Select(e => (long)e)], ScalarType.Int64).to(TestDevice.Current));
            Assertions.Close(tensor(list.Vectors, ScalarType.Float64).reshape(-1, 3).to(TestDevice.Current), vectors, 1e-13);
        }
        PointGraph flat = PointGraph.WithinRadius(positions, 2, null, cells[0], (true, false, false));
        Assert.True(flat.Edges.EdgeCount < PointGraph.WithinRadius(positions, 2, null, cells[0]).Edges.EdgeCount);
        Assertions.Derivatives(x => PointGraph.WithinRadius(x[0], 2, batch, x[1]).Lengths().pow(3).sum(), [positions, cells], 1e-6);
    }

    [Fact]
    public void PointsAtOnePlaceAreNoNeighbours()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor positions = zeros(3, 3, dtype: ScalarType.Float64, device: TestDevice.Current);
        positions[2, 0] = 1;
        PointGraph graph = PointGraph.WithinRadius(positions, 2);
        Assert.Equal([2, 2, 0, 1], graph.Edges.Sources.ToArray());
        PointGraph given = PointGraph.FromEdges(positions, new EdgeGraph(3, 3, [1], [0]));
        Assert.Equal(0, given.Lengths().item<double>());
        Assert.Equal(0, PointGraph.WithinRadius(zeros(0, 3), 1).Edges.EdgeCount);
        Assert.Contains("[3, 3] for all", Assert.Throws<ArgumentException>(() => PointGraph.WithinRadius(positions, 2, null, zeros(2, 3, 3))).Message, StringComparison.Ordinal);
        Assert.Contains("one Int64", Assert.Throws<ArgumentException>(() => PointGraph.WithinRadius(positions, 2, zeros(3))).Message, StringComparison.Ordinal);
        Assert.Contains("3 positions", Assert.Throws<ArgumentException>(() => PointGraph.FromEdges(positions, new EdgeGraph(2, 2, [1], [0]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GraphsMayHaveNoPointsAndNoEdges()
    {
        foreach (int nodes in (int[])[0, 2])
        foreach (bool batched in (bool[])[false, true])
        foreach (int cells in (int[])[0, 1, 2])
        {
            using DisposeScope scope = NewDisposeScope();
            // Two points far apart, each in a graph of its own where there are batches.
            Tensor places = arange(nodes, dtype: ScalarType.Float64).unsqueeze(-1) * 50;
            Tensor positions = places.expand(nodes, 3).to(TestDevice.Current).clone().requires_grad_();
            Tensor? batch = batched ? arange(nodes, dtype: ScalarType.Int64).to(TestDevice.Current) : null;
            int graphs = batched ? nodes : 1;
            Tensor box = eye(3, dtype: ScalarType.Float64).to(TestDevice.Current) * 400;
            Tensor? cell = cells switch { 0 => null, 1 => box, _ => box.expand(graphs, 3, 3).clone() };
            PointGraph graph = PointGraph.WithinRadius(positions, 2, batch, cell?.requires_grad_());
            Assert.Equal((nodes, graphs, 0), (graph.NodeCount, graph.GraphCount, graph.Edges.EdgeCount));
            Assert.Equal([0, 3], graph.Vectors.shape);
            Assert.Equal([0], graph.Lengths().shape);
            Assert.Equal([graphs, 5], graph.SumOverNodes(ones(nodes, 5, dtype: ScalarType.Float64, device: TestDevice.Current)).shape);
            graph.Lengths().sum().backward();
            Assert.Equal(0, positions.grad!.abs().sum().item<double>());
        }
    }

    [Fact]
    public void AGraphLeavesItsVectorsAlone()
    {
        Tensor positions = TestDevice.Normal(1, 5, 3);
        Tensor batch = tensor([0L, 1, 0, 1, 0]).to(TestDevice.Current);
        Tensor cells = eye(3, dtype: ScalarType.Float64).to(TestDevice.Current);
        foreach (Tensor? cell in (Tensor?[])[null, cells])
        foreach (Tensor? of in (Tensor?[])[null, batch])
        {
            long before = DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount;
            PointGraph graph = PointGraph.WithinRadius(positions, 1.4, of, cell);
            graph.Vectors.Dispose();
            Assert.Equal(before, DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount);
        }
        Tensor single = eye(3);
        string message = Message(() => PointGraph.WithinRadius(positions, 1, null, single));
        Assert.Contains("'cells' holds Float32", message, StringComparison.Ordinal);
        Tensor integers = ones(2, 3, dtype: ScalarType.Int64);
        Assert.Contains("'positions' holds Int64", Message(() => PointGraph.WithinRadius(integers, 1)), StringComparison.Ordinal);

        static string Message(Action wrong) => Assert.Throws<ArgumentException>(wrong).Message;
    }

    [Fact]
    public void FunctionsAreThoseOfE3nn()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = tensor([0, 0.3, 0.5, 0.6, 0.75, 0.9, 1, 1.2], ScalarType.Float64).to(TestDevice.Current);
        double[] expected = [1, 1, 1, (1 - Math.Cos(-0.8 * Math.PI)) / 2, 0.5, (1 - Math.Cos(-0.2 * Math.PI)) / 2, 0, 0];
        Assertions.Close(tensor(expected, ScalarType.Float64).to(TestDevice.Current), GraphFunctions.SmoothCutoff(x), 1e-14);
        Assertions.Derivatives(t => GraphFunctions.SmoothCutoff(t[0]), [tensor([0.2, 0.6, 0.8, 0.9, 1.3], ScalarType.Float64).to(TestDevice.Current)], 1e-6);
        Irreps left = Irreps.Parse("0e + 0x2e + 1o");
        Assert.True(GraphFunctions.TpPathExists(left, Irreps.Parse("1o"), Irrep.O3(2, 1)));
        Assert.False(GraphFunctions.TpPathExists(left, Irreps.Parse("1o"), Irrep.O3(3, -1)));
        Assert.False(GraphFunctions.TpPathExists(left, Irreps.Parse("1o"), Irrep.O3(0, -1)));
        Tensor rows = TestDevice.Normal(4, 5, 2);
        Tensor sums = GraphFunctions.Scatter(rows, tensor([2L, 0, 2, 2, 0]).to(TestDevice.Current), 4);
        Assertions.Close(stack([rows[1] + rows[4], zeros_like(rows[0]), rows[0] + rows[2] + rows[3], zeros_like(rows[0])]), sums, 1e-14);
        Assert.Throws<ArgumentException>(() => GraphFunctions.Scatter(rows, tensor([0L]), 4));
    }

    private static double[] Numbers(Tensor tensor) => tensor.cpu().contiguous().data<double>().ToArray();
}
