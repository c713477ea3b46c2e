using System;
using System.Numerics;
using Reps.Kernels;

namespace Reps;

/// <summary>
/// Directed edges between nodes, sorted by target, as message passing needs them: sums over the edges into a node run over consecutive
/// edges.
/// </summary>
public sealed class EdgeGraph
{
    private readonly int[] _sources;
    private readonly int[] _targets;
    private readonly int[] _targetOffsets;

    /// <summary>Indexes edges.</summary>
    /// <param name="sourceCount">The number of nodes that edges come from.</param>
    /// <param name="targetCount">The number of nodes that edges lead to; in most graphs the same nodes.</param>
    /// <param name="sources">The source of each edge.</param>
    /// <param name="targets">The target of each edge, ascending.</param>
    /// <exception cref="ArgumentException">
    /// The spans differ in length, a node does not exist, or the edges are not sorted by target; the message names the edge.
    /// </exception>
    public EdgeGraph(int sourceCount, int targetCount, ReadOnlySpan<int> sources, ReadOnlySpan<int> targets)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sourceCount);
        ArgumentOutOfRangeException.ThrowIfNegative(targetCount);
        if (sources.Length != targets.Length)
            throw new ArgumentException($"There are {sources.Length} sources and {targets.Length} targets: every edge has one of each.", nameof(targets));
        for (int edge = 0; edge < sources.Length; edge++)
        {
            if ((uint)sources[edge] >= (uint)sourceCount)
                throw new ArgumentException($"Edge {edge} comes from node {sources[edge]}, but there are nodes 0 to {sourceCount - 1}.", nameof(sources));
            if ((uint)targets[edge] >= (uint)targetCount)
                throw new ArgumentException($"Edge {edge} leads to node {targets[edge]}, but there are nodes 0 to {targetCount - 1}.", nameof(targets));
            if (edge > 0 && targets[edge] < targets[edge - 1])
                throw new ArgumentException(
                    $"Edge {edge} leads to node {targets[edge]} and the edge before it to node {targets[edge - 1]}: sort the edges by target.",
                    nameof(targets)
                );
        }
        (SourceCount, TargetCount) = (sourceCount, targetCount);
        _sources = sources.ToArray();
        _targets = targets.ToArray();
        _targetOffsets = Offsets(targetCount, targets);
    }

    /// <summary>The number of nodes that edges come from.</summary>
    public int SourceCount { get; }

    /// <summary>The number of nodes that edges lead to.</summary>
    public int TargetCount { get; }

    /// <summary>The number of edges.</summary>
    public int EdgeCount => _sources.Length;

    /// <summary>The source of each edge.</summary>
    public ReadOnlySpan<int> Sources => _sources;

    /// <summary>The target of each edge, ascending.</summary>
    public ReadOnlySpan<int> Targets => _targets;

    /// <summary>For each target its first edge, and at the end the number of edges.</summary>
    public ReadOnlySpan<int> TargetOffsets => _targetOffsets;

    /// <summary>The graph of a neighbour list.</summary>
    /// <param name="neighbors">The neighbour list.</param>
    /// <returns>The same edges in the same order.</returns>
    public static EdgeGraph From(NeighborList neighbors)
    {
        ArgumentNullException.ThrowIfNull(neighbors);
        return new EdgeGraph(neighbors.AtomCount, neighbors.AtomCount, neighbors.Source, neighbors.Target);
    }

    /// <summary>The vector-Jacobian product of the edge vectors r_source − r_target + const: gradients of vectors become gradients of positions.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="gradVectors">[edges, 3].</param>
    /// <param name="gradPositions">[nodes, 3], overwritten; minus the forces, where the loss is an energy.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, they overlap, or sources and targets are different nodes.</exception>
    public void ToPositions<T>(ReadOnlySpan<T> gradVectors, Span<T> gradPositions)
        where T : unmanaged, INumberBase<T>
    {
        RequireOneList(nameof(gradPositions));
        SpanGuard.Exactly(nameof(gradVectors), gradVectors.Length, EdgeCount, 3);
        SpanGuard.Exactly(nameof(gradPositions), gradPositions.Length, TargetCount, 3);
        SpanGuard.Apart(nameof(gradPositions), gradPositions, gradVectors);
        gradPositions.Clear();
        for (int edge = 0; edge < EdgeCount; edge++)
            for (int axis = 0; axis < 3; axis++)
            {
                T gradient = gradVectors[3 * edge + axis];
                gradPositions[3 * _sources[edge] + axis] += gradient;
                gradPositions[3 * _targets[edge] + axis] -= gradient;
            }
    }

    /// <summary>
    /// The derivative of the edge vectors r_source − r_target + const along directions of the positions; the adjoint of
    /// <see cref="ToPositions"/>, by which the cotangents of forces reach the vectors in a second backward pass.
    /// </summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="positions">Directions, or cotangents of gradients, [nodes, 3].</param>
    /// <param name="vectors">[edges, 3], overwritten.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, they overlap, or sources and targets are different nodes.</exception>
    public void ToVectors<T>(ReadOnlySpan<T> positions, Span<T> vectors)
        where T : unmanaged, INumberBase<T>
    {
        RequireOneList(nameof(positions));
        SpanGuard.Exactly(nameof(positions), positions.Length, TargetCount, 3);
        SpanGuard.Exactly(nameof(vectors), vectors.Length, EdgeCount, 3);
        SpanGuard.Apart(nameof(vectors), vectors, positions);
        for (int edge = 0; edge < EdgeCount; edge++)
            for (int axis = 0; axis < 3; axis++)
                vectors[3 * edge + axis] = positions[3 * _sources[edge] + axis] - positions[3 * _targets[edge] + axis];
    }

    private void RequireOneList(string name)
    {
        if (SourceCount != TargetCount)
            throw new ArgumentException($"The edges lead from {SourceCount} nodes to {TargetCount} others, so there is no one list of positions.", name);
    }

    private static int[] Offsets(int nodes, ReadOnlySpan<int> ends)
    {
        int[] offsets = new int[nodes + 1];
        foreach (int node in ends) offsets[node + 1]++;
        for (int node = 0; node < nodes; node++) offsets[node + 1] += offsets[node];
        return offsets;
    }
}
