using System;
using System.Collections.Generic;

namespace Reps;

/// <summary>
/// Atoms wrapped into the cell and sorted into bins between planes parallel to its faces. Bins are at least as thick as the
/// search's reach where the cell allows; only occupied ones take memory.
/// </summary>
internal sealed class NeighborBins
{
    // Images and wraps are added up in 32-bit integers.
    private const double MaxWrap = 1 << 28;
    private const int MaxBins = 1 << 28;

    private readonly PeriodicCell _cell;
    private readonly int _atoms;
    private readonly int[] _bins;
    private readonly int[] _counts = [1, 1, 1];
    private readonly Dictionary<(int A, int B, int C), (int Start, int Count)> _occupied = [];

    /// <summary>Sorts atoms so that those within a distance of each other are at most <see cref="Reach"/> bins apart.</summary>
    /// <exception cref="ArgumentException">An atom is too far outside the cell, or the cell too flat for the distance.</exception>
    public NeighborBins(double[] positions, double distance, PeriodicCell cell)
    {
        _cell = cell;
        _atoms = positions.Length / 3;
        _bins = new int[positions.Length];
        Order = new int[_atoms];
        Wraps = new int[positions.Length];
        // A little more than the distance, so that rounding of the coordinates cannot put a pair's bins too far apart.
        double largest = 0;
        foreach (double x in positions)
            largest = Math.Max(largest, Math.Abs(x));
        double thickness = distance + (1e-9 * distance) + (1e-14 * largest);
        for (int k = 0; k < 3; k++)
            Assign(k, Coordinates(positions, k), thickness);
        Sort();
    }

    /// <summary>The atoms, bin by bin.</summary>
    public int[] Order { get; }

    /// <summary>By how many cell vectors each atom was moved down, [N, 3].</summary>
    public int[] Wraps { get; }

    /// <summary>Per cell vector, how many bins apart two neighbours can be.</summary>
    public int[] Reach { get; } = [0, 0, 0];

    /// <summary>About how many pairs a search has to compare.</summary>
    public double Comparisons
    {
        get
        {
            double result = _atoms * Math.Max(1, _atoms / ((double)_counts[0] * _counts[1] * _counts[2]));
            foreach (int reach in Reach)
                result *= (2.0 * reach) + 1;
            return result;
        }
    }

    /// <summary>The bin at an offset from an atom's own along one vector, and the image of the cell it lies in.</summary>
    /// <returns>False outside an open system.</returns>
    public bool TryStep(int atom, int k, int offset, out int bin, out int image)
    {
        int sum = _bins[(3 * atom) + k] + offset;
        int count = _counts[k];
        image = _cell.Periodic[k] ? (sum >= 0 ? sum / count : -((count - 1 - sum) / count)) : 0;
        bin = sum - (image * count);
        return (uint)bin < (uint)count;
    }

    /// <summary>Where the atoms of a bin stand in <see cref="Order"/>.</summary>
    public (int Start, int Count) Slice(int a, int b, int c) => _occupied.GetValueOrDefault((a, b, c));

    // Coordinates along one vector: fractions of it in a periodic direction, wrapped into the cell, and lengths in an open one.
    private double[] Coordinates(double[] positions, int k)
    {
        double[] coordinates = new double[_atoms];
        for (int i = 0; i < _atoms; i++)
        {
            double s = (positions[3 * i] * _cell.Inverse[k]) + (positions[(3 * i) + 1] * _cell.Inverse[3 + k])
                + (positions[(3 * i) + 2] * _cell.Inverse[6 + k]);
            if (_cell.Periodic[k])
            {
                double wrap = Math.Floor(s);
                if (Math.Abs(wrap) > MaxWrap)
                {
                    throw new ArgumentException(
                        $"Atom {i} lies {Math.Abs(wrap):0.#e+0} cells away from the origin; wrap the positions into the cell first.");
                }
                Wraps[(3 * i) + k] = (int)wrap;
                s -= wrap;
            }
            coordinates[i] = s;
        }
        return coordinates;
    }

    private void Assign(int k, double[] coordinates, double thickness)
    {
        (double low, double high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (double s in coordinates)
            (low, high) = (Math.Min(low, s), Math.Max(high, s));
        bool periodic = _cell.Periodic[k];
        if (periodic)
            (low, high) = (0, 1);
        double length = periodic ? _cell.Heights[k] : Math.Max(0, high - low);
        int count = (int)Math.Clamp(Math.Floor(length / thickness), 1, MaxBins);
        _counts[k] = count;
        if (periodic || count > 1)
        {
            // 1 unless the cell is thinner than the distance; the subtraction keeps rounding from making it 2.
            double reach = Math.Max(1, Math.Ceiling((thickness * count / length) - 1e-10));
            if (reach > MaxWrap)
                throw new ArgumentException($"The cutoff is {reach:0.#e+0} times the cell's thickness {length}; lower it.");
            Reach[k] = (int)reach;
        }
        for (int i = 0; i < _atoms && count > 1; i++)
            _bins[(3 * i) + k] = (int)Math.Min(count - 1, (coordinates[i] - low) / (high - low) * count);
    }

    private void Sort()
    {
        (int A, int B, int C)[] keys = new (int A, int B, int C)[_atoms];
        for (int i = 0; i < _atoms; i++)
        {
            keys[i] = (_bins[3 * i], _bins[(3 * i) + 1], _bins[(3 * i) + 2]);
            Order[i] = i;
        }
        Array.Sort(keys, Order);
        int start = 0;
        for (int i = 1; i <= _atoms; i++)
        {
            if (i < _atoms && keys[i] == keys[start])
                continue;
            _occupied.Add(keys[start], (start, i - start));
            start = i;
        }
    }
}
