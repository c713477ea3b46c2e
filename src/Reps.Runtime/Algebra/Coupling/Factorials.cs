using System;
using System.Numerics;
using System.Threading;

namespace Reps.Algebra;

/// <summary>Factorials and rows of Pascal's triangle, memoised up to a stated size and computed anew beyond it.</summary>
internal static class Factorials
{
    // About half a megabyte each when full.
    private const int LargestKeptFactorial = 1023;
    private const int LargestKeptRow = 127;

    private static readonly BigInteger[]?[] s_rows = new BigInteger[LargestKeptRow + 1][];
    private static BigInteger[] s_factorials = [BigInteger.One];

    /// <summary><paramref name="n"/>! for n ≥ 0.</summary>
    public static BigInteger Of(int n)
    {
        BigInteger[] table = Volatile.Read(ref s_factorials);
        if (n >= table.Length) table = Grow(Math.Min(n, LargestKeptFactorial));
        if (n < table.Length) return table[n];
        return table[LargestKeptFactorial] * ProductOfRange(LargestKeptFactorial + 1, n);
    }

    /// <summary>The binomial coefficients (n over 0) … (n over n). The array is shared: read only.</summary>
    public static BigInteger[] BinomialRow(int n, CancellationToken cancellationToken)
    {
        // A race stores one of two equal rows.
        if (n <= LargestKeptRow && Volatile.Read(ref s_rows[n]) is { } kept) return kept;
        BigInteger[] row = new BigInteger[n + 1];
        row[0] = BigInteger.One;
        for (int k = 1; k <= n; k++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            row[k] = k <= n - k ? row[k - 1] * (n - k + 1) / k : row[n - k];
        }

        if (n <= LargestKeptRow) Volatile.Write(ref s_rows[n], row);
        return row;
    }

    private static BigInteger[] Grow(int n)
    {
        BigInteger[] old = Volatile.Read(ref s_factorials);
        if (n < old.Length) return old;
        BigInteger[] table = new BigInteger[Math.Min(Math.Max(n + 1, 2 * old.Length), LargestKeptFactorial + 1)];
        old.CopyTo(table, 0);
        for (int k = old.Length; k < table.Length; k++) table[k] = table[k - 1] * k;
        Volatile.Write(ref s_factorials, table);
        return table;
    }

    // Halving keeps the factors of each product of similar size.
    private static BigInteger ProductOfRange(int first, int last)
    {
        if (last - first < 8)
        {
            BigInteger product = first;
            for (int k = first + 1; k <= last; k++) product *= k;
            return product;
        }

        int middle = first + ((last - first) / 2);
        return ProductOfRange(first, middle) * ProductOfRange(middle + 1, last);
    }
}
