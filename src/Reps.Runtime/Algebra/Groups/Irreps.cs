using System;
using System.Collections;
using System.Collections.Generic;

namespace Reps;

/// <summary>
/// A representation as an ordered direct sum of irreps with multiplicities, e.g. <c>8x0e+16x1o</c>. Immutable.
/// A feature vector of this type has <see cref="Dim"/> components: the blocks of the entries one after the other.
/// </summary>
/// <remarks>Order and repeated entries are kept: <c>1o+0e</c>, <c>0e+1o</c> and <c>0e+1o+0x2e</c> are different values.</remarks>
public sealed partial class Irreps : IReadOnlyList<MulIrrep>, IEquatable<Irreps>
{
    private readonly MulIrrep[] _entries;
    private readonly int[] _offsets;

    /// <summary>Creates the direct sum of the entries, in their order.</summary>
    /// <param name="group">The group; all entries must belong to it.</param>
    /// <param name="entries">Irreps with multiplicities; may be empty, entries of multiplicity 0 are kept.</param>
    /// <exception cref="ArgumentException">An entry belongs to another group.</exception>
    /// <exception cref="OverflowException">The total dimension exceeds <see cref="Budget.MaxDim"/>.</exception>
    public Irreps(Group group, IEnumerable<MulIrrep> entries)
    {
        string name = group.Name();
        _entries = [.. entries ?? throw new ArgumentNullException(nameof(entries))];
        _offsets = new int[_entries.Length];
        Group = group;
        long dim = 0;
        for (int i = 0; i < _entries.Length; i++)
        {
            Irrep irrep = _entries[i].Irrep;
            if (irrep.Group != group)
                throw new ArgumentException(irrep + " of " + irrep.Group.Name() + " is no irrep of " + name + ".", nameof(entries));
            _offsets[i] = (int)dim;
            dim += _entries[i].Dim;
            Budget.CheckDim(dim);
        }

        Dim = (int)dim;
    }

    /// <summary>The group.</summary>
    public Group Group { get; }

    /// <summary>The dimension of the representation: the sum over entries of multiplicity times dimension.</summary>
    public int Dim { get; }

    /// <summary>Number of entries.</summary>
    public int Count => _entries.Length;

    /// <summary>The first component of each entry in a feature vector; one number per entry.</summary>
    public IReadOnlyList<int> Offsets => Array.AsReadOnly(_offsets);

    /// <summary>The entry at a position.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is not that of an entry.</exception>
    public MulIrrep this[int index] => index >= 0 && index < _entries.Length
        ? _entries[index]
        : throw new ArgumentOutOfRangeException(nameof(index), "No such entry in '" + this + "'.");

    /// <summary>Direct sum: the entries of the left, then those of the right.</summary>
    /// <exception cref="ArgumentException">The groups differ.</exception>
    /// <exception cref="OverflowException">The total dimension exceeds <see cref="Budget.MaxDim"/>.</exception>
    public static Irreps operator +(Irreps left, Irreps right) => left.Group == right.Group
        ? new(left.Group, [.. left._entries, .. right._entries])
        : throw new ArgumentException("No direct sum over " + left.Group.Name() + " and " + right.Group.Name() + ".", nameof(right));

    /// <summary>Whether two representations have the same group and the same entries in the same order.</summary>
    public static bool operator ==(Irreps? left, Irreps? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two representations differ in group, entries or their order.</summary>
    public static bool operator !=(Irreps? left, Irreps? right) => !(left == right);

    /// <summary>The place of an entry in a feature vector: its first component and its number of components.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is not that of an entry.</exception>
    public (int Offset, int Length) Slice(int index)
    {
        int length = this[index].Dim;
        return (_offsets[index], length);
    }

    /// <inheritdoc />
    public IEnumerator<MulIrrep> GetEnumerator() => ((IEnumerable<MulIrrep>)_entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _entries.GetEnumerator();

    /// <inheritdoc />
    public bool Equals(Irreps? other)
    {
        if (ReferenceEquals(this, other)) return true;
        if (other is null || other.Group != Group || other.Dim != Dim || other._entries.Length != _entries.Length) return false;
        for (int i = 0; i < _entries.Length; i++)
        {
            if (_entries[i] != other._entries[i]) return false;
        }

        return true;
    }

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Irreps);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        int hash = (int)Group;
        foreach (MulIrrep entry in _entries) hash = unchecked((hash * 31) + entry.GetHashCode());
        return hash;
    }

    /// <summary>The text form, multiplicities always written: <c>8x0e+16x1o</c>; empty text for the empty direct sum.</summary>
    public override string ToString() => string.Join("+", _entries);
}
