using System;
using System.Runtime.InteropServices;

namespace Reps.Benchmarking;

/// <summary>Numbers outside the managed heap that begin at a cache line, so that runs do not differ by where an array happens to lie.</summary>
internal sealed unsafe class AlignedBuffer : IDisposable
{
    private float* _start;

    /// <summary>Allocates numbers, all zero, each page touched.</summary>
    public AlignedBuffer(long length)
    {
        Length = length;
        _start = (float*)NativeMemory.AlignedAlloc((nuint)Math.Max(length * sizeof(float), 64), 64);
        NativeMemory.Clear(_start, (nuint)(length * sizeof(float)));
    }

    /// <summary>How many numbers there are.</summary>
    public long Length { get; }

    /// <summary>Where they begin.</summary>
    public float* Start => _start != null ? _start : throw new ObjectDisposedException(nameof(AlignedBuffer));

    /// <summary>Random numbers between −1 and 1, always the same for a seed.</summary>
    public static AlignedBuffer Random(long length, int seed)
    {
        AlignedBuffer buffer = new(length);
        Random random = new(seed);
        for (long n = 0; n < length; n++) buffer._start[n] = 2 * random.NextSingle() - 1;
        return buffer;
    }

    /// <summary>Some of the numbers.</summary>
    public Span<float> Slice(long from, long count) =>
        from >= 0 && count >= 0 && from + count <= Length ? new(Start + from, checked((int)count)) : throw new ArgumentOutOfRangeException(nameof(count));

    public void Dispose()
    {
        NativeMemory.AlignedFree(_start);
        _start = null;
    }
}
