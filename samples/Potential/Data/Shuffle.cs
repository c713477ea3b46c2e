using System;
using System.Linq;

namespace Potential.Data;

/// <summary>
/// Random orders that follow from numbers alone: the order of an epoch is made again after a resumption, and is the same on every
/// version of .NET.
/// </summary>
public static class Shuffle
{
    /// <summary>0 to count − 1 in an order that follows from the seed.</summary>
    public static int[] Of(int count, ulong seed)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        ulong state = seed;
        for (int n = count - 1; n > 0; n--)
        {
            // The product's high half is uniform but for a part in 2^32.
            int other = (int)Math.BigMul(Next(ref state), (ulong)(n + 1), out _);
            (order[n], order[other]) = (order[other], order[n]);
        }
        return order;
    }

    /// <summary>One seed of two numbers.</summary>
    public static ulong Mix(ulong a, ulong b)
    {
        ulong state = a;
        state = Next(ref state) ^ b;
        return Next(ref state);
    }

    // SplitMix64 (Steele, Lea and Flood, 2014).
    private static ulong Next(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        ulong z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
