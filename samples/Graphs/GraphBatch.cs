using System;
using static TorchSharp.torch;

namespace Graphs;

/// <summary>Undirected graphs with equally many nodes, and their numbers of triangles.</summary>
public sealed class GraphBatch
{
    /// <summary>Takes graphs as they are and counts their triangles.</summary>
    /// <param name="adjacency">[graphs, n, n]: symmetric, of zeros and ones, with a diagonal of zeros.</param>
    public GraphBatch(Tensor adjacency)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Adjacency = adjacency;
        // Every triangle is six closed walks of three steps: three starts, two directions.
        Triangles = scope.MoveToOuter((adjacency.matmul(adjacency) * adjacency).sum([1L, 2L]) / 6);
    }

    /// <summary>[graphs, n, n].</summary>
    public Tensor Adjacency { get; }

    /// <summary>[graphs].</summary>
    public Tensor Triangles { get; }

    /// <summary>The number of graphs.</summary>
    public int Count => (int)Adjacency.shape[0];

    /// <summary>Random graphs in the manner of Erdős and Rényi, by torch's generator: every pair has an edge with the same probability, which each
    /// graph draws for itself.</summary>
    /// <param name="count">How many graphs.</param>
    /// <param name="nodes">Nodes of each.</param>
    public static GraphBatch Draw(int count, int nodes)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor density = rand(count, 1, 1, dtype: ScalarType.Float64) * 0.8 + 0.1;
        Tensor above = rand(count, nodes, nodes, dtype: ScalarType.Float64).lt(density).to(ScalarType.Float64).triu(1);
        GraphBatch batch = new(above + above.transpose(1, 2));
        scope.MoveToOuter(batch.Adjacency, batch.Triangles);
        return batch;
    }

    /// <summary>One graph that consists of cycles.</summary>
    /// <param name="lengths">The number of nodes of each cycle, 3 or more.</param>
    public static GraphBatch Cycles(params int[] lengths)
    {
        ArgumentNullException.ThrowIfNull(lengths);
        int nodes = 0, first = 0;
        foreach (int length in lengths) nodes += length;
        double[] values = new double[nodes * nodes];
        foreach (int length in lengths)
        {
            for (int step = 0; step < length; step++)
            {
                (int a, int b) = (first + step, first + (step + 1) % length);
                values[(a * nodes) + b] = values[(b * nodes) + a] = 1;
            }
            first += length;
        }
        return new GraphBatch(tensor(values, [1, nodes, nodes]));
    }
}
