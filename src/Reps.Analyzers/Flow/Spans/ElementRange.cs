namespace Reps.Analyzers.Flow;

/// <summary>The numbers that an index runs over: <c>Start, Start + Stride, …</c>, so many of them.</summary>
/// <param name="Start">The first.</param>
/// <param name="Count">How many; null for all that there are.</param>
/// <param name="Stride">The distance between two of them.</param>
internal sealed record ElementRange(long Start, long? Count, long Stride = 1)
{
    private const long Most = 1L << 32;

    /// <summary>One number.</summary>
    public static ElementRange? At(long number) => number is >= 0 and < Most ? new(number, 1) : null;

    /// <summary>What a sum of two indices runs over; null where that has gaps.</summary>
    public static ElementRange? Sum(ElementRange left, ElementRange right)
    {
        if (left.Count == 1) return right with { Start = right.Start + left.Start };
        if (right.Count == 1) return left with { Start = left.Start + right.Start };
        (ElementRange outer, ElementRange inner) = left.Stride >= right.Stride ? (left, right) : (right, left);
        return outer.Count is long blocks && inner.Count is long count && inner.Stride * count == outer.Stride && blocks * count < Most
            ? new(outer.Start + inner.Start, blocks * count, inner.Stride)
            : null;
    }

    /// <summary>What an index times a number runs over.</summary>
    public ElementRange? Times(long factor) => factor is > 0 and < Most && Start < Most ? new(Start * factor, Count, Stride * factor) : null;
}
