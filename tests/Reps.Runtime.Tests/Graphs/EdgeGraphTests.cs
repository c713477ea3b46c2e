using System;
using System.Linq;

namespace Reps.Tests.Graphs;

public sealed class EdgeGraphTests
{
    private static readonly EdgeGraph s_graph = new(4, 4, [1, 3, 0, 0, 2, 3], [0, 0, 1, 2, 2, 2]);

    [Fact]
    public void VectorsAreDifferencesOfPositions()
    {
        double[] vectors = new double[18];
        s_graph.ToVectors<double>([.. Enumerable.Range(0, 12).Select(n => (double)n * n)], vectors);
        Assert.Equal([9, 15, 21, 81, 99, 117, -9, -15, -21, -36, -48, -60], vectors[..12]);
    }

    [Fact]
    public void PositionsAndVectorsAreAdjoint()
    {
        Random random = new(2);
        double[] positions = [.. Enumerable.Range(0, 12).Select(_ => Gaussian.Next(random))];
        double[] gradVectors = [.. Enumerable.Range(0, 18).Select(_ => Gaussian.Next(random))];
        double[] vectors = new double[18];
        double[] gradPositions = new double[12];
        s_graph.ToVectors<double>(positions, vectors);
        s_graph.ToPositions<double>(gradVectors, gradPositions);
        Assert.Equal(vectors.Zip(gradVectors, (a, b) => a * b).Sum(), positions.Zip(gradPositions, (a, b) => a * b).Sum(), 1e-12);
    }

    [Fact]
    public void WrongMemoryIsRefused()
    {
        double[] memory = new double[40];
        Assert.Throws<ArgumentException>("gradPositions", () => s_graph.ToPositions<double>(memory.AsSpan(0, 18), memory.AsSpan(17, 12)));
        Assert.Throws<ArgumentException>("vectors", () => s_graph.ToVectors<double>(memory.AsSpan(0, 12), memory.AsSpan(11, 18)));
        Assert.Throws<ArgumentException>("vectors", () => s_graph.ToVectors<double>(memory.AsSpan(0, 12), memory.AsSpan(12, 17)));
        Assert.Throws<ArgumentException>("positions", () => new EdgeGraph(2, 1, [1], [0]).ToVectors<double>(memory.AsSpan(0, 6), memory.AsSpan(6, 3)));
    }
}
