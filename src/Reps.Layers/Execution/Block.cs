using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Reps.Layers.Execution;

/// <summary>The numbers of a contiguous tensor on the CPU, seen without a copy; empty where there is no tensor.</summary>
internal readonly unsafe struct Block
{
    private readonly void* _data;
    private readonly int _length;

    private Block(void* data, int length, bool isSingle)
    {
        _data = data;
        _length = length;
        IsSingle = isSingle;
    }

    /// <summary>Whether the numbers are float; else they are double.</summary>
    public bool IsSingle { get; }

    public Span<float> Singles => new(_data, _length);

    public Span<double> Doubles => new(_data, _length);

    /// <summary>Views a tensor, which the caller keeps alive.</summary>
    /// <exception cref="ArgumentException">The tensor has more numbers than a span.</exception>
    public static Block Of(Tensor? tensor)
    {
        if (tensor is null) return default;
        long count = tensor.numel();
        bool single = tensor.dtype == ScalarType.Float32;
        if (count * (single ? sizeof(float) : sizeof(double)) > int.MaxValue)
            throw new ArgumentException($"A tensor of {count} numbers is more than a CPU kernel takes at once: split the batch.", nameof(tensor));
        if (count == 0) return new Block(null, 0, single);
        return new Block(Unsafe.AsPointer(ref MemoryMarshal.GetReference(tensor.bytes)), (int)count, single);
    }
}
