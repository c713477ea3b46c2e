using System.Runtime.Intrinsics.X86;

namespace Reps.Kernels.Execution;

/// <summary>Announces memory that will be read soon; a hint, and nothing where the hardware has none.</summary>
internal static unsafe class RowPrefetch
{
    /// <summary>Asks for every cache line of so many numbers, into the second-level cache: the first is full of what is in use.</summary>
    public static void Read<T>(T* start, int count)
        where T : unmanaged
    {
        if (!Sse.IsSupported) return;
        byte* end = (byte*)(start + count);
        for (byte* line = (byte*)start; line < end; line += 64) Sse.Prefetch1(line);
    }
}
