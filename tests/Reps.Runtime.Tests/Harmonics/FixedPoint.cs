using System;
using System.Numerics;

namespace Reps.Tests.Harmonics;

/// <summary>A number with 1536 binary places, enough for 1/200! at degree 100: the tests' own arithmetic for reference values, sharing nothing with the library.</summary>
internal readonly record struct FixedPoint(BigInteger Units)
{
    public const int Places = 1536;

    public static FixedPoint Zero => default;

    public static FixedPoint One => new(BigInteger.One << Places);

    public static implicit operator FixedPoint(int value) => new((BigInteger)value << Places);

    public static FixedPoint operator +(FixedPoint a, FixedPoint b) => new(a.Units + b.Units);

    public static FixedPoint operator -(FixedPoint a, FixedPoint b) => new(a.Units - b.Units);

    public static FixedPoint operator *(FixedPoint a, FixedPoint b) => new((a.Units * b.Units) >> Places);

    public static FixedPoint operator /(FixedPoint a, FixedPoint b) => new((a.Units << Places) / b.Units);

    /// <summary>A double, exactly unless it has bits below 2^−1536.</summary>
    public static FixedPoint From(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        BigInteger significand = (bits & 0xFFFFFFFFFFFFF) | (exponent == 0 ? 0 : 1L << 52);
        int shift = Math.Max(exponent, 1) - 1075 + Places;
        BigInteger units = shift >= 0 ? significand << shift : significand >> -shift;
        return new(bits < 0 ? -units : units);
    }

    /// <summary>2^−power.</summary>
    public static FixedPoint Half(int power) => new(BigInteger.One << (Places - power));

    /// <summary>The square root, by Newton's iteration.</summary>
    public FixedPoint Sqrt()
    {
        if (Units.IsZero) return Zero;
        BigInteger square = Units << Places;
        BigInteger root = BigInteger.One << (int)((square.GetBitLength() / 2) + 1);
        while (true)
        {
            BigInteger next = (root + (square / root)) >> 1;
            if (next >= root) return new(root);
            root = next;
        }
    }

    /// <summary>π by Machin's formula.</summary>
    public static FixedPoint Pi()
    {
        return (16 * ArcTan(5)) - (4 * ArcTan(239));

        static FixedPoint ArcTan(int n)
        {
            FixedPoint power = One / n;
            FixedPoint sum = power;
            for (int k = 1; !power.Units.IsZero; k++)
            {
                power = power / n / n;
                FixedPoint term = power / ((2 * k) + 1);
                sum = (k & 1) == 0 ? sum + term : sum - term;
            }

            return sum;
        }
    }

    /// <summary>The double, up to one unit in its last place.</summary>
    public double ToDouble()
    {
        int shift = Math.Max(0, (int)BigInteger.Abs(Units).GetBitLength() - 64);
        return Math.ScaleB((double)(Units >> shift), shift - Places);
    }
}
