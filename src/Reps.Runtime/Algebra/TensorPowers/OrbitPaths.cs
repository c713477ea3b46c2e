using System;
using System.Collections.Generic;
using System.Numerics;
using System.Threading;

namespace Reps.Algebra;

/// <summary>The maps that commute with permutations of the coordinates: one for each orbit on pairs of lists. They are always a basis.</summary>
internal static class OrbitPaths
{
    /// <summary>The orbits between two terms, in their order; without an input those of biases.</summary>
    /// <param name="spaces">The spaces; all have permutations.</param>
    /// <param name="input">The input term, or that without axes.</param>
    /// <param name="output">The output term.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static IEnumerable<ListOrbit> Between(EquatableArray<TensorSpace> spaces, TensorPower input, TensorPower output, CancellationToken cancellationToken)
    {
        ListOrbits orbits = new(spaces, output, cancellationToken);
        for (int number = 0; number < orbits.Classes.Length; number++)
        {
            List<int> lists = orbits.Classes[number];
            (int[] ids, int count) = orbits.Inputs(number, input);
            int[] first = new int[count];
            long[] sizes = new long[count];
            for (int list = ids.Length - 1; list >= 0; list--)
            {
                first[ids[list]] = list;
                sizes[ids[list]]++;
            }
            EquatableArray<int> outputs = EquatableArray<int>.Of(ListOrbits.Points(spaces, output, lists[0]));
            for (int orbit = 0; orbit < count; orbit++)
                yield return new(outputs, EquatableArray<int>.Of(ListOrbits.Points(spaces, input, first[orbit])), sizes[orbit] * lists.Count);
        }
    }

    /// <summary>The number of orbits between two terms; none is made.</summary>
    /// <exception cref="OverflowException">The group of a graph, or the count, takes too long.</exception>
    public static BigInteger Count(EquatableArray<TensorSpace> spaces, TensorPower input, TensorPower output)
    {
        BigInteger count = BigInteger.One;
        for (int s = 0; s < spaces.Count; s++) count *= SpaceGroups.CountOrbits(spaces[s], input.Powers[s] + output.Powers[s], default);
        return count;
    }

    /// <summary>The number of pairs of lists between two terms, n^(k+l): what a row of a batch costs, for each channel.</summary>
    public static BigInteger Pairs(EquatableArray<TensorSpace> spaces, TensorPower input, TensorPower output)
    {
        BigInteger pairs = BigInteger.One;
        for (int s = 0; s < spaces.Count; s++) pairs *= BigInteger.Pow(spaces[s].N, input.Powers[s] + output.Powers[s]);
        return pairs;
    }
}
