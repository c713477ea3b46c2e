using System;
using System.Collections.Generic;

namespace Reps.Benchmarking;

/// <summary>A kernel with operands, ready to run.</summary>
/// <param name="name">The name in tables.</param>
/// <param name="unit">What times are given for: edge, row or point.</param>
/// <param name="units">How many of these a run processes.</param>
internal abstract class Workload(string name, string unit, int units) : IDisposable
{
    private readonly List<AlignedBuffer> _buffers = [];

    /// <summary>The name in tables.</summary>
    public string Name { get; } = name;

    /// <summary>What times are given for.</summary>
    public string Unit { get; } = unit;

    /// <summary>How many of these a run processes.</summary>
    public int Units { get; } = units;

    /// <summary>What can be run.</summary>
    public abstract IReadOnlyList<Pass> Passes { get; }

    /// <summary>Frees the operands.</summary>
    public void Dispose()
    {
        foreach (AlignedBuffer buffer in _buffers) buffer.Dispose();
        _buffers.Clear();
    }

    /// <summary>The values of the first rows of an operand.</summary>
    protected static Span<float> Rows(AlignedBuffer buffer, int dim, int rows) => buffer.Slice(0, (long)rows * dim);

    /// <summary>An operand with random numbers.</summary>
    protected AlignedBuffer Input(long length) => Keep(AlignedBuffer.Random(length, _buffers.Count + 1));

    /// <summary>A result.</summary>
    protected AlignedBuffer Result(long length) => Keep(new AlignedBuffer(length));

    private AlignedBuffer Keep(AlignedBuffer buffer)
    {
        _buffers.Add(buffer);
        return buffer;
    }
}
