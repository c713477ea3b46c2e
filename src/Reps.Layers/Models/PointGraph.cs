using System;
using System.Linq;
using Reps.Layers.Graphs;
using Reps.Layers.Models;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>
/// Points in space, in one graph or a batch of several, with edges between near ones. Edge vectors point from the target to the source, as
/// e3nn's do, and gradients flow through them to the positions and cells.
/// </summary>
public sealed class PointGraph
{
    private PointGraph(Tensor positions, EdgeGraph edges, Tensor vectors, Tensor? batch, int graphCount) =>
        (Positions, Edges, Vectors, Batch, GraphCount) = (positions, edges, vectors, batch, graphCount);

    /// <summary>[nodes, 3].</summary>
    [Nodes(0), Positions(Rank = 2)]
    public Tensor Positions { get; }

    /// <summary>The edges, sorted by target.</summary>
    public EdgeGraph Edges { get; }

    /// <summary>From the target of each edge to its source, or to a periodic image of it, [edges, 3].</summary>
    [Nodes(0), Rep("1o", Rank = 2)]
    public Tensor Vectors { get; }

    /// <summary>The graph of each node, integers [nodes]; null for one graph.</summary>
    public Tensor? Batch { get; }

    /// <summary>The number of graphs.</summary>
    public int GraphCount { get; }

    /// <summary>The number of nodes.</summary>
    public int NodeCount => Edges.TargetCount;

    /// <summary>Joins all points of a graph that are closer than a radius, and not at one place: e3nn's <c>radius_graph</c>, by cell lists.</summary>
    /// <param name="positions">[nodes, 3].</param>
    /// <param name="radius">The radius, positive.</param>
    /// <param name="batch">The graph of each node, integers [nodes] from 0 in any order; null for one graph.</param>
    /// <param name="cells">The cell of all graphs, [3, 3], or of each, [graphs, 3, 3], a cell vector in each row; null for open space.</param>
    /// <param name="periodic">Along which cell vectors graphs repeat; with cells, and none given, along all.</param>
    /// <returns>The graph.</returns>
    /// <exception cref="ArgumentException">A shape is wrong, a number is not finite, or periodic cell vectors are dependent.</exception>
    public static PointGraph WithinRadius(
        [Nodes(0), Positions(Rank = 2)] Tensor positions,
        double radius,
        Tensor? batch = null,
        Tensor? cells = null,
        (bool A, bool B, bool C)? periodic = null
    )
    {
        int nodes = CheckPositions(positions, batch);
        int graphs = Graphs(batch);
        if (cells is not null && !(cells.shape is [3, 3] || (cells.shape is [long count, 3, 3] && count == graphs)))
            throw new ArgumentException(
                $"'cells' has the shape [{string.Join(", ", cells.shape)}], but there are {graphs} graphs: give [3, 3] for all, or [{graphs}, 3, 3].",
                nameof(cells)
            );
        if (cells is not null) Arguments.Alike(nameof(PointGraph), cells, nameof(cells), positions, nameof(positions));
        RadiusEdges edges = RadiusEdges.Find(positions, radius, batch, graphs, cells, cells is null ? default : periodic ?? (true, true, true));
        EdgeGraph graph = new(nodes, nodes, edges.Sources, edges.Targets);
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor vectors = Between(positions, graph);
        if (cells is not null) vectors = vectors.Plus(edges.Shifts(cells, batch, GraphIndices.Make(graph.Targets, positions)));
        return new PointGraph(positions, graph, scope.MoveToOuter(vectors), batch, graphs);
    }

    /// <summary>Takes given edges, in open space.</summary>
    /// <param name="positions">[nodes, 3].</param>
    /// <param name="edges">The edges, sorted by target; of those that lead from and to these nodes.</param>
    /// <param name="batch">The graph of each node, integers [nodes]; null for one graph.</param>
    /// <returns>The graph.</returns>
    /// <exception cref="ArgumentException">A shape is wrong, or the edges are of other nodes.</exception>
    public static PointGraph FromEdges([Nodes(0), Positions(Rank = 2)] Tensor positions, EdgeGraph edges, Tensor? batch = null)
    {
        ArgumentNullException.ThrowIfNull(edges);
        int nodes = CheckPositions(positions, batch);
        if (edges.SourceCount != nodes || edges.TargetCount != nodes)
            throw new ArgumentException($"The edges lead from {edges.SourceCount} nodes to {edges.TargetCount}, but there are {nodes} positions.", nameof(edges));
        return new PointGraph(positions, edges, Between(positions, edges), batch, Graphs(batch));
    }

    /// <summary>The lengths of the edges, [edges]; where an edge has none, its gradient is zero.</summary>
    /// <returns>The lengths.</returns>
    [return: Nodes(0, Rank = 1)]
    public Tensor Lengths()
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        return scope.MoveToOuter(Rotations.SafeAngles.Length(Vectors));
    }

    /// <summary>Sums features of the nodes over each graph.</summary>
    /// <param name="features">[nodes, dim].</param>
    /// <returns>[graphs, dim].</returns>
    public Tensor SumOverNodes(Tensor features)
    {
        ArgumentNullException.ThrowIfNull(features);
        return Batch is null ? features.sum([0], keepdim: true) : GraphFunctions.Scatter(features, Batch, GraphCount);
    }

    private static Tensor Between(Tensor positions, EdgeGraph graph)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        // Not the indices that GraphIndices keeps: a graph of one step of dynamics is used once, and leaves nothing.
        (Tensor sources, Tensor targets) = (GraphIndices.Make(graph.Sources, positions), GraphIndices.Make(graph.Targets, positions));
        return scope.MoveToOuter(positions.index_select(0, sources) - positions.index_select(0, targets));
    }

    private static int CheckPositions(Tensor positions, Tensor? batch)
    {
        ArgumentNullException.ThrowIfNull(positions);
        if (positions.dim() != 2 || positions.shape[1] != 3)
            throw new ArgumentException($"'positions' has the shape [{string.Join(", ", positions.shape)}], but positions are [nodes, 3].", nameof(positions));
        Arguments.Real(nameof(PointGraph), positions, nameof(positions));
        if (batch is not null && (batch.dim() != 1 || batch.shape[0] != positions.shape[0] || batch.dtype != ScalarType.Int64))
            throw new ArgumentException(
                $"'batch' is {batch.dtype} of the shape [{string.Join(", ", batch.shape)}], but there must be one Int64 for each of {positions.shape[0]} nodes.",
                nameof(batch)
            );
        return checked((int)positions.shape[0]);
    }

    private static int Graphs(Tensor? batch)
    {
        if (batch is null) return 1;
        long[] of = TensorNumbers.Longs(batch);
        if (of.Any(graph => graph is < 0 or >= int.MaxValue)) throw new ArgumentException("An index in 'batch' is negative: graphs are counted from 0.", nameof(batch));
        return of.Length == 0 ? 0 : (int)of.Max() + 1;
    }
}
