using System;
using System.Numerics;

namespace Reps.Tests.Exact;

/// <summary>Decimal fixed-point arithmetic with 100 digits after the point, to judge irrational numbers without the library.</summary>
internal static class FixedPointOracle
{
    /// <summary>10^100.</summary>
    public static readonly BigInteger One = BigInteger.Pow(10, 100);

    // The first hundred decimals, known since 1706.
    private static readonly BigInteger s_pi = BigInteger.Parse(
        "31415926535897932384626433832795028841971693993751058209749445923078164062862089986280348253421170679");

    /// <summary>√(p/q)·π^(h/2) times 10^100, wrong by a few units at most for numbers of moderate size.</summary>
    public static BigInteger Root(BigInteger p, BigInteger q, int halfPowersOfPi)
    {
        BigInteger square = One * One * p / q;
        for (int k = 0; k < halfPowersOfPi; k++) square = square * s_pi / One;
        for (int k = 0; k > halfPowersOfPi; k--) square = square * One / s_pi;
        return SquareRoot(square);
    }

    /// <summary>Fails unless the double is the nearest to a positive or negative fixed-point number.</summary>
    public static void AssertNearest(double actual, BigInteger fixedPoint)
        => AssertBetween(actual, Math.BitDecrement(actual), Math.BitIncrement(actual), fixedPoint);

    /// <summary>Fails unless the float is the nearest to a positive or negative fixed-point number.</summary>
    public static void AssertNearest(float actual, BigInteger fixedPoint)
        => AssertBetween(actual, MathF.BitDecrement(actual), MathF.BitIncrement(actual), fixedPoint);

    private static void AssertBetween(double actual, double below, double above, BigInteger fixedPoint)
    {
        (BigInteger P, BigInteger Q) low = NearestOracle.Midpoint(NearestOracle.Fraction(below), NearestOracle.Fraction(actual));
        (BigInteger P, BigInteger Q) high = NearestOracle.Midpoint(NearestOracle.Fraction(actual), NearestOracle.Fraction(above));

        // The oracle is wrong by less than 10^-80 relatively: a number as close as that to a midpoint would be undecided, and fails.
        BigInteger slack = (BigInteger.Abs(fixedPoint) / BigInteger.Pow(10, 80)) + 100;
        Assert.True(low.P * One < (fixedPoint - slack) * low.Q, $"{actual:R} is above the nearest");
        Assert.True((fixedPoint + slack) * high.Q < high.P * One, $"{actual:R} is below the nearest");
    }

    // Newton from far above, until it stops falling.
    private static BigInteger SquareRoot(BigInteger value)
    {
        BigInteger root = BigInteger.One << ((int)(value.GetBitLength() / 2) + 1);
        while (true)
        {
            BigInteger next = (root + (value / root)) / 2;
            if (next >= root) return root;
            root = next;
        }
    }
}
