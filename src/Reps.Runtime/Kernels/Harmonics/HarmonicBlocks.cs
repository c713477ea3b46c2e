using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Reps.Kernels.Simd;

namespace Reps.Kernels.Harmonics;

/// <summary>The memory and constants of one evaluation, and what its passes have in common for each block of points.</summary>
/// <typeparam name="S">The arithmetic.</typeparam>
/// <typeparam name="V">Its vector.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal readonly ref struct HarmonicBlocks<S, V, T>
    where S : struct, ILanes<V, T>
    where V : struct
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>How many blocks of points are read at once.</summary>
    public const int Ahead = 8;

    private readonly ref T _memory;
    private readonly bool _normalize;
    private readonly int _rows;
    private readonly int _recurrence;
    private readonly int _ladder;
    private readonly int _points;
    private readonly int _places;

    /// <summary>Lays out the memory and fills the tables.</summary>
    /// <param name="call">The arguments.</param>
    /// <param name="derivatives">Whether the constants of the derivatives are needed.</param>
    /// <param name="blocks">How many blocks of places, one for each component of every degree.</param>
    /// <param name="triples">How many triples x, y, z beside the points themselves.</param>
    public HarmonicBlocks(in HarmonicCall<T> call, bool derivatives, int blocks, int triples)
    {
        Degree = call.Degree;
        _normalize = call.Normalize;
        _rows = call.Rows;
        Count = Math.Min(S.Count, _rows);
        BlockSize = 2 * HarmonicTables.Pairs(Degree) * S.Count;
        int recurrence = Aligned(HarmonicTables.RecurrenceLength(Degree));
        int ladder = derivatives ? 2 * HarmonicTables.LadderStride * HarmonicTables.Pairs(Degree) : 0;
        (_recurrence, _ladder) = (0, recurrence);
        _points = recurrence + Aligned(ladder);
        _places = _points + Aligned((4 * Ahead + 3 * triples) * S.Count);
        Span<T> memory = KernelScratch<T>.Numbers(_places + blocks * BlockSize);
        HarmonicTables.FillRecurrence(Degree, call.Normalization, call.Constants, memory[..recurrence]);
        if (derivatives) HarmonicTables.FillLadder(Degree, call.Normalization, call.Constants, memory.Slice(_ladder, ladder));
        memory[_places..].Clear();
        _memory = ref MemoryMarshal.GetReference(memory);
        Span<int> columns = KernelScratch<T>.Places(call.Dim);
        HarmonicTables.FillPlaces(call.Segments, S.Count, columns);
        Columns = columns;
    }

    /// <summary>The largest degree.</summary>
    public int Degree { get; }

    /// <summary>The number of values in a block of places.</summary>
    public int BlockSize { get; }

    /// <summary>The place of each column of the output.</summary>
    public ReadOnlySpan<int> Columns { get; }

    /// <summary>The number of points in each block of points.</summary>
    public int Count { get; }

    /// <summary>The constants of the recurrence.</summary>
    public ref T Recurrence
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref At(_recurrence);
    }

    /// <summary>The constants of the derivatives.</summary>
    public ref T Ladder
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref At(_ladder);
    }

    /// <summary>x, y, z and the inverse length of a block of points that has been read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Point(int row) => ref At(_points + row / S.Count % Ahead * 4 * S.Count);

    /// <summary>A triple x, y, z.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Triple(int n) => ref At(_points + (4 * Ahead + 3 * n) * S.Count);

    /// <summary>A block of places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Block(int n) => ref At(_places + n * BlockSize);

    /// <summary>The first row of the block of points at or after a row: the last block begins earlier rather than being shorter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int First(int row) => Math.Min(row, _rows - Count);

    /// <summary>
    /// Reads blocks of points from a row on, as many as there is room for. Ahead of their use, because the square roots and divisions of
    /// one block wait for each other, but not for those of the next.
    /// </summary>
    public void Read(ReadOnlySpan<T> vectors, int row)
    {
        ref T point = ref At(_points);
        for (int n = 0; n < Ahead && row < _rows; n++)
        {
            HarmonicPoints.Load<S, V, T>(ref MemoryMarshal.GetReference(vectors[(3 * First(row))..]), Count, ref point);
            if (_normalize) HarmonicPoints.Normalize<S, V, T>(ref point);
            else HarmonicPoints.Keep<S, V, T>(ref point);
            point = ref Unsafe.Add(ref point, 4 * S.Count);
            row += S.Count;
        }
    }

    /// <summary>Reads rows of cotangents into a block of places, summed over channels.</summary>
    public void Gather(ReadOnlySpan<T> rows, int row, ref T weights)
    {
        MemoryMarshal.CreateSpan(ref weights, BlockSize).Clear();
        LaneTranspose.Add<S, V, T>(ref MemoryMarshal.GetReference(rows[(row * Columns.Length)..]), Columns.Length, Count, Columns, ref weights);
    }

    private static int Aligned(int count) => (count + 15) & ~15;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref T At(int offset) => ref Unsafe.Add(ref _memory, offset);
}
