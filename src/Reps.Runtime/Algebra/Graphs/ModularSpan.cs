using System;
using System.Collections.Generic;

namespace Reps.Algebra;

/// <summary>The span of vectors modulo a prime, by elimination. A rank modulo a prime is at most the rank over the rationals.</summary>
/// <param name="dimension">The length of the vectors.</param>
internal sealed class ModularSpan(int dimension)
{
    /// <summary>The prime 2³¹ − 1.</summary>
    public const long Prime = (1L << 31) - 1;

    // Each row is 1 at its pivot, zero before it, and zero at the pivots of the rows before.
    private readonly List<long[]> _rows = [];
    private readonly List<int> _pivots = [];

    /// <summary>The number of independent vectors.</summary>
    public int Rank => _rows.Count;

    /// <summary>The product of two residues.</summary>
    public static long Multiply(long left, long right) => Reduce(left * right);

    /// <summary>The residue of a number from 0 to 2⁶³ − 1: powers of 2³¹ are 1.</summary>
    public static long Reduce(long value)
    {
        value = (value & Prime) + (value >> 31);
        value = (value & Prime) + (value >> 31);
        return value >= Prime ? value - Prime : value;
    }

    /// <summary>Adds a vector of residues, and says whether it was outside the span.</summary>
    public bool Add(long[] vector)
    {
        long[] rest = (long[])vector.Clone();
        for (int r = 0; r < Rank; r++)
        {
            long factor = rest[_pivots[r]];
            if (factor == 0) continue;
            long[] row = _rows[r];
            for (int c = _pivots[r]; c < dimension; c++) rest[c] = Reduce(rest[c] + ((Prime - factor) * row[c]));
        }
        int pivot = Array.FindIndex(rest, value => value != 0);
        if (pivot < 0) return false;
        long inverse = Power(rest[pivot], Prime - 2);
        for (int c = pivot; c < dimension; c++) rest[c] = Multiply(rest[c], inverse);
        _rows.Add(rest);
        _pivots.Add(pivot);
        return true;
    }

    private static long Power(long value, long exponent)
    {
        long power = 1;
        for (; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) != 0) power = Multiply(power, value);
            value = Multiply(value, value);
        }
        return power;
    }
}
