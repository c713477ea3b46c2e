using System;
using System.Collections.Generic;
using System.Linq;
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

    /// <summary>Says why the maps are too many, or too large. No orbit is made.</summary>
    /// <param name="input">The representation of the input.</param>
    /// <param name="output">The representation of the output, of the same groups.</param>
    public static IReadOnlyList<PlanError> Check(TensorPowers input, TensorPowers output)
    {
        EquatableArray<TensorSpace> spaces = input.Spaces;
        // Between any two terms there is one at least.
        long least = (long)input.Terms.Count * output.Terms.Count;
        if (least > Budget.MaxPaths) return [TooLarge($"The map has {least} orbits or more; the budget is {Budget.MaxPaths}: take fewer terms.")];
        BigInteger count = BigInteger.Zero;
        BigInteger weights = BigInteger.Zero;
        try
        {
            foreach (TensorPower o in output.Terms)
            foreach (TensorPower i in input.Terms)
            {
                BigInteger pairs = Lists(spaces, o) * Lists(spaces, i);
                if (pairs > Budget.MaxListPairs)
                    return [TooLarge($"From {i} to {o} there are {pairs} pairs of lists of points; the budget is {Budget.MaxListPairs}: take smaller powers or fewer points.")];
                // Of one group with input axes no more than pairs; of a product of many perhaps.
                BigInteger images = i.Axes == 0 ? BigInteger.Zero : Lists(spaces, o) * spaces.Sum(static space => space.N);
                if (images > Budget.MaxListPairs)
                    return [TooLarge($"For the lists of {o} there are {images} images of points; the budget is {Budget.MaxListPairs}: take smaller powers or fewer groups.")];
                BigInteger here = BigInteger.One;
                for (int s = 0; s < spaces.Count; s++) here *= SpaceGroups.CountOrbits(spaces[s], i.Powers[s] + o.Powers[s], default);
                count += here;
                weights += here * i.Channels * o.Channels;
            }
        }
        catch (OverflowException exception)
        {
            return [TooLarge($"The orbits of {string.Join("×", spaces)} take too long to find: {exception.Message}")];
        }
        return count <= Budget.MaxPaths && weights <= Budget.MaxWeights
            ? []
            : [TooLarge($"The map has {count} orbits and {weights} weights; the budget is {Budget.MaxPaths} and {Budget.MaxWeights}: take smaller powers, fewer channels, or a graph with more symmetries.")];
    }

    private static PlanError TooLarge(FormattableString message) => new("REPS1012", FormattableString.Invariant(message));

    // n^k, of a product the product of these.
    private static BigInteger Lists(EquatableArray<TensorSpace> spaces, TensorPower term)
    {
        BigInteger lists = BigInteger.One;
        for (int s = 0; s < spaces.Count; s++) lists *= BigInteger.Pow(spaces[s].N, term.Powers[s]);
        return lists;
    }
}
