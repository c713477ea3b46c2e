using System;
using System.Collections.Generic;

namespace Reps.Algebra;

/// <summary>An immutable tensor of exact numbers that stores its nonzero entries alone, in row-major order of their indices.</summary>
public sealed partial class SparseTensor : IEquatable<SparseTensor>
{
    private readonly int[] _shape;
    private readonly int[] _indices;
    private readonly Surd[] _values;

    /// <summary>A tensor from its entries, in any order; zeros are dropped, absent entries are zero.</summary>
    /// <param name="shape">The dimension of each axis, none negative.</param>
    /// <param name="entries">Index (one number an axis) and value of each entry.</param>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative, or an index lies outside the shape.</exception>
    /// <exception cref="ArgumentException">Two entries have the same index.</exception>
    public SparseTensor(IEnumerable<int> shape, IEnumerable<(int[] Index, Surd Value)> entries)
    {
        _shape = [.. shape];
        foreach (int dimension in _shape)
        {
            if (dimension < 0) throw new ArgumentOutOfRangeException(nameof(shape), "A dimension is not negative: pass 0 or more.");
        }

        List<(int[] Index, Surd Value)> kept = [];
        foreach ((int[] index, Surd value) in entries)
        {
            CheckIndex(index, nameof(entries));
            if (!value.IsZero) kept.Add((index, value));
        }

        kept.Sort(static (left, right) => Compare(left.Index, right.Index));
        _indices = new int[kept.Count * Rank];
        _values = new Surd[kept.Count];
        for (int entry = 0; entry < kept.Count; entry++)
        {
            if (entry > 0 && Compare(kept[entry - 1].Index, kept[entry].Index) == 0)
                throw new ArgumentException("Two entries have the same index: add them up first.", nameof(entries));
            kept[entry].Index.CopyTo(_indices, entry * Rank);
            _values[entry] = kept[entry].Value;
        }
    }

    private SparseTensor(int[] shape, int[] indices, Surd[] values)
    {
        _shape = shape;
        _indices = indices;
        _values = values;
    }

    /// <summary>The dimension of each axis.</summary>
    public IReadOnlyList<int> Shape => Array.AsReadOnly(_shape);

    /// <summary>The number of axes.</summary>
    public int Rank => _shape.Length;

    /// <summary>The number of nonzero entries.</summary>
    public int Count => _values.Length;

    /// <summary>The index of a stored entry along an axis.</summary>
    public int Index(int entry, int axis)
    {
        if (axis < 0 || axis >= Rank) throw new ArgumentOutOfRangeException(nameof(axis), "An axis lies between 0 and Rank - 1.");
        if (entry < 0 || entry >= Count) throw new ArgumentOutOfRangeException(nameof(entry), "An entry lies between 0 and Count - 1.");
        return _indices[(entry * Rank) + axis];
    }

    /// <summary>The value of a stored entry, never zero.</summary>
    public Surd Value(int entry)
    {
        if (entry < 0 || entry >= Count) throw new ArgumentOutOfRangeException(nameof(entry), "An entry lies between 0 and Count - 1.");
        return _values[entry];
    }

    /// <summary>The value at an index, zero where nothing is stored.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index lies outside the shape.</exception>
    public Surd At(params int[] index)
    {
        CheckIndex(index, nameof(index));
        int low = 0;
        int high = Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            int comparison = CompareStored(middle, index);
            if (comparison == 0) return _values[middle];
            if (comparison < 0) low = middle + 1;
            else high = middle - 1;
        }

        return Surd.Zero;
    }

    /// <summary>Whether both have the same shape and the same entries.</summary>
    public bool Equals(SparseTensor? other)
    {
        if (ReferenceEquals(this, other)) return true;
        if (other is null || Compare(_shape, other._shape) != 0 || Compare(_indices, other._indices) != 0) return false;
        if (Count != other.Count) return false;
        for (int entry = 0; entry < Count; entry++)
        {
            if (_values[entry] != other._values[entry]) return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SparseTensor);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = Count;
        foreach (int dimension in _shape) hash = unchecked((hash * 397) ^ dimension);
        foreach (Surd value in _values) hash = unchecked((hash * 397) ^ value.GetHashCode());
        return hash;
    }

    private static int Compare(int[] left, int[] right)
    {
        if (left.Length != right.Length) return left.Length.CompareTo(right.Length);
        for (int i = 0; i < left.Length; i++)
        {
            if (left[i] != right[i]) return left[i].CompareTo(right[i]);
        }

        return 0;
    }

    private int CompareStored(int entry, int[] index)
    {
        for (int axis = 0; axis < Rank; axis++)
        {
            int comparison = _indices[(entry * Rank) + axis].CompareTo(index[axis]);
            if (comparison != 0) return comparison;
        }

        return 0;
    }

    private void CheckIndex(int[] index, string parameter)
    {
        bool inside = index.Length == Rank;
        for (int axis = 0; inside && axis < Rank; axis++) inside = index[axis] >= 0 && index[axis] < _shape[axis];
        if (!inside) throw new ArgumentOutOfRangeException(parameter, "An index has one number an axis, from 0 to the dimension less 1.");
    }
}
