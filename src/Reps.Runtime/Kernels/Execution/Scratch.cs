using System;
using System.Runtime.CompilerServices;

namespace Reps.Kernels.Execution;

/// <summary>
/// Working memory of a thread, kept between calls so that a kernel allocates nothing once it has run. What a part of a job rents is its own
/// until the part ends, also when it runs a job itself: <see cref="KernelThreads"/> gives it back then.
/// </summary>
internal static unsafe class Scratch
{
    private const int Alignment = 64;
    private const int Smallest = 1 << 16;

    [ThreadStatic]
    private static Block? s_block;

    [ThreadStatic]
    private static long s_used;

    /// <summary>How much of the memory is rented; setting an earlier number gives back what was rented since.</summary>
    public static long Used
    {
        get => s_used;
        set
        {
            s_used = value;
            if (value == 0 && s_block is not null) s_block.Previous = null;
        }
    }

    /// <summary>Memory for so many numbers, aligned to a cache line, not cleared.</summary>
    public static T* Rent<T>(long count)
        where T : unmanaged
    {
        long start = s_used;
        long end = checked(start + (count * sizeof(T) + Alignment - 1) / Alignment * Alignment);
        Block? block = s_block;
        // What has been rented before lies in the previous block, which stays until that is given back.
        if (block is null || block.Length < end) s_block = block = new Block(Math.Max(end, Smallest), start == 0 ? null : block);
        s_used = end;
        return (T*)(block.Start + start);
    }

    /// <summary>Rounds a number of values up, so that what follows it is aligned to a cache line.</summary>
    public static int Aligned<T>(int count)
        where T : unmanaged
    {
        int line = Alignment / sizeof(T);
        return (count + line - 1) / line * line;
    }

    private sealed class Block
    {
        private readonly byte[] _memory;

        public Block(long length, Block? previous)
        {
            // Pinned, so that what is aligned remains so.
            _memory = GC.AllocateUninitializedArray<byte>(checked((int)length + Alignment), pinned: true);
            nint address = (nint)Unsafe.AsPointer(ref _memory[0]);
            Start = (byte*)((address + Alignment - 1) & -Alignment);
            Length = length;
            Previous = previous;
        }

        public byte* Start { get; }

        public long Length { get; }

        public Block? Previous { get; set; }
    }
}
