using System;

namespace Reps.Benchmarking;

/// <summary>Weights of some rows, and a place for their gradients.</summary>
/// <param name="weights">One vector, or one for each row.</param>
/// <param name="gradients">The same; for shared weights one vector for each thread, since each sums over its own rows.</param>
/// <param name="count">The length of a vector.</param>
/// <param name="shared">Whether there is one vector for all rows.</param>
internal sealed class WeightBuffers(AlignedBuffer weights, AlignedBuffer gradients, int count, bool shared)
{
    /// <summary>The most threads that can have gradients of shared weights.</summary>
    public static int MaxThreads => Math.Max(2, Environment.ProcessorCount);

    /// <summary>The weights of some rows.</summary>
    public ReadOnlySpan<float> Of(Range rows) => shared ? weights.Slice(0, count) : Rows(weights, rows);

    /// <summary>Where a thread writes the gradients of these.</summary>
    public Span<float> GradientsOf(int thread, Range rows) => shared ? gradients.Slice((long)thread * count, count) : Rows(gradients, rows);

    /// <summary>Adds up what the threads have for shared weights.</summary>
    public void Finish(int threads)
    {
        if (!shared) return;
        Span<float> sum = gradients.Slice(0, count);
        for (int thread = 1; thread < threads; thread++)
        {
            ReadOnlySpan<float> part = gradients.Slice((long)thread * count, count);
            for (int n = 0; n < sum.Length; n++) sum[n] += part[n];
        }
    }

    private Span<float> Rows(AlignedBuffer buffer, Range rows) => buffer.Slice((long)rows.Start.Value * count, (long)(rows.End.Value - rows.Start.Value) * count);
}
