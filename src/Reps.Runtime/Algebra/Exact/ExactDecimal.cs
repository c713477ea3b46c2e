using System;
using System.Globalization;
using System.Numerics;

namespace Reps.Algebra;

/// <summary>
/// Floating-point numbers as decimal text, the same on every host, which the framework's formatting is not: the fewest digits
/// that read back as the same number, and of those the nearest. The text is a valid C# literal (append f for a float).
/// </summary>
internal static class ExactDecimal
{
    /// <summary>
    /// E.g. "0.5773502691896257", "-2.5", "1E-30". Integers have no point ("3"); negative zero does ("-0.0"), or it would lose its sign.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The argument is infinite or not a number.</exception>
    public static string Format(double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
            throw new ArgumentOutOfRangeException(nameof(value), "Only finite numbers have a decimal: pass a finite number.");
        long bits = BitConverter.DoubleToInt64Bits(value);
        int field = (int)((bits >> 52) & 0x7FF);
        long significand = (bits & 0xF_FFFF_FFFF_FFFFL) | (field == 0 ? 0L : 1L << 52);
        return Format(bits < 0, significand, Math.Max(field, 1) - 1075, field > 1 && significand == 1L << 52);
    }

    /// <summary>As for a double, with the digits that single precision needs.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The argument is infinite or not a number.</exception>
    public static string Format(float value)
    {
        if (float.IsNaN(value) || float.IsInfinity(value))
            throw new ArgumentOutOfRangeException(nameof(value), "Only finite numbers have a decimal: pass a finite number.");
        int bits = BitConverter.ToInt32(BitConverter.GetBytes(value), 0);
        int field = (bits >> 23) & 0xFF;
        int significand = (bits & 0x7F_FFFF) | (field == 0 ? 0 : 1 << 23);
        return Format(bits < 0, significand, Math.Max(field, 1) - 150, field > 1 && significand == 1 << 23);
    }

    // The number is significand·2^exponent. The reals that read back as it lie between the midpoints to its neighbours; the lower
    // neighbour is half as far where the exponent changes. A midpoint itself reads back only if the significand is even.
    private static string Format(bool negative, long significand, int exponent, bool lowerIsNearer)
    {
        string sign = negative ? "-" : "";
        if (significand == 0) return negative ? "-0.0" : "0";

        // Everything in units of 2^(exponent − 2).
        BigInteger unit = exponent >= 2 ? BigInteger.One << (exponent - 2) : BigInteger.One;
        BigInteger scale = exponent >= 2 ? BigInteger.One : BigInteger.One << (2 - exponent);
        BigInteger value = 4 * (BigInteger)significand * unit;
        BigInteger low = value - (lowerIsNearer ? unit : 2 * unit);
        BigInteger high = value + (2 * unit);
        bool inclusive = (significand & 1) == 0;

        int point = DecimalExponent(value, scale);
        for (int digits = 1; ; digits++)
        {
            // Candidates c·10^(point − digits) next below and above; the nearer is tried first, and the other may be the one inside.
            BigInteger up = BigInteger.Pow(10, Math.Max(0, digits - point));
            BigInteger denominator = scale * BigInteger.Pow(10, Math.Max(0, point - digits));
            BigInteger nearer = BigInteger.DivRem(value * up, denominator, out BigInteger remainder);
            BigInteger farther = nearer + BigInteger.One;
            int half = (2 * remainder).CompareTo(denominator);
            if (half > 0 || (half == 0 && !nearer.IsEven)) (nearer, farther) = (farther, nearer);
            if (ReadsBack(nearer)) return sign + Layout(nearer, digits, point);
            if (ReadsBack(farther)) return sign + Layout(farther, digits, point);

            bool ReadsBack(BigInteger candidate)
            {
                int fromLow = (candidate * denominator).CompareTo(low * up);
                int fromHigh = (candidate * denominator).CompareTo(high * up);
                return inclusive ? fromLow >= 0 && fromHigh <= 0 : fromLow > 0 && fromHigh < 0;
            }
        }
    }

    // The p with 10^(p−1) ≤ value/scale < 10^p.
    private static int DecimalExponent(BigInteger value, BigInteger scale)
    {
        // log10(2) = 0.30103, from the bit lengths: a guess, then corrected.
        int bits = IntegerMath.BitLength(value) - IntegerMath.BitLength(scale);
        int point = (bits * 30_103 / 100_000) + 1;
        while (Compare(value, scale, point) >= 0) point++;
        while (Compare(value, scale, point - 1) < 0) point--;
        return point;
    }

    private static int Compare(BigInteger value, BigInteger scale, int point) => point >= 0
        ? value.CompareTo(scale * BigInteger.Pow(10, point))
        : (value * BigInteger.Pow(10, -point)).CompareTo(scale);

    // digits·10^(point − count), where rounding may have carried to one digit more.
    private static string Layout(BigInteger candidate, int count, int point)
    {
        string digits = candidate.ToString(CultureInfo.InvariantCulture);
        point += digits.Length - count;
        digits = digits.TrimEnd('0');
        if (point is > 0 and <= 17)
        {
            return digits.Length <= point
                ? digits.PadRight(point, '0')
                : digits.Substring(0, point) + "." + digits.Substring(point);
        }

        if (point is <= 0 and > -5) return "0." + new string('0', -point) + digits;
        string exponent = "E" + (point - 1).ToString(CultureInfo.InvariantCulture);
        return digits.Length == 1 ? digits + exponent : digits.Substring(0, 1) + "." + digits.Substring(1) + exponent;
    }
}
