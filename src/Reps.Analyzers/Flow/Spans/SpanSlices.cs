using System.Collections.Generic;

namespace Reps.Analyzers.Flow;

/// <summary>
/// Parts of numbers in memory. Inside a segment the component is outer, so that a component of all channels is a part with a meaning.
/// </summary>
internal static class SpanSlices
{
    /// <summary>The numbers from one to another, exclusive.</summary>
    /// <param name="span">The whole.</param>
    /// <param name="start">The first.</param>
    /// <param name="stop">The one after the last.</param>
    /// <param name="through">The segment that it cuts between channels; null where it does not.</param>
    public static FlowValue Of(SpanValue span, long start, long stop, out MulIrrep? through)
    {
        through = null;
        if (!span.IsWhole || start < 0 || stop <= start || stop > span.Irreps.Dim) return FlowValue.Unknown;
        SegmentCut cut = SegmentCut.Of(span.Irreps, start, stop);
        if (cut.Part is Irreps part) return new SpanValue(part, true);
        List<MulIrrep> touched = [.. Touched(span.Irreps, start, stop)];
        long offset = 0;
        foreach (MulIrrep entry in span.Irreps)
        {
            bool cuts = (Cuts(entry, start - offset) || Cuts(entry, stop - offset)) && entry.Irrep.Dim > 1;
            if (cuts && touched.Count == 1) through ??= IsBetween(entry, start - offset) && IsBetween(entry, stop - offset) ? null : entry;
            else if (cuts) through ??= entry;
            offset += entry.Dim;
        }
        return through is null ? new SpanValue(new(span.Irreps.Group, touched), true, IsWhole: false) : FlowValue.Reported;
    }

    /// <summary>The segments of which numbers are in a range.</summary>
    public static IEnumerable<MulIrrep> Touched(Irreps irreps, long start, long stop)
    {
        long offset = 0;
        foreach (MulIrrep entry in irreps)
        {
            if (start < offset + entry.Dim && stop > offset && entry.Mul > 0) yield return entry;
            offset += entry.Dim;
        }
    }

    private static bool Cuts(MulIrrep entry, long at) => at > 0 && at < entry.Dim;

    // Between the channels of one component and those of the next.
    private static bool IsBetween(MulIrrep entry, long at) => at % entry.Mul == 0;
}
