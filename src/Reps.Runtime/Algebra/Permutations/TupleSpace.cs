using System;

namespace Reps.Algebra;

/// <summary>The lists of N points out of n, in lexicographic order.</summary>
internal static class TupleSpace
{
    /// <summary>The highest order of a tensor power.</summary>
    public const int MaxOrder = 64;

    /// <summary>The powers n⁰ … n^N.</summary>
    /// <exception cref="OverflowException">The last is above the limit.</exception>
    public static int[] Strides(int degree, int length, int limit)
    {
        int[] strides = new int[length + 1];
        long size = 1;
        for (int n = 0; n <= length; n++)
        {
            if (size > limit)
                throw new OverflowException(
                    FormattableString.Invariant($"There are {degree}^{length} lists of {length} points, and tables of up to {limit} are made: take a lower order or fewer points.")
                );
            strides[n] = (int)size;
            size *= degree;
        }
        return strides;
    }

    /// <summary>The points of the list at a position.</summary>
    public static int[] Digits(int position, int degree, int length)
    {
        int[] digits = new int[length];
        for (int n = length - 1; n >= 0; n--)
        {
            digits[n] = position % degree;
            position /= degree;
        }
        return digits;
    }

    /// <summary>Refuses negative numbers of points, and more of them than any table has.</summary>
    public static void CheckOrder(int order, string name)
    {
        if (order is < 0 or > MaxOrder)
            throw new ArgumentOutOfRangeException(
                name,
                FormattableString.Invariant($"The order of a tensor power is 0 to {MaxOrder}, not {order}.")
            );
    }
}
