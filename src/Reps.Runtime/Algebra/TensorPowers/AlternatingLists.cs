using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Reps.Algebra;

/// <summary>
/// The terms of a Levi-Civita symbol, shared out between the halves: a choice is the colours c of the blocks that go through and the set T of
/// those of the outputs' own blocks; R is what is left. χ(c, t, r) = χ(c, T, R) · sgn(t) · sgn(r), the first and last factor at the inputs.
/// </summary>
internal static class AlternatingLists
{
    /// <summary>The number of choices.</summary>
    public static int Choices(AlternatingSymbol symbol)
    {
        long count = 1;
        for (int n = 0; n < symbol.Through; n++) count *= symbol.N - n;
        for (int n = 0; n < symbol.Outputs; n++) count = count * (symbol.N - symbol.Through - n) / (n + 1);
        return checked((int)count);
    }

    /// <summary>For each choice the same number of entries: a sign, the colours of the blocks that go through, and those of the half's own blocks.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="outputs">Whether the half is that of the outputs.</param>
    /// <param name="own">The number of the half's own blocks; at the inputs one less than there are colours left if the symbol has the missing colour.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static List<int> Of(AlternatingSymbol symbol, bool outputs, int own, CancellationToken cancellationToken)
    {
        List<int> list = [];
        int[] all = [.. Enumerable.Range(0, symbol.N)];
        foreach (int[] through in Arrangements(all, symbol.Through))
        foreach (int[] chosen in Subsets([.. all.Except(through)], symbol.Outputs))
        {
            cancellationToken.ThrowIfCancellationRequested();
            int[] left = [.. all.Except(through).Except(chosen)];
            int sign = outputs ? 1 : PermutationSign.Of([.. through, .. chosen, .. left]);
            foreach (int[] order in Arrangements(outputs ? chosen : left, outputs ? chosen.Length : left.Length))
                list.AddRange([sign * PermutationSign.Of(order), .. through, .. order.Take(own)]);
        }
        return list;
    }

    // Lists of so many different values, in lexicographic order.
    private static IEnumerable<int[]> Arrangements(int[] values, int count) =>
        count == 0
            ? [[]]
            : values.SelectMany(value => Arrangements([.. values.Where(other => other != value)], count - 1).Select(rest => (int[])[value, .. rest]));

    private static IEnumerable<int[]> Subsets(int[] values, int count)
    {
        if (count == 0) return [[]];
        return Enumerable.Range(0, values.Length).SelectMany(n => Subsets([.. values.Skip(n + 1)], count - 1).Select(rest => (int[])[values[n], .. rest]));
    }
}
