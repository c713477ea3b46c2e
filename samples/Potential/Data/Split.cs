using System;
using System.Linq;

namespace Potential.Data;

/// <summary>Which structures are held back for validation.</summary>
public static class Split
{
    /// <summary>How many structures a fraction below 1, or a number of them, means.</summary>
    public static int Count(double validation, int structures) => (int)Math.Round(validation < 1 ? validation * structures : validation);

    /// <summary>Draws the structures for validation; both lists are ascending.</summary>
    public static (int[] Train, int[] Validation) Of(int structures, int validation, int seed)
    {
        int[] shuffled = Shuffle.Of(structures, Shuffle.Mix((ulong)seed, ulong.MaxValue));
        return ([.. shuffled[validation..].Order()], [.. shuffled[..validation].Order()]);
    }
}
