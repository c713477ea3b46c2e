namespace Reps.Benchmarking;

/// <summary>What one unit of work (an edge, a row, a point) cannot avoid: every input is read once and every output written once.</summary>
/// <param name="Read">Bytes read.</param>
/// <param name="Written">Bytes written.</param>
/// <param name="Flops">Additions and multiplications; a fused multiplication and addition is two.</param>
internal readonly record struct Counts(double Read, double Written, double Flops)
{
    /// <summary>Bytes read and written.</summary>
    public double Bytes => Read + Written;

    public static Counts operator +(Counts left, Counts right) => new(left.Read + right.Read, left.Written + right.Written, left.Flops + right.Flops);

    public static Counts operator *(double factor, Counts counts) => new(factor * counts.Read, factor * counts.Written, factor * counts.Flops);
}
