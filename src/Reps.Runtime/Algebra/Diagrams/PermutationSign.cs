using System;
using System.Collections.Generic;
using System.Threading;

namespace Reps.Algebra;

/// <summary>Signs of lists of numbers.</summary>
internal static class PermutationSign
{
    /// <summary>+1 if an even number of exchanges sorts the list, −1 if an odd number does, 0 if a number occurs twice.</summary>
    public static int Of(IReadOnlyList<int> list)
    {
        int sign = 1;
        for (int i = 0; i < list.Count; i++)
            for (int j = i + 1; j < list.Count; j++)
            {
                if (list[i] == list[j]) return 0;
                if (list[i] > list[j]) sign = -sign;
            }
        return sign;
    }

    /// <summary>The same for n−1 or n of the numbers 0 … n−1; the missing number is appended.</summary>
    public static int OfAll(IReadOnlyList<int> list, int n)
    {
        int sign = Of(list);
        if (list.Count == n) return sign;
        long missing = (long)n * (n - 1) / 2;
        foreach (int number in list) missing -= number;
        foreach (int number in list)
            if (number > missing)
                sign = -sign;
        return sign;
    }

    /// <summary>The permutations of 0 … count−1 in lexicographic order, in one array that is overwritten, and their signs.</summary>
    public static IEnumerable<(int[] Images, int Sign)> All(int count, CancellationToken cancellationToken)
    {
        int[] images = new int[count];
        for (int i = 0; i < count; i++) images[i] = i;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return (images, Of(images));
            int descent = count - 2;
            while (descent >= 0 && images[descent] > images[descent + 1]) descent--;
            if (descent < 0) yield break;
            int next = count - 1;
            while (images[next] < images[descent]) next--;
            (images[descent], images[next]) = (images[next], images[descent]);
            Array.Reverse(images, descent + 1, count - descent - 1);
        }
    }
}
