using System.Collections.Generic;
using System.Linq;
using static TorchSharp.torch;

namespace Reps.Layers.Models;

/// <summary>The edges of points within a radius, sorted by target, and how many cells apart their ends are.</summary>
internal sealed class RadiusEdges
{
    private readonly double[] _images;

    private RadiusEdges(int[] sources, int[] targets, double[] images) => (Sources, Targets, _images) = (sources, targets, images);

    public int[] Sources { get; }

    public int[] Targets { get; }

    /// <summary>Searches each graph by itself.</summary>
    public static RadiusEdges Find(Tensor positions, double radius, Tensor? batch, int graphs, Tensor? cells, (bool A, bool B, bool C) periodic)
    {
        double[] points = TensorNumbers.Doubles(positions);
        double[] boxes = cells is null ? [] : TensorNumbers.Doubles(cells);
        long[] graphOf = batch is null ? new long[points.Length / 3] : TensorNumbers.Longs(batch);
        List<int>[] members = [.. Enumerable.Range(0, graphs).Select(_ => new List<int>())];
        for (int node = 0; node < graphOf.Length; node++) members[graphOf[node]].Add(node);
        List<(int Target, int Source, int A, int B, int C)> edges = [];
        for (int graph = 0; graph < graphs; graph++)
        {
            List<int> nodes = members[graph];
            double[] own = [.. nodes.SelectMany(node => points[(3 * node)..(3 * node + 3)])];
            double[] box = boxes.Length > 9 ? boxes[(9 * graph)..(9 * graph + 9)] : boxes;
            NeighborList found = NeighborList.Build(own, radius, box, periodic);
            for (int e = 0; e < found.Count; e++)
                // As in e3nn: points at one place are not neighbours, for they have no direction.
                if (found.Distances[e] > 0)
                    edges.Add((nodes[found.Target[e]], nodes[found.Source[e]], found.Images[3 * e], found.Images[3 * e + 1], found.Images[3 * e + 2]));
        }
        // Graphs may be interleaved; within one the edges are sorted already.
        (int Target, int Source, int A, int B, int C)[] sorted = batch is null ? [.. edges] : [.. edges.OrderBy(edge => edge.Target)];
        return new RadiusEdges(
            [.. sorted.Select(edge => edge.Source)],
            [.. sorted.Select(edge => edge.Target)],
            [.. sorted.SelectMany(edge => (double[])[edge.A, edge.B, edge.C])]
        );
    }

    /// <summary>What the images add to the vectors, [edges, 3].</summary>
    public Tensor Shifts(Tensor cells, Tensor? batch, Tensor targets)
    {
        Tensor images = tensor(_images, ScalarType.Float64).reshape(Sources.Length, 3).to(cells.dtype).to(cells.device);
        if (cells.dim() == 2 || batch is null) return images.matmul(cells.reshape(3, 3));
        Tensor own = cells.index_select(0, batch.index_select(0, targets));
        return images.unsqueeze(-2).matmul(own).squeeze(-2);
    }
}
