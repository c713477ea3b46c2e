using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reps.Benchmarking;

/// <summary>Loops that do nothing but move numbers. Lengths are multiples of four vectors, starts are aligned to a cache line.</summary>
internal static unsafe class MemoryPasses
{
    /// <summary>Reads three places at once: a single stream leaves the prefetcher idle at the ends of pages.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Read(float* first, float* second, float* third, long length)
    {
        int lanes = Vector<float>.Count;
        Vector<float> a = default, b = default, c = default, d = default, e = default, f = default;
        for (long n = 0; n < length; n += 2 * lanes)
        {
            a += Vector.LoadAligned(first + n);
            b += Vector.LoadAligned(first + n + lanes);
            c += Vector.LoadAligned(second + n);
            d += Vector.LoadAligned(second + n + lanes);
            e += Vector.LoadAligned(third + n);
            f += Vector.LoadAligned(third + n + lanes);
        }
        return Vector.Sum(a + b + (c + d) + (e + f));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Write(float* target, long length)
    {
        int lanes = Vector<float>.Count;
        Vector<float> value = new(1e-3f);
        for (float* end = target + length; target < end; target += 4 * lanes)
        {
            value.StoreAligned(target);
            value.StoreAligned(target + lanes);
            value.StoreAligned(target + 2 * lanes);
            value.StoreAligned(target + 3 * lanes);
        }
    }

    /// <summary>Stores that go around the caches.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Stream(float* target, long length)
    {
        int lanes = Vector<float>.Count;
        Vector<float> value = new(1e-3f);
        for (float* end = target + length; target < end; target += 4 * lanes)
        {
            value.StoreAlignedNonTemporal(target);
            value.StoreAlignedNonTemporal(target + lanes);
            value.StoreAlignedNonTemporal(target + 2 * lanes);
            value.StoreAlignedNonTemporal(target + 3 * lanes);
        }
    }

    /// <summary>target = first + s·second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Triad(float* first, float* second, float* target, long length)
    {
        int lanes = Vector<float>.Count;
        Vector<float> scale = new(0.5f);
        for (long n = 0; n < length; n += 2 * lanes)
        {
            (Vector.LoadAligned(first + n) + scale * Vector.LoadAligned(second + n)).StoreAligned(target + n);
            (Vector.LoadAligned(first + n + lanes) + scale * Vector.LoadAligned(second + n + lanes)).StoreAligned(target + n + lanes);
        }
    }

    /// <summary>target = first + s·second, with stores that go around the caches.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void TriadStreaming(float* first, float* second, float* target, long length)
    {
        int lanes = Vector<float>.Count;
        Vector<float> scale = new(0.5f);
        for (long n = 0; n < length; n += 2 * lanes)
        {
            (Vector.LoadAligned(first + n) + scale * Vector.LoadAligned(second + n)).StoreAlignedNonTemporal(target + n);
            (Vector.LoadAligned(first + n + lanes) + scale * Vector.LoadAligned(second + n + lanes)).StoreAlignedNonTemporal(target + n + lanes);
        }
    }
}
