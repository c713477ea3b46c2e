using System;

namespace Reps;

/// <summary>
/// Finds the edges of a <see cref="NeighborList"/>: each atom looks into the bins around its own, of which those beyond the faces
/// of the cell hold images.
/// </summary>
internal sealed class NeighborSearch
{
    // What a search may cost: up to a minute. Only a cell much flatter than the cutoff comes near it.
    private const double MaxComparisons = 4e9;

    private readonly double[] _positions;
    private readonly double _cutoff;
    private readonly PeriodicCell _cell;
    private readonly NeighborBins _bins;
    private readonly NeighborEdges _edges;

    // Positions and wraps in the order of the bins, so that comparisons walk through memory.
    private readonly double[] _sources;
    private readonly int[] _sourceWraps;

    /// <summary>Prepares a search.</summary>
    /// <exception cref="ArgumentException">See <see cref="NeighborBins"/>.</exception>
    public NeighborSearch(double[] positions, double cutoff, PeriodicCell cell, int maxEdges)
    {
        _positions = positions;
        _cutoff = cutoff;
        _cell = cell;
        _bins = new NeighborBins(positions, cutoff, cell);
        _edges = new NeighborEdges(positions.Length / 3, cutoff, maxEdges);
        _sources = new double[positions.Length];
        _sourceWraps = new int[positions.Length];
        for (int n = 0; n < _bins.Order.Length; n++)
        {
            positions.AsSpan(3 * _bins.Order[n], 3).CopyTo(_sources.AsSpan(3 * n));
            _bins.Wraps.AsSpan(3 * _bins.Order[n], 3).CopyTo(_sourceWraps.AsSpan(3 * n));
        }
    }

    /// <summary>Finds and sorts the edges.</summary>
    /// <exception cref="ArgumentException">The search would exceed its budget.</exception>
    public NeighborList Run()
    {
        if (_bins.Comparisons > Math.Max(MaxComparisons, 20.0 * _edges.Max))
        {
            throw new ArgumentException(
                $"The search would compare about {_bins.Comparisons:0.#e+0} pairs of atoms and images, since the cell is very small or "
                + $"flat for a cutoff of {_cutoff}. Lower the cutoff, or describe the cell by shorter, less skewed vectors.");
        }
        for (int target = 0; target < _positions.Length / 3; target++)
        {
            Visit(target);
            _edges.CloseTarget(target);
        }
        return _edges.ToList();
    }

    private void Visit(int target)
    {
        int[] reach = _bins.Reach;
        for (int a = -reach[0]; a <= reach[0]; a++)
        {
            if (!_bins.TryStep(target, 0, a, out int binA, out int imageA))
                continue;
            for (int b = -reach[1]; b <= reach[1]; b++)
            {
                if (!_bins.TryStep(target, 1, b, out int binB, out int imageB))
                    continue;
                for (int c = -reach[2]; c <= reach[2]; c++)
                {
                    if (_bins.TryStep(target, 2, c, out int binC, out int imageC))
                        Compare(target, _bins.Slice(binA, binB, binC), imageA, imageB, imageC);
                }
            }
        }
    }

    private void Compare(int target, (int Start, int Count) sources, int imageA, int imageB, int imageC)
    {
        ReadOnlySpan<double> rows = _cell.Rows;
        ReadOnlySpan<double> here = _positions.AsSpan(3 * target, 3);
        // From images of wrapped atoms to images of the atoms as given.
        ReadOnlySpan<int> wraps = _bins.Wraps.AsSpan(3 * target, 3);
        (imageA, imageB, imageC) = (imageA + wraps[0], imageB + wraps[1], imageC + wraps[2]);
        double limit = _cutoff * _cutoff * (1 + 1e-12);
        for (int n = sources.Start; n < sources.Start + sources.Count; n++)
        {
            ReadOnlySpan<double> there = _sources.AsSpan(3 * n, 3);
            ReadOnlySpan<int> back = _sourceWraps.AsSpan(3 * n, 3);
            (int a, int b, int c) = (imageA - back[0], imageB - back[1], imageC - back[2]);
            // Each operation is odd in (positions, images), so that the reverse edge gets exactly the opposite vector.
            double dx = there[0] - here[0] + ((a * rows[0]) + (b * rows[3]) + (c * rows[6]));
            double dy = there[1] - here[1] + ((a * rows[1]) + (b * rows[4]) + (c * rows[7]));
            double dz = there[2] - here[2] + ((a * rows[2]) + (b * rows[5]) + (c * rows[8]));
            double square = (dx * dx) + (dy * dy) + (dz * dz);
            // Most candidates end here; the square alone cannot decide those at the cutoff, where it rounds differently.
            if (square > limit)
                continue;
            double distance = Math.Sqrt(square);
            int source = _bins.Order[n];
            if (distance < _cutoff && (source != target || a != 0 || b != 0 || c != 0))
                _edges.Add(new NeighborEdge(source, a, b, c, dx, dy, dz, distance));
        }
    }
}
