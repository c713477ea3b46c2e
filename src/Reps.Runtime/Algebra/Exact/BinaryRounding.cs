using System;
using System.Numerics;

namespace Reps.Algebra;

/// <summary>
/// The one place where exact numbers become floating point: IEEE 754 round to nearest, ties to even, with gradual underflow.
/// Everything before the final bit pattern is integer arithmetic, so the result is the same on every host.
/// </summary>
internal static class BinaryRounding
{
    /// <summary>Significant bits of a <see cref="double"/>.</summary>
    public const int DoublePrecision = 53;

    /// <summary>Significant bits of a <see cref="float"/>.</summary>
    public const int SinglePrecision = 24;

    private const int DoubleLowestExponent = -1074;
    private const int DoubleHighestExponent = 971;
    private const int SingleLowestExponent = -149;
    private const int SingleHighestExponent = 104;

    /// <summary>The double nearest to <paramref name="significand"/>·2^<paramref name="exponent"/>; infinite beyond the range.</summary>
    public static double ToDouble(BigInteger significand, int exponent)
        => Round(significand, exponent, DoublePrecision, DoubleLowestExponent, DoubleHighestExponent);

    /// <summary>The float nearest to <paramref name="significand"/>·2^<paramref name="exponent"/>; infinite beyond the range.</summary>
    public static float ToSingle(BigInteger significand, int exponent)

        // A float is exactly a double, so this cast never rounds a second time.
        => (float)Round(significand, exponent, SinglePrecision, SingleLowestExponent, SingleHighestExponent);

    /// <summary>
    /// Integer m and exponent e with m·2^e rounding to the same number as the positive <paramref name="value"/> in every format of at
    /// most <paramref name="precision"/> bits: the true quotient, cut two bits further and made odd if anything was cut ("sticky bit").
    /// </summary>
    public static (BigInteger Significand, int Exponent) Quotient(Rational value, int precision)
    {
        int shift = precision + 2 - (IntegerMath.BitLength(value.Numerator) - IntegerMath.BitLength(value.Denominator));
        BigInteger quotient = ShiftedQuotient(value, shift, out bool exact);
        return WithSticky(quotient, -shift, exact);
    }

    /// <summary>As <see cref="Quotient"/>, for the square root of the positive <paramref name="square"/>.</summary>
    public static (BigInteger Significand, int Exponent) SquareRoot(Rational square, int precision)
    {
        int shift = (2 * (precision + 2)) - (IntegerMath.BitLength(square.Numerator) - IntegerMath.BitLength(square.Denominator));
        shift += shift & 1;
        BigInteger scaled = ShiftedQuotient(square, shift, out bool exact);
        BigInteger root = IntegerMath.SqrtFloor(scaled);
        return WithSticky(root, -shift / 2, exact && root * root == scaled);
    }

    private static BigInteger ShiftedQuotient(Rational value, int shift, out bool exact)
    {
        BigInteger numerator = shift > 0 ? value.Numerator << shift : value.Numerator;
        BigInteger denominator = shift < 0 ? value.Denominator << -shift : value.Denominator;
        BigInteger quotient = BigInteger.DivRem(numerator, denominator, out BigInteger remainder);
        exact = remainder.IsZero;
        return quotient;
    }

    private static (BigInteger Significand, int Exponent) WithSticky(BigInteger floor, int exponent, bool exact)
        => exact ? (floor, exponent) : ((floor << 1) + BigInteger.One, exponent - 1);

    private static double Round(BigInteger significand, int exponent, int precision, int lowestExponent, int highestExponent)
    {
        if (significand.Sign < 0) return -Round(-significand, exponent, precision, lowestExponent, highestExponent);
        if (significand.IsZero) return 0.0;

        // Drop bits until the significand has the precision of the format, or the exponent reaches that of the subnormals.
        int drop = Math.Max(IntegerMath.BitLength(significand) - precision, lowestExponent - exponent);
        if (drop > 0)
        {
            BigInteger kept = significand >> drop;
            BigInteger twiceRest = (significand - (kept << drop)) << 1;
            int comparison = twiceRest.CompareTo(BigInteger.One << drop);
            if (comparison > 0 || (comparison == 0 && !kept.IsEven)) kept += BigInteger.One;
            significand = kept;
            exponent += drop;
        }

        return Compose(significand, exponent, precision, highestExponent);
    }

    // The significand now has at most precision + 1 bits (a carry to the next power of two), the last one then being zero.
    private static double Compose(BigInteger significand, int exponent, int precision, int highestExponent)
    {
        if (significand.IsZero) return 0.0;
        int length = IntegerMath.BitLength(significand);
        if (exponent + length > highestExponent + precision) return double.PositiveInfinity;

        // As a double with all 53 bits used, or fewer when it is subnormal.
        int up = Math.Min(DoublePrecision - length, exponent - DoubleLowestExponent);
        ulong bits = up >= 0 ? (ulong)(significand << up) : (ulong)(significand >> -up);
        exponent -= up;
        ulong hidden = 1UL << (DoublePrecision - 1);
        ulong pattern = bits < hidden ? bits : (bits - hidden) | ((ulong)(exponent - DoubleLowestExponent + 1) << (DoublePrecision - 1));
        return BitConverter.Int64BitsToDouble((long)pattern);
    }
}
