using System;
using System.Collections.Generic;
using Reps;

namespace Potential.Dynamics;

/// <summary>
/// Neighbours of atoms that move: pairs within the cutoff and a skin are searched once, and again when an atom has moved by half the skin.
/// Until then no other pair can come within the cutoff. What it gives at each step are the pairs that are within the cutoff.
/// </summary>
/// <param name="cutoff">In Å.</param>
/// <param name="skin">In Å.</param>
/// <param name="cell">[3, 3] row by row; null for an open system.</param>
/// <param name="periodic">Along which vectors the system repeats.</param>
public sealed class SkinNeighborList(double cutoff, double skin, double[]? cell, (bool A, bool B, bool C) periodic)
{
    private double[] _reference = [];
    private double[] _origins = [];
    private double[] _shifts = [];
    private NeighborList? _wide;

    /// <summary>How often neighbours were searched.</summary>
    public int Searches { get; private set; }

    /// <summary>The pairs within the cutoff.</summary>
    /// <param name="positions">[N, 3], anywhere.</param>
    public NeighborPairs Update(double[] positions)
    {
        if (_wide is null || Moved(positions)) Search(positions);
        double[] near = new double[positions.Length];
        for (int n = 0; n < near.Length; n++) near[n] = positions[n] - _origins[n];
        List<int> sources = [], targets = [];
        List<double> shifts = [];
        for (int edge = 0; edge < _wide!.Count; edge++)
        {
            (int source, int target) = (_wide.Source[edge], _wide.Target[edge]);
            double square = 0;
            for (int axis = 0; axis < 3; axis++)
            {
                double difference = near[(3 * source) + axis] + _shifts[(3 * edge) + axis] - near[(3 * target) + axis];
                square += difference * difference;
            }
            if (square >= cutoff * cutoff) continue;
            sources.Add(source);
            targets.Add(target);
            shifts.AddRange(_shifts.AsSpan(3 * edge, 3));
        }
        return new NeighborPairs(near, sources, targets, shifts);
    }

    private bool Moved(double[] positions)
    {
        for (int n = 0; n < positions.Length; n += 3)
        {
            double square = 0;
            for (int axis = 0; axis < 3; axis++)
            {
                double difference = positions[n + axis] - _reference[n + axis];
                square += difference * difference;
            }
            // Not "more than": what is not a number has moved.
            if (!(square <= skin * skin / 4)) return true;
        }
        return false;
    }

    private void Search(double[] positions)
    {
        Searches++;
        _reference = [.. positions];
        _origins = Origins(positions);
        double[] near = new double[positions.Length];
        for (int n = 0; n < near.Length; n++) near[n] = positions[n] - _origins[n];
        _wide = NeighborList.Build(near, cutoff + skin, cell, periodic);
        _shifts = Data.CellShifts.Of(_wide.Images, cell);
    }

    // What is taken off each position: whole cell vectors, or the middle of an open system. Atoms that drift far away would lose digits in float.
    private double[] Origins(double[] positions)
    {
        double[] origins = new double[positions.Length];
        if (periodic == (true, true, true) && cell is not null)
        {
            double[] inverse = Cells.Inverse(cell);
            for (int n = 0; n < positions.Length; n += 3)
            for (int k = 0; k < 3; k++)
            {
                double wraps = Math.Floor((positions[n] * inverse[k]) + (positions[n + 1] * inverse[3 + k]) + (positions[n + 2] * inverse[6 + k]));
                for (int axis = 0; axis < 3; axis++) origins[n + axis] += wraps * cell[(3 * k) + axis];
            }
            return origins;
        }
        for (int axis = 0; axis < 3; axis++)
        {
            double middle = 0;
            for (int n = axis; n < positions.Length; n += 3) middle += positions[n] / (positions.Length / 3);
            for (int n = axis; n < positions.Length; n += 3) origins[n] = middle;
        }
        return origins;
    }
}
