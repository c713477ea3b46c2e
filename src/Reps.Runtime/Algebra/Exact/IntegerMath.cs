using System;
using System.Numerics;

namespace Reps.Algebra;

/// <summary>What <see cref="BigInteger"/> lacks on some target: bit length, floor of the square root, exact root.</summary>
internal static class IntegerMath
{
    // Bits of a hardware root beyond those of the integer root of 62 bits.
    private const int SpareBits = 21;

    /// <summary>Number of binary digits of <paramref name="value"/> (≥ 0); 0 for 0.</summary>
    public static int BitLength(BigInteger value)
    {
        if (value <= ulong.MaxValue) return BitLength((ulong)value);
        byte[] bytes = value.ToByteArray();
        int last = bytes.Length - 1;
        while (bytes[last] == 0) last--;
        return (8 * last) + BitLength(bytes[last]);
    }

    /// <summary>⌊√<paramref name="value"/>⌋ for a value ≥ 0.</summary>
    public static BigInteger SqrtFloor(BigInteger value)
    {
        if (value.IsZero) return BigInteger.Zero;

        // Start from the root of the leading digits, made an over-estimate: from above, Newton's iteration decreases to the floor.
        // The hardware root only chooses the starting point; every accepted digit comes from integer arithmetic.
        int shift = Math.Max(0, BitLength(value) - 62);
        shift += shift & 1;
        double leading = Math.Sqrt((ulong)(value >> shift));
        BigInteger root = shift < 2 * SpareBits
            ? (BigInteger)((ulong)leading + 2) << (shift / 2)
            : (BigInteger)((ulong)(leading * (1L << SpareBits)) + 8) << ((shift / 2) - SpareBits);
        while (true)
        {
            BigInteger next = (root + (value / root)) >> 1;
            if (next >= root) return root;
            root = next;
        }
    }

    /// <summary>Whether <paramref name="value"/> (≥ 0) is the square of an integer, and of which.</summary>
    public static bool TrySqrt(BigInteger value, out BigInteger root)
    {
        // Squares are 0, 1, 4, 9, 16, 17, 25, 33, 36, 41, 49, 57 modulo 64: most non-squares stop here.
        const ulong SquaresModulo64 = 0x0202_0212_0203_0213;
        int residue = (int)(value & 63);
        root = BigInteger.Zero;
        if (((SquaresModulo64 >> residue) & 1) == 0) return false;
        root = SqrtFloor(value);
        return root * root == value;
    }

    private static int BitLength(ulong value)
    {
        int length = 0;
        for (int step = 32; step > 0; step /= 2)
        {
            if (value >> step == 0) continue;
            length += step;
            value >>= step;
        }

        return length + (int)value;
    }
}
