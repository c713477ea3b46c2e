using System;
using System.Numerics;

namespace Reps.Algebra;

/// <summary>
/// Rounds irrational numbers by refinement: enclose the number between two binary fractions, and double the number of bits until
/// both ends round alike. It ends because an irrational number lies on no rounding boundary.
/// </summary>
internal static class Enclosure
{
    /// <summary>Integers L ≤ H with L ≤ x·2^<paramref name="bits"/> ≤ H.</summary>
    public static (BigInteger Low, BigInteger High) Of(Surd x, int bits)
    {
        if (x.Sign == 0) return (BigInteger.Zero, BigInteger.Zero);
        (BigInteger low, BigInteger high) = Magnitude(x.Square, x.HalfPowersOfPi, bits);
        return x.Sign > 0 ? (low, high) : (-high, -low);
    }

    /// <summary>The double nearest to the irrational number that <paramref name="enclose"/> encloses at each number of bits.</summary>
    public static double ToDouble(Func<int, (BigInteger Low, BigInteger High)> enclose, int firstBits)
    {
        for (int bits = Math.Max(firstBits, 64); ; bits *= 2)
        {
            (BigInteger low, BigInteger high) = enclose(bits);
            double rounded = BinaryRounding.ToDouble(low, -bits);
            if (rounded == BinaryRounding.ToDouble(high, -bits)) return rounded;
        }
    }

    /// <summary>The float nearest to the irrational number that <paramref name="enclose"/> encloses at each number of bits.</summary>
    public static float ToSingle(Func<int, (BigInteger Low, BigInteger High)> enclose, int firstBits)
    {
        for (int bits = Math.Max(firstBits, 64); ; bits *= 2)
        {
            (BigInteger low, BigInteger high) = enclose(bits);
            float rounded = BinaryRounding.ToSingle(low, -bits);
            if (rounded == BinaryRounding.ToSingle(high, -bits)) return rounded;
        }
    }

    /// <summary>A number of bits at which the enclosure of <paramref name="x"/> usually decides the rounding at once.</summary>
    public static int FirstBits(Surd x)
        => 96 + ((IntegerMath.BitLength(x.Square.Denominator) - IntegerMath.BitLength(x.Square.Numerator)) / 2) - x.HalfPowersOfPi;

    private static (BigInteger Low, BigInteger High) Magnitude(Rational square, int halfPowersOfPi, int bits)
    {
        BigInteger numerator = square.Numerator << (2 * bits);
        BigInteger denominator = square.Denominator;
        if (halfPowersOfPi == 0) return (RootFloor(numerator, denominator), RootCeiling(numerator, denominator));

        // π^h enters the square: as [P^h, (P+1)^h]/2^(kh) above the line, or the other way round below it.
        int power = Math.Abs(halfPowersOfPi);
        int piBits = bits + 32 + Math.Max(0, IntegerMath.BitLength(square.Numerator) - IntegerMath.BitLength(square.Denominator));
        BigInteger piLow = PiExpansion.Floor(piBits);
        BigInteger low = BigInteger.Pow(piLow, power);
        BigInteger high = BigInteger.Pow(piLow + BigInteger.One, power);
        int scale = piBits * power;
        return halfPowersOfPi > 0
            ? (RootFloor(numerator * low, denominator << scale), RootCeiling(numerator * high, denominator << scale))
            : (RootFloor(numerator << scale, denominator * high), RootCeiling(numerator << scale, denominator * low));
    }

    private static BigInteger RootFloor(BigInteger numerator, BigInteger denominator) => IntegerMath.SqrtFloor(numerator / denominator);

    private static BigInteger RootCeiling(BigInteger numerator, BigInteger denominator)
    {
        BigInteger quotient = BigInteger.DivRem(numerator, denominator, out BigInteger remainder);
        BigInteger root = IntegerMath.SqrtFloor(quotient);
        return remainder.IsZero && root * root == quotient ? root : root + BigInteger.One;
    }
}
