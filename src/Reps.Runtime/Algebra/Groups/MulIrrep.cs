using System;
using System.Globalization;

namespace Reps;

/// <summary>An irrep with a multiplicity: <c>8x0e</c> is eight copies of 0e.</summary>
public readonly struct MulIrrep : IEquatable<MulIrrep>
{
    /// <summary>Creates <paramref name="mul"/> copies of <paramref name="irrep"/>.</summary>
    /// <param name="mul">Number of copies (channels), 0 or more.</param>
    /// <param name="irrep">The irrep.</param>
    /// <exception cref="ArgumentOutOfRangeException">The multiplicity is negative.</exception>
    /// <exception cref="OverflowException">
    /// The multiplicity exceeds <see cref="Budget.MaxMultiplicity"/> or the dimension exceeds <see cref="Budget.MaxDim"/>.
    /// </exception>
    public MulIrrep(int mul, Irrep irrep)
    {
        if (mul < 0) throw new ArgumentOutOfRangeException(nameof(mul), "A multiplicity is 0 or more, not " + Text(mul) + ".");
        Budget.CheckMultiplicity(mul);
        Budget.CheckDim((long)mul * irrep.Dim);
        Mul = mul;
        Irrep = irrep;
    }

    /// <summary>Number of copies (channels).</summary>
    public int Mul { get; }

    /// <summary>The irrep.</summary>
    public Irrep Irrep { get; }

    /// <summary>The dimension: multiplicity times the dimension of the irrep.</summary>
    public int Dim => Mul * Irrep.Dim;

    /// <summary>One copy of an irrep.</summary>
    public static implicit operator MulIrrep(Irrep irrep) => new(1, irrep);

    /// <summary>Whether multiplicity and irrep are equal.</summary>
    public static bool operator ==(MulIrrep left, MulIrrep right) => left.Equals(right);

    /// <summary>Whether multiplicity or irrep differ.</summary>
    public static bool operator !=(MulIrrep left, MulIrrep right) => !left.Equals(right);

    /// <summary>Takes the value apart: <c>(int mul, Irrep irrep) = entry;</c></summary>
    public void Deconstruct(out int mul, out Irrep irrep)
    {
        mul = Mul;
        irrep = Irrep;
    }

    /// <inheritdoc />
    public bool Equals(MulIrrep other) => Mul == other.Mul && Irrep == other.Irrep;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is MulIrrep other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => unchecked((Mul * 397) ^ Irrep.GetHashCode());

    /// <summary>The text form; the multiplicity is always written: <c>8x0e</c>, <c>1x1o</c>.</summary>
    public override string ToString() => Text(Mul) + "x" + Irrep;

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
