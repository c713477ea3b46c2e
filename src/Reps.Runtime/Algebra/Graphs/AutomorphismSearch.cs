using System.Collections.Generic;
using System.Linq;

namespace Reps.Algebra;

/// <summary>
/// Finds generators of the automorphism group of a graph by individualisation and refinement (B. D. McKay, "Practical graph isomorphism",
/// 1981). The vertices that are individualised on one path to a discrete partition are a base. From its end upwards, for each vertex that
/// could be the image of a base point and is not known to be, an automorphism is searched that fixes the base points before and maps to it.
/// </summary>
/// <remarks>
/// So at each level the automorphisms found generate the stabiliser of the base points before, and the orbits they have there are complete.
/// A partial map is given up when refinement differs from that of the first path. Where a partial map extends to an automorphism, the
/// valid images of the next base point are as many as there are in its orbit: after enough failures there is none.
/// </remarks>
internal sealed class AutomorphismSearch(SymmetryGraph graph, SearchBudget budget)
{
    private readonly ColorRefinement _refinement = new(graph, budget);
    private readonly List<Level> _path = [];
    private OrderedPartition _leaf = OrderedPartition.ByColor([]);

    /// <summary>Runs the search.</summary>
    /// <returns>A base without points that are fixed with those before, and a strong generating set.</returns>
    public (List<int> Base, List<int[]> Strong) Run()
    {
        Descend();
        List<int> points = [];
        List<int[]> strong = [];
        DisjointSets orbits = new(graph.Count);
        for (int depth = _path.Count - 1; depth >= 0; depth--)
        {
            Complete(depth, orbits, strong);
            if (_path[depth].OrbitLength > 1) points.Insert(0, _path[depth].Vertex);
        }
        return (points, strong);
    }

    private void Descend()
    {
        OrderedPartition partition = OrderedPartition.ByColor([.. graph.Colors]);
        _refinement.Refine(partition);
        for (int target = partition.Target(); target >= 0; target = partition.Target())
        {
            int vertex = Cell(partition, target).Min();
            OrderedPartition next = partition.Clone();
            _path.Add(new Level(partition, target, vertex, _refinement.Individualize(next, vertex)));
            partition = next;
        }
        _leaf = partition;
    }

    // Finds the orbit of a base point under the stabiliser of those before; the orbits of the levels below are known.
    private void Complete(int depth, DisjointSets orbits, List<int[]> strong)
    {
        Level level = _path[depth];
        int[] candidates = Cell(level.Partition, level.Target);
        List<int> impossible = [];
        foreach (int vertex in candidates.OrderBy(v => v))
        {
            int root = orbits.Find(vertex);
            if (root == orbits.Find(level.Vertex) || impossible.Any(v => orbits.Find(v) == root)) continue;
            if (Map(depth, level.Partition, vertex) is int[] automorphism)
            {
                strong.Add(automorphism);
                orbits.JoinImages(automorphism);
            }
            else
            {
                impossible.Add(vertex);
            }
        }
        level.OrbitLength = candidates.Count(v => orbits.Find(v) == orbits.Find(level.Vertex));
    }

    // An automorphism that maps the base points before as the partition says and the next one to a vertex, or null.
    private int[]? Map(int depth, OrderedPartition partition, int vertex)
    {
        OrderedPartition next = partition.Clone();
        if (!_refinement.Follows(next, vertex, _path[depth].Trace)) return null;
        bool isLeaf = depth + 1 == _path.Count;
        OrderedPartition model = isLeaf ? _leaf : _path[depth + 1].Partition;
        // Equal traces could be an accident of the hashes.
        if (!next.Lengths.SequenceEqual(model.Lengths)) return null;
        if (isLeaf) return Automorphism(next);
        Level level = _path[depth + 1];
        int[] cell = Cell(next, level.Target);
        int attempts = cell.Length - level.OrbitLength + 1;
        // The base point itself first: generators that move little are found.
        foreach (int image in cell.OrderBy(v => v != level.Vertex).ThenBy(v => v).Take(attempts))
            if (Map(depth + 1, next, image) is int[] automorphism)
                return automorphism;
        return null;
    }

    private int[]? Automorphism(OrderedPartition leaf)
    {
        int[] images = new int[graph.Count];
        for (int i = 0; i < images.Length; i++) images[_leaf.Vertices[i]] = leaf.Vertices[i];
        budget.Spend(graph.Count);
        return graph.Keeps(images) ? images : null;
    }

    private static int[] Cell(OrderedPartition partition, int cell)
    {
        int[] vertices = new int[partition.Lengths[cell]];
        for (int i = 0; i < vertices.Length; i++) vertices[i] = partition.Vertices[cell + i];
        return vertices;
    }

    /// <summary>A step of the first path: what was refined so far, and the vertex individualised next.</summary>
    private sealed class Level(OrderedPartition partition, int target, int vertex, List<ulong> trace)
    {
        public OrderedPartition Partition => partition;
        public int Target => target;
        public int Vertex => vertex;
        public List<ulong> Trace => trace;
        public int OrbitLength { get; set; } = 1;
    }
}
