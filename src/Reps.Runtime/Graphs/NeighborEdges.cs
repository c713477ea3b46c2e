using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace Reps;

/// <summary>Collects edges target by target into the arrays of a <see cref="NeighborList"/>.</summary>
internal sealed class NeighborEdges(int atoms, double cutoff, int max)
{
    private readonly List<NeighborEdge> _ofTarget = [];
    private readonly List<int> _source = [];
    private readonly List<double> _vectors = [];
    private readonly List<double> _distances = [];
    private readonly List<int> _images = [];
    private readonly int[] _offsets = new int[atoms + 1];

    /// <summary>The most edges allowed.</summary>
    public int Max => max;

    /// <summary>Adds an edge to the target that is open.</summary>
    /// <exception cref="ArgumentException">There are too many edges.</exception>
    public void Add(in NeighborEdge edge)
    {
        if (_source.Count + _ofTarget.Count == max)
        {
            throw new ArgumentException(
                $"There are more than {max} edges within a cutoff of {cutoff}. "
                + "Lower the cutoff, check the unit of the positions, or raise the limit.");
        }
        _ofTarget.Add(edge);
    }

    /// <summary>Sorts and stores the edges added since the last call.</summary>
    public void CloseTarget(int target)
    {
        CollectionsMarshal.AsSpan(_ofTarget).Sort();
        foreach (NeighborEdge edge in _ofTarget)
        {
            _source.Add(edge.Source);
            _vectors.AddRange(edge.X, edge.Y, edge.Z);
            _distances.Add(edge.Distance);
            _images.AddRange(edge.A, edge.B, edge.C);
        }
        _offsets[target + 1] = _source.Count;
        _ofTarget.Clear();
    }

    /// <summary>The result.</summary>
    public NeighborList ToList()
    {
        int[] target = new int[_source.Count];
        for (int i = 0; i < atoms; i++)
            target.AsSpan(_offsets[i].._offsets[i + 1]).Fill(i);
        return new NeighborList([.. _source], target, [.. _vectors], [.. _distances], [.. _images], _offsets);
    }
}
