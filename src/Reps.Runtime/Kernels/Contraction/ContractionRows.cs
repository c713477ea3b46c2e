using System;

namespace Reps.Kernels;

/// <summary>A block of channels of several rows: in the caller's memory, or copied to a buffer where the block is not full.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal readonly ref struct ContractionRows<T>
{
    /// <summary>The first number of the first row.</summary>
    public readonly ref T First;

    /// <summary>The distance of rows.</summary>
    public readonly nint Stride;

    private readonly Span<T> _memory;
    private readonly Span<T> _buffer;
    private readonly int _channels;
    private readonly int _count;

    /// <summary>Begins to work on a block.</summary>
    /// <param name="memory">[rows, channels], from the first channel of the block on.</param>
    /// <param name="channels">The number of channels.</param>
    /// <param name="count">How many of them are in the block.</param>
    /// <param name="block">The size of the block.</param>
    /// <param name="buffer">[rows, block].</param>
    public ContractionRows(Span<T> memory, int channels, int count, int block, Span<T> buffer)
    {
        (_channels, _count) = (channels, count);
        if (count == block)
        {
            First = ref memory[0];
            Stride = channels;
            return;
        }
        _memory = memory;
        _buffer = buffer;
        Load(memory, channels, count, block, buffer);
        First = ref buffer[0];
        Stride = block;
    }

    /// <summary>Puts the numbers of a block that is not full where they belong.</summary>
    public void Flush()
    {
        if (!_buffer.IsEmpty) Store(_buffer, (int)Stride, _count, _channels, _memory);
    }

    /// <summary>Copies a block of channels, and fills up with zeros.</summary>
    public static void Load(ReadOnlySpan<T> memory, int channels, int count, int block, Span<T> buffer)
    {
        for (int row = 0; row * block < buffer.Length; row++)
        {
            memory.Slice(row * channels, count).CopyTo(buffer[(row * block)..]);
            buffer.Slice(row * block + count, block - count).Clear();
        }
    }

    /// <summary>Copies a block of channels back.</summary>
    public static void Store(ReadOnlySpan<T> buffer, int block, int count, int channels, Span<T> memory)
    {
        for (int row = 0; row * block < buffer.Length; row++) buffer.Slice(row * block, count).CopyTo(memory[(row * channels)..]);
    }
}
