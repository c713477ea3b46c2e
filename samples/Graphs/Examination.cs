using System;
using System.Collections.Generic;
using System.Linq;
using static TorchSharp.torch;

namespace Graphs;

/// <summary>What a network can do.</summary>
/// <param name="Errors">For each size of graphs, the mean absolute error as a share of the mean number of triangles.</param>
/// <param name="TwoTriangles">The number of triangles it finds in two triangles: 2.</param>
/// <param name="Hexagon">The number of triangles it finds in a hexagon: 0.</param>
/// <param name="Distinction">
/// How much the two differ, as a share of the larger, each time that all weights are drawn anew: zero each time if no weights can tell them apart.
/// </param>
public sealed record Examination(IReadOnlyList<double> Errors, double TwoTriangles, double Hexagon, IReadOnlyList<double> Distinction)
{
    /// <summary>Examines a network on new graphs. Its weights stay what they are.</summary>
    /// <param name="network">The network.</param>
    /// <param name="sizes">Nodes of the graphs.</param>
    /// <param name="graphs">Graphs of each size.</param>
    /// <param name="draws">How often all weights are drawn anew, of a network of the same kind.</param>
    public static Examination Of<T>(T network, IReadOnlyList<int> sizes, int graphs = 50, int draws = 20)
        where T : GraphNetwork, new()
    {
        using IDisposable _ = no_grad();
        (double twoTriangles, double hexagon) = Pair(network);
        return new Examination([.. sizes.Select(size => Error(network, GraphBatch.Draw(graphs, size)))], twoTriangles, hexagon, Differences<T>(draws));
    }

    private static double Error(GraphNetwork network, GraphBatch graphs)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        return ((network.forward(graphs.Adjacency) - graphs.Triangles).abs().mean() / graphs.Triangles.mean()).item<double>();
    }

    private static double[] Differences<T>(int draws)
        where T : GraphNetwork, new()
    {
        double[] differences = new double[draws];
        using T network = new();
        for (int draw = 0; draw < draws; draw++)
        {
            network.Randomize();
            (double twoTriangles, double hexagon) = Pair(network);
            differences[draw] = Math.Abs(twoTriangles - hexagon) / Math.Max(Math.Abs(twoTriangles), Math.Abs(hexagon));
        }
        return differences;
    }

    // In both graphs each of six nodes has two neighbours: their degrees are the same, and so is every colour after any refinement.
    private static (double TwoTriangles, double Hexagon) Pair(GraphNetwork network)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        return (network.forward(GraphBatch.Cycles(3, 3).Adjacency).item<double>(), network.forward(GraphBatch.Cycles(6).Adjacency).item<double>());
    }
}
