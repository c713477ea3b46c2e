using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Reps.Kernels;

/// <summary>Memory that a thread keeps between evaluations, so that none allocates once it has seen its largest size.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal static class KernelScratch<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int Line = 64;

    [ThreadStatic]
    private static T[]? s_numbers;

    [ThreadStatic]
    private static int[]? s_places;

    /// <summary>Numbers that begin on a cache line, not cleared. They are valid until the next call.</summary>
    public static unsafe Span<T> Numbers(int count)
    {
        int padding = Line / sizeof(T);
        T[]? numbers = s_numbers;
        // Pinned, so that what is aligned remains so.
        if (numbers is null || numbers.Length < count + padding)
            s_numbers = numbers = GC.AllocateUninitializedArray<T>(Math.Max(count + padding, 1024), pinned: true);
        nuint misplaced = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(numbers)) % Line;
        return numbers.AsSpan(misplaced == 0 ? 0 : (int)((Line - misplaced) / (nuint)sizeof(T)), count);
    }

    /// <summary>Integers, not cleared. They are valid until the next call.</summary>
    public static Span<int> Places(int count)
    {
        int[]? places = s_places;
        if (places is null || places.Length < count) s_places = places = GC.AllocateUninitializedArray<int>(Math.Max(count, 256));
        return places.AsSpan(0, count);
    }
}
