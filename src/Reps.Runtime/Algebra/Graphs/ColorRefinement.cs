using System;
using System.Collections.Generic;

namespace Reps.Algebra;

/// <summary>
/// Splits cells until all vertices of one have equally many neighbours in every other: the coarsest equitable refinement (the
/// one-dimensional Weisfeiler-Leman algorithm).
/// </summary>
/// <remarks>
/// What it does depends on cells alone, not on the numbers of the vertices: applied to a graph and partition that are permuted it does the
/// same, permuted. B. D. McKay and A. Piperno, "Practical graph isomorphism, II", 2014, section 2.
/// </remarks>
internal sealed class ColorRefinement(SymmetryGraph graph, SearchBudget budget)
{
    private readonly Queue<int> _open = new();
    private readonly bool[] _isOpen = new bool[graph.Count];
    private readonly int[] _keys = new int[graph.Count];
    private readonly int[] _sorted = new int[graph.Count];
    private readonly List<int> _touched = [];

    /// <summary>Refines a partition by all of its cells.</summary>
    public void Refine(OrderedPartition partition)
    {
        for (int cell = 0; cell < graph.Count; cell += partition.Lengths[cell]) Open(cell);
        Run(partition, [], isNew: true);
    }

    /// <summary>Individualises a vertex of an equitable partition and refines it.</summary>
    /// <returns>A hash of all numbers of neighbours after each step: equal for partitions that an automorphism maps to each other.</returns>
    public List<ulong> Individualize(OrderedPartition partition, int vertex)
    {
        List<ulong> trace = [];
        Start(partition, vertex);
        Run(partition, trace, isNew: true);
        return trace;
    }

    /// <summary>Individualises and refines as long as that goes as it went before.</summary>
    /// <returns>Whether it did to the end.</returns>
    public bool Follows(OrderedPartition partition, int vertex, List<ulong> trace)
    {
        Start(partition, vertex);
        return Run(partition, trace, isNew: false);
    }

    private void Start(OrderedPartition partition, int vertex)
    {
        budget.Spend(graph.Count);
        partition.Individualize(vertex);
        Open(partition.Cells[vertex]);
    }

    private bool Run(OrderedPartition partition, List<ulong> trace, bool isNew)
    {
        ulong hash = 0;
        SortedSet<int> cells = [];
        int step = 0;
        bool follows = true;
        while (_open.Count > 0)
        {
            int splitter = _open.Dequeue();
            _isOpen[splitter] = false;
            // After a difference the queue is emptied, no more.
            if (!follows) continue;
            CountNeighbors(partition, splitter);
            foreach (int vertex in _touched) cells.Add(partition.Cells[vertex]);
            Mix(ref hash, splitter);
            foreach (int cell in cells) Split(partition, cell, ref hash);
            foreach (int vertex in _touched) _keys[vertex] = 0;
            _touched.Clear();
            cells.Clear();
            if (isNew) trace.Add(hash);
            else follows = step < trace.Count && trace[step++] == hash;
        }
        return follows && (isNew || step == trace.Count);
    }

    // The key of a vertex: edges to it from the splitter, and, with direction, from it to the splitter.
    private void CountNeighbors(OrderedPartition partition, int splitter)
    {
        int steps = 1;
        for (int i = splitter; i < splitter + partition.Lengths[splitter]; i++)
        {
            int vertex = partition.Vertices[i];
            Add(graph.Successors[vertex], 1);
            if (graph.IsDirected) Add(graph.Predecessors[vertex], graph.Count + 1);
            steps += graph.Successors[vertex].Length + graph.Predecessors[vertex].Length + 1;
        }
        budget.Spend(steps);
    }

    private void Add(int[] neighbors, int key)
    {
        foreach (int neighbor in neighbors)
        {
            if (_keys[neighbor] == 0) _touched.Add(neighbor);
            _keys[neighbor] += key;
        }
    }

    private void Split(OrderedPartition partition, int cell, ref ulong hash)
    {
        int end = cell + partition.Lengths[cell];
        budget.Spend(end - cell);
        bool differ = false;
        for (int i = cell; i < end; i++)
        {
            _sorted[i] = _keys[partition.Vertices[i]];
            differ |= _sorted[i] != _sorted[cell];
        }
        if (differ) Array.Sort(_sorted, partition.Vertices, cell, end - cell);
        bool wasOpen = _isOpen[cell];
        int largest = cell;
        for (int start = cell, next; start < end; start = next)
        {
            for (next = start; next < end && _sorted[next] == _sorted[start]; next++)
            {
                partition.Positions[partition.Vertices[next]] = next;
                partition.Cells[partition.Vertices[next]] = start;
            }
            partition.Lengths[start] = next - start;
            if (partition.Lengths[start] > partition.Lengths[largest]) largest = start;
            Mix(ref hash, start);
            Mix(ref hash, _sorted[start]);
        }
        if (!differ) return;
        // Numbers of neighbours in the whole cell are known, so those in one part follow from the others': the largest is left out.
        for (int part = cell; part < end; part += partition.Lengths[part])
            if (wasOpen || part != largest)
                Open(part);
    }

    private void Open(int cell)
    {
        if (_isOpen[cell]) return;
        _isOpen[cell] = true;
        _open.Enqueue(cell);
    }

    // FNV-1a by words, with a shift so that high bits matter.
    private static void Mix(ref ulong hash, int value) => hash = unchecked(((hash ^ (hash >> 29)) ^ (uint)(value + 1)) * 0x100000001B3);
}
