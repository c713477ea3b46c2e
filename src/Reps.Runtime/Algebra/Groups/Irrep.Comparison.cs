namespace Reps;

public readonly partial struct Irrep
{
    /// <summary>Whether two irreps have the same group, degree and parity.</summary>
    public static bool operator ==(Irrep left, Irrep right) => left.Equals(right);

    /// <summary>Whether two irreps differ in group, degree or parity.</summary>
    public static bool operator !=(Irrep left, Irrep right) => !left.Equals(right);

    /// <summary>Whether the left irrep sorts before the right one.</summary>
    public static bool operator <(Irrep left, Irrep right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left irrep sorts after the right one.</summary>
    public static bool operator >(Irrep left, Irrep right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left irrep does not sort after the right one.</summary>
    public static bool operator <=(Irrep left, Irrep right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left irrep does not sort before the right one.</summary>
    public static bool operator >=(Irrep left, Irrep right) => left.CompareTo(right) >= 0;

    /// <inheritdoc />
    public bool Equals(Irrep other) => Group == other.Group && TwoJ == other.TwoJ && _odd == other._odd;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Irrep other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => (((TwoJ * 3) + (int)Group) * 2) + (_odd ? 1 : 0);

    /// <summary>Compares by group, then degree, then parity with odd before even.</summary>
    public int CompareTo(Irrep other)
    {
        if (Group != other.Group) return ((int)Group).CompareTo((int)other.Group);
        if (TwoJ != other.TwoJ) return TwoJ.CompareTo(other.TwoJ);
        return Parity.CompareTo(other.Parity);
    }
}
