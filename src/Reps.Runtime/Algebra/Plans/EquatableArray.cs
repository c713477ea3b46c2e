using System;
using System.Collections;
using System.Collections.Generic;

namespace Reps.Algebra;

/// <summary>An immutable array compared by its elements, so that records holding one have value equality; <c>default</c> equals empty.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct EquatableArray<T> : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
    where T : IEquatable<T>
{
    private readonly T[]? _items;

    private EquatableArray(T[] items) => _items = items;

    /// <summary>Copies a sequence.</summary>
    /// <param name="items">The elements, in order.</param>
    public EquatableArray(IEnumerable<T> items)
        : this(new List<T>(items).ToArray()) { }

    /// <summary>The number of elements.</summary>
    public int Count => _items?.Length ?? 0;

    /// <summary>The element at a position.</summary>
    /// <param name="index">A position from 0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="IndexOutOfRangeException">The position is outside the array.</exception>
    public T this[int index] => _items is null ? throw new IndexOutOfRangeException() : _items[index];

    /// <summary>Wraps an array that the caller gives up; it must not be written to afterwards.</summary>
    /// <param name="items">The elements, in order.</param>
    /// <returns>The same elements as an immutable array.</returns>
    public static EquatableArray<T> Of(params T[] items) => new(items);

    /// <inheritdoc/>
    public bool Equals(EquatableArray<T> other)
    {
        if (ReferenceEquals(_items, other._items)) return true;
        if (Count != other.Count) return false;
        for (int i = 0; i < Count; i++)
            if (!EqualityComparer<T>.Default.Equals(_items![i], other._items![i]))
                return false;
        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = Count;
        for (int i = 0; i < Count; i++) hash = unchecked((hash * 397) ^ (_items![i]?.GetHashCode() ?? 0));
        return hash;
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)(_items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Compares element by element.</summary>
    /// <param name="left">One array.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether both hold equal elements in the same order.</returns>
    public static bool operator ==(EquatableArray<T> left, EquatableArray<T> right) => left.Equals(right);

    /// <summary>Compares element by element.</summary>
    /// <param name="left">One array.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they differ somewhere.</returns>
    public static bool operator !=(EquatableArray<T> left, EquatableArray<T> right) => !left.Equals(right);
}
