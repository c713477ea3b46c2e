using System.Linq;

namespace Reps.Benchmarking;

/// <summary>The least time that the machine's limits allow, and which of them sets it.</summary>
/// <param name="Seconds">For one unit.</param>
/// <param name="Resource">What would have to be faster.</param>
internal sealed record Bound(double Seconds, string Resource)
{
    /// <summary>
    /// The largest of four times: reading the bytes read, writing the bytes written, moving both at the rate of the fastest pass, and the
    /// operations at the peak of fused multiplications and additions.
    /// </summary>
    /// <param name="counts">What a unit needs.</param>
    /// <param name="limits">What the machine gives.</param>
    /// <param name="workingSet">The bytes of all operands together, which decide the level of the memory they lie in.</param>
    public static Bound Of(Counts counts, MachineLimits limits, double workingSet)
    {
        MemoryLevel level = limits.LevelOf(workingSet);
        Bound[] bounds =
        [
            new(counts.Flops / limits.FmaFloat, "arithmetic"),
            new(counts.Read / level.Read, "reading " + level.Name),
            new(counts.Written / level.BestWrite, "writing " + level.Name),
            new(counts.Bytes / level.Best, "moving " + level.Name),
        ];
        return bounds.MaxBy(bound => bound.Seconds)!;
    }
}
