using System;
using System.Runtime.CompilerServices;

namespace Reps.Kernels.Execution;

/// <summary>Working memory of a thread, kept between calls so that a kernel allocates nothing once it has run.</summary>
internal static unsafe class Scratch
{
    private const int Alignment = 64;

    [ThreadStatic]
    private static byte[]? s_memory;

    /// <summary>Memory for so many numbers, aligned to a cache line, not cleared. It is the thread's only one: the next call gives it again.</summary>
    public static T* Rent<T>(long count)
        where T : unmanaged
    {
        long bytes = checked(count * sizeof(T) + Alignment);
        if (s_memory is null || s_memory.Length < bytes) s_memory = GC.AllocateUninitializedArray<byte>(checked((int)bytes), pinned: true);
        nint start = (nint)Unsafe.AsPointer(ref s_memory[0]);
        return (T*)((start + Alignment - 1) & -Alignment);
    }

    /// <summary>Rounds a number of values up, so that what follows it is aligned to a cache line.</summary>
    public static int Aligned<T>(int count)
        where T : unmanaged
    {
        int line = Alignment / sizeof(T);
        return (count + line - 1) / line * line;
    }
}
