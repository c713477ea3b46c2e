using System;
using System.Linq;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reps.Tests.Kernels;

/// <summary>Numbers at a chosen distance from a cache line, between guards that must stay as they are. At first all are NaN.</summary>
internal sealed class Guarded<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int Margin = 64;

    private readonly T[] _memory;
    private readonly int _start;
    private readonly int _count;

    public unsafe Guarded(int count, int shift)
    {
        _memory = GC.AllocateUninitializedArray<T>(count + 3 * Margin, pinned: true);
        _memory.AsSpan().Fill(Guard);
        nint misplaced = (nint)Unsafe.AsPointer(ref _memory[0]) & 63;
        _start = Margin + (int)(-misplaced & 63) / sizeof(T) + shift;
        _count = count;
        Memory.Span.Fill(T.NaN);
    }

    private static T Guard => T.CreateTruncating(-7654321);

    public Memory<T> Memory => _memory.AsMemory(_start, _count);

    public T this[int index] => _memory[_start + index];

    public static Guarded<T> Of(double[] values, int shift)
    {
        Guarded<T> guarded = new(values.Length, shift);
        for (int n = 0; n < values.Length; n++) guarded._memory[guarded._start + n] = T.CreateTruncating(values[n]);
        return guarded;
    }

    /// <summary>Requires that nothing was written beside the numbers.</summary>
    public void RequireGuards(string what)
    {
        bool intact = _memory.Take(_start).Concat(_memory.Skip(_start + _count)).All(v => v == Guard);
        Assert.True(intact, $"{what}: written outside the span");
    }
}
