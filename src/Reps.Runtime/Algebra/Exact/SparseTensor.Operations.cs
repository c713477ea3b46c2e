using System;
using System.Collections.Generic;
using System.Threading;

namespace Reps.Algebra;

/// <content>Tensors made from others: identity, permuted axes, multiples, dense arrays.</content>
public sealed partial class SparseTensor
{
    /// <summary>The identity matrix of <paramref name="n"/> rows and columns.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The dimension is negative.</exception>
    public static SparseTensor Identity(int n)
    {
        if (n < 0) throw new ArgumentOutOfRangeException(nameof(n), "A dimension is not negative: pass 0 or more.");
        int[] indices = new int[2 * n];
        Surd[] values = new Surd[n];
        for (int i = 0; i < n; i++)
        {
            indices[2 * i] = i;
            indices[(2 * i) + 1] = i;
            values[i] = Surd.One;
        }

        return new SparseTensor([n, n], indices, values);
    }

    /// <summary>The tensor whose axis a is this one's axis <paramref name="axes"/>[a].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The argument is not a permutation of the axes.</exception>
    public SparseTensor Permute(params int[] axes)
    {
        bool[] seen = new bool[Rank];
        bool valid = axes.Length == Rank;
        for (int a = 0; valid && a < Rank; a++)
        {
            valid = axes[a] >= 0 && axes[a] < Rank && !seen[axes[a]];
            if (valid) seen[axes[a]] = true;
        }

        if (!valid) throw new ArgumentOutOfRangeException(nameof(axes), "Name every axis 0..Rank-1 exactly once.");
        return new SparseTensor(Reorder(_shape, 0, axes), Reordered(axes));
    }

    /// <summary>This tensor times a number.</summary>
    public SparseTensor Scale(Surd factor)
    {
        if (factor.IsZero) return new SparseTensor(_shape, [], []);
        Surd[] values = new Surd[Count];
        for (int entry = 0; entry < Count; entry++) values[entry] = _values[entry] * factor;
        return new SparseTensor(_shape, _indices, values);
    }

    /// <summary>All entries, zeros included, correctly rounded, in row-major order.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public double[] ToDense(CancellationToken cancellationToken = default)
    {
        long size = 1;
        foreach (int dimension in _shape) size = checked(size * dimension);
        double[] dense = new double[size];
        for (int entry = 0; entry < Count; entry++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            long offset = 0;
            for (int axis = 0; axis < Rank; axis++) offset = (offset * _shape[axis]) + _indices[(entry * Rank) + axis];
            dense[offset] = _values[entry].ToDouble();
        }

        return dense;
    }

    private static int[] Reorder(int[] source, int start, int[] axes)
    {
        int[] result = new int[axes.Length];
        for (int a = 0; a < axes.Length; a++) result[a] = source[start + axes[a]];
        return result;
    }

    private IEnumerable<(int[] Index, Surd Value)> Reordered(int[] axes)
    {
        for (int entry = 0; entry < Count; entry++) yield return (Reorder(_indices, entry * Rank, axes), _values[entry]);
    }
}
