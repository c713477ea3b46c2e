using System.Numerics;
using System.Threading;

namespace Reps.Algebra;

/// <summary>Binary expansion of π to any length, from Machin's formula π = 16 arctan(1/5) − 4 arctan(1/239).</summary>
internal static class PiExpansion
{
    // Longest expansion kept; a longer one is computed again each time.
    private const int LongestKept = 4096;
    private static Expansion s_kept = Compute(256);

    /// <summary>An integer P with P ≤ π·2^<paramref name="bits"/> ≤ P + 1.</summary>
    public static BigInteger Floor(int bits)
    {
        Expansion kept = Volatile.Read(ref s_kept);
        if (kept.Bits < bits)
        {
            kept = Compute(bits);

            // A race keeps one of two correct expansions.
            if (bits <= LongestKept) Volatile.Write(ref s_kept, kept);
        }

        return kept.Value >> (kept.Bits - bits);
    }

    private static Expansion Compute(int bits)
    {
        // Fewer than scale/4 terms of each arctangent, wrong by less than 3 units each and weighted by at most 16, leave an error below
        // 64·scale units of 2^-scale. The guard bits absorb it; where it reaches a carry, both ends of the interval disagree: retry.
        for (int guard = 32; ; guard *= 2)
        {
            int scale = bits + guard;
            BigInteger pi = (16 * ArcTangentOfInverse(5, scale)) - (4 * ArcTangentOfInverse(239, scale));
            BigInteger error = 64 * (BigInteger)scale;
            BigInteger low = (pi - error) >> guard;
            BigInteger high = (pi + error) >> guard;
            if (low == high) return new Expansion(bits, low);
        }
    }

    private static BigInteger ArcTangentOfInverse(int n, int scale)
    {
        BigInteger power = (BigInteger.One << scale) / n;
        BigInteger sum = power;
        int square = n * n;
        for (int k = 1; !power.IsZero; k++)
        {
            power /= square;
            BigInteger term = power / ((2 * k) + 1);
            sum += (k & 1) == 0 ? term : -term;
        }

        return sum;
    }

    private sealed class Expansion(int bits, BigInteger value)
    {
        public int Bits { get; } = bits;

        public BigInteger Value { get; } = value;
    }
}
