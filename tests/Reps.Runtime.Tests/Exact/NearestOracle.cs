using System;
using System.Numerics;

namespace Reps.Tests.Exact;

/// <summary>
/// Decides by integers alone whether a floating-point number is the one nearest to an exact number: the exact number must lie between
/// the midpoints to both neighbours, and may meet a midpoint only if the floating-point number is even. Shares no code with the library.
/// </summary>
internal static class NearestOracle
{
    /// <summary>Fails unless <paramref name="actual"/> is the double nearest to √(<paramref name="p"/>/<paramref name="q"/>).</summary>
    public static void AssertRoot(double actual, BigInteger p, BigInteger q)
    {
        bool even = (BitConverter.DoubleToInt64Bits(actual) & 1) == 0;
        AssertBetween(Fraction(actual), Fraction(Math.BitDecrement(actual)), Fraction(Math.BitIncrement(actual)), even, p, q);
    }

    /// <summary>Fails unless <paramref name="actual"/> is the float nearest to √(<paramref name="p"/>/<paramref name="q"/>).</summary>
    public static void AssertRoot(float actual, BigInteger p, BigInteger q)
    {
        bool even = (BitConverter.SingleToInt32Bits(actual) & 1) == 0;
        AssertBetween(Fraction(actual), Fraction(MathF.BitDecrement(actual)), SingleAbove(actual), even, p, q);
    }

    /// <summary>The exact value of a double as a fraction over a power of two; 2^1024 for infinity.</summary>
    public static (BigInteger P, BigInteger Q) Fraction(double value)
    {
        if (double.IsPositiveInfinity(value)) return (BigInteger.One << 1024, BigInteger.One);
        long bits = BitConverter.DoubleToInt64Bits(Math.Abs(value));
        int field = (int)(bits >> 52);
        BigInteger significand = field == 0 ? bits : (bits & 0xF_FFFF_FFFF_FFFF) + (1L << 52);
        int exponent = (field == 0 ? 1 : field) - 1075;
        BigInteger p = exponent > 0 ? significand << exponent : significand;
        return (value < 0 ? -p : p, exponent > 0 ? BigInteger.One : BigInteger.One << -exponent);
    }

    /// <summary>The number half way between two fractions.</summary>
    public static (BigInteger P, BigInteger Q) Midpoint((BigInteger P, BigInteger Q) a, (BigInteger P, BigInteger Q) b)
        => ((a.P * b.Q) + (b.P * a.Q), 2 * a.Q * b.Q);

    private static (BigInteger P, BigInteger Q) SingleAbove(float value)
        => value == float.MaxValue ? (BigInteger.One << 128, BigInteger.One) : Fraction(MathF.BitIncrement(value));

    private static void AssertBetween(
        (BigInteger P, BigInteger Q) actual, (BigInteger P, BigInteger Q) below, (BigInteger P, BigInteger Q) above, bool even,
        BigInteger p, BigInteger q)
    {
        (BigInteger lowP, BigInteger lowQ) = Midpoint(below, actual);
        (BigInteger highP, BigInteger highQ) = Midpoint(actual, above);

        // Below zero there is no midpoint to respect: the root is positive.
        int low = lowP.Sign < 0 ? -1 : (lowP * lowP * q).CompareTo(p * lowQ * lowQ);
        int high = (highP * highP * q).CompareTo(p * highQ * highQ);
        Assert.True(even ? low <= 0 && high >= 0 : low < 0 && high > 0, $"not the nearest to sqrt({p}/{q})");
    }
}
