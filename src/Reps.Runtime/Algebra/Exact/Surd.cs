using System;
using System.Numerics;

namespace Reps.Algebra;

/// <summary>
/// An exact number ±√(p/q)·π^(h/2), the form of every coupling coefficient. Two surds are equal exactly when their
/// <see cref="Sign"/>, <see cref="Square"/> and <see cref="HalfPowersOfPi"/> are. The default value is zero.
/// </summary>
public readonly struct Surd : IEquatable<Surd>
{
    private Surd(int sign, Rational square, int halfPowersOfPi)
    {
        Sign = sign;
        Square = square;
        HalfPowersOfPi = halfPowersOfPi;
    }

    /// <summary>Zero.</summary>
    public static Surd Zero => default;

    /// <summary>One.</summary>
    public static Surd One => new(1, Rational.One, 0);

    /// <summary>−1, 0 or +1.</summary>
    public int Sign { get; }

    /// <summary>p/q ≥ 0, in lowest terms: the square of the number without its power of π.</summary>
    public Rational Square { get; }

    /// <summary>The exponent h of √π.</summary>
    public int HalfPowersOfPi { get; }

    /// <summary>Whether this is zero.</summary>
    public bool IsZero => Sign == 0;

    /// <summary>Opposite.</summary>
    public static Surd operator -(Surd value) => new(-value.Sign, value.Square, value.HalfPowersOfPi);

    /// <summary>Product.</summary>
    public static Surd operator *(Surd left, Surd right)
        => FromSquare(left.Sign * right.Sign, left.Square * right.Square, left.HalfPowersOfPi + right.HalfPowersOfPi);

    /// <summary>Quotient.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static Surd operator /(Surd left, Surd right)
        => FromSquare(left.Sign * right.Sign, left.Square / right.Square, left.HalfPowersOfPi - right.HalfPowersOfPi);

    /// <summary>Whether both are the same number.</summary>
    public static bool operator ==(Surd left, Surd right) => left.Equals(right);

    /// <summary>Whether the numbers differ.</summary>
    public static bool operator !=(Surd left, Surd right) => !left.Equals(right);

    /// <summary>The non-negative root √<paramref name="square"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The argument is negative.</exception>
    public static Surd Sqrt(Rational square) => FromSquare(1, square);

    /// <summary>A rational number as a surd.</summary>
    public static Surd FromRational(Rational value) => new(value.Sign, value * value, 0);

    /// <summary>The number <paramref name="sign"/>·√<paramref name="square"/>·π^(<paramref name="halfPowersOfPi"/>/2).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The sign is not −1, 0 or +1, or the square is negative.</exception>
    public static Surd FromSquare(int sign, Rational square, int halfPowersOfPi = 0)
    {
        if (sign is < -1 or > 1) throw new ArgumentOutOfRangeException(nameof(sign), "A sign is -1, 0 or +1.");
        if (square.Sign < 0)
            throw new ArgumentOutOfRangeException(nameof(square), "A square is not negative: pass its absolute value, and the sign apart.");
        return sign == 0 || square.IsZero ? default : new Surd(sign, square, halfPowersOfPi);
    }

    /// <summary>Absolute value.</summary>
    public Surd Abs() => new(Sign * Sign, Square, HalfPowersOfPi);

    /// <summary>Whether this is a rational number, and which.</summary>
    public bool TryGetRational(out Rational value)
    {
        value = default;
        if (IsZero) return true;
        if (HalfPowersOfPi != 0
            || !IntegerMath.TrySqrt(Square.Numerator, out BigInteger numerator)
            || !IntegerMath.TrySqrt(Square.Denominator, out BigInteger denominator)) return false;
        value = new Rational(Sign * numerator, denominator);
        return true;
    }

    /// <summary>The nearest double, ties to even; infinite beyond the range of doubles.</summary>
    public double ToDouble()
    {
        if (IsZero) return 0.0;
        Surd self = this;
        if (HalfPowersOfPi != 0) return Enclosure.ToDouble(bits => Enclosure.Of(self, bits), Enclosure.FirstBits(self));
        (BigInteger significand, int exponent) = BinaryRounding.SquareRoot(Square, BinaryRounding.DoublePrecision);
        return Sign * BinaryRounding.ToDouble(significand, exponent);
    }

    /// <summary>The nearest float, ties to even; infinite beyond the range of floats. Rounded once, not by way of double.</summary>
    public float ToSingle()
    {
        if (IsZero) return 0.0f;
        Surd self = this;
        if (HalfPowersOfPi != 0) return Enclosure.ToSingle(bits => Enclosure.Of(self, bits), Enclosure.FirstBits(self));
        (BigInteger significand, int exponent) = BinaryRounding.SquareRoot(Square, BinaryRounding.SinglePrecision);
        return Sign * BinaryRounding.ToSingle(significand, exponent);
    }

    /// <inheritdoc/>
    public bool Equals(Surd other) => Sign == other.Sign && HalfPowersOfPi == other.HalfPowersOfPi && Square == other.Square;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Surd other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((((Square.GetHashCode() * 397) ^ HalfPowersOfPi) * 397) ^ Sign);

    /// <summary>The number in radicals, e.g. "sqrt(2310)/420", "-1/2", "sqrt(15)/(7*sqrt(pi))".</summary>
    public override string ToString() => SurdText.Format(this);
}
