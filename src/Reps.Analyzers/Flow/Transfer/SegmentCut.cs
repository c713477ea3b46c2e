using System.Collections.Generic;

namespace Reps.Analyzers.Flow;

/// <summary>A range of the numbers of a feature vector.</summary>
/// <param name="Part">Its representation; null where it cuts through an irrep.</param>
/// <param name="Through">The first segment that it cuts through.</param>
internal sealed record SegmentCut(Irreps? Part, MulIrrep? Through)
{
    /// <summary>The range from one number to another, exclusive. Scalars may be cut anywhere.</summary>
    public static SegmentCut Of(Irreps irreps, long start, long stop)
    {
        List<MulIrrep> part = [];
        long offset = 0;
        foreach (MulIrrep entry in irreps)
        {
            long first = System.Math.Max(start, offset);
            long last = System.Math.Min(stop, offset + entry.Dim);
            offset += entry.Dim;
            if (last <= first) continue;
            if (entry.Irrep.Dim > 1 && last - first < entry.Dim) return new(null, entry);
            part.Add(new((int)((last - first) / entry.Irrep.Dim), entry.Irrep));
        }
        return new(new(irreps.Group, part), null);
    }
}
