using System;
using System.Runtime.Intrinsics;

namespace Reps.Kernels.Execution;

/// <summary>Copies finished results to memory past the caches, which saves reading the lines that are overwritten.</summary>
internal static unsafe class RowCopy
{
    /// <summary>Results of more bytes than this are not expected to be in a cache when they are read next.</summary>
    public const long StreamingBytes = 8 << 20;

    /// <summary>Copies numbers with non-temporal stores wherever a whole vector is aligned.</summary>
    public static void Stream<T>(T* source, T* target, int count)
        where T : unmanaged
    {
        byte* from = (byte*)source;
        byte* to = (byte*)target;
        long bytes = (long)count * sizeof(T);
        long head = Math.Min(bytes, -(nint)to & 63);
        Buffer.MemoryCopy(from, to, head, head);
        long n = head;
        if (Vector256.IsHardwareAccelerated)
            for (; n + 64 <= bytes; n += 64)
            {
                Vector256<byte> first = Vector256.Load(from + n);
                Vector256<byte> second = Vector256.Load(from + n + 32);
                first.StoreAlignedNonTemporal(to + n);
                second.StoreAlignedNonTemporal(to + n + 32);
            }
        Buffer.MemoryCopy(from + n, to + n, bytes - n, bytes - n);
    }
}
