using System;
using System.Linq;

namespace Reps.Layers.Checkpoints.PyTorch;

/// <summary>A view on a storage: what PyTorch saves of a tensor.</summary>
/// <param name="Storage">The numbers.</param>
/// <param name="Offset">The place of the first number of the tensor.</param>
/// <param name="Shape">Sizes of the dimensions.</param>
/// <param name="Strides">How far apart neighbors are in each dimension.</param>
/// <param name="Negated">Whether PyTorch still has to negate the numbers.</param>
internal sealed record PyTorchTensor(PyTorchStorage Storage, long Offset, long[] Shape, long[] Strides, bool Negated)
{
    // That of PyTorch.
    private const int MaxDimensions = 64;

    /// <summary>How many bytes the tensor has without gaps.</summary>
    public Int128 ByteCount
    {
        get
        {
            if (Shape.Contains(0)) return 0;
            Int128 bytes = Storage.ElementSize;
            // Beyond any memory it does not matter how far.
            foreach (long size in Shape)
                if (bytes <= long.MaxValue)
                    bytes *= size;
            return bytes;
        }
    }

    /// <summary>Whether the numbers lie in the storage as they lie in a file of safetensors: row-major and without gaps.</summary>
    public bool IsContiguous
    {
        get
        {
            Int128 expected = 1;
            for (int d = Shape.Length - 1; d >= 0; d--)
            {
                if (Shape[d] != 1 && Strides[d] != expected) return false;
                expected *= Shape[d];
            }
            return true;
        }
    }

    /// <summary>What is impossible about the tensor, in words; null for a view that lies within its storage.</summary>
    public string? Fault()
    {
        if (Shape.Length != Strides.Length) return $"has {Shape.Length} sizes and {Strides.Length} strides";
        if (Shape.Length > MaxDimensions) return $"has {Shape.Length} dimensions, more than the {MaxDimensions} that PyTorch allows";
        if (Shape.Any(size => size < 0) || Strides.Any(stride => stride < 0) || Offset < 0) return "has a negative size, stride or offset";
        if (Shape.Contains(0)) return null;
        Int128 last = Offset;
        for (int d = 0; d < Shape.Length; d++) last += (Int128)(Shape[d] - 1) * Strides[d];
        return last >= Storage.Count ? $"reaches number {last} of a storage of {Storage.Count}" : null;
    }

    /// <summary>Copies the numbers of the tensor out of the bytes of its storage, row-major.</summary>
    public void CopyTo(ReadOnlySpan<byte> storage, Span<byte> target)
    {
        int size = Storage.ElementSize;
        long[] index = new long[Shape.Length];
        long from = Offset;
        for (int to = 0; to < target.Length; to += size)
        {
            storage.Slice((int)(from * size), size).CopyTo(target[to..]);
            for (int d = Shape.Length - 1; d >= 0; d--)
            {
                from += Strides[d];
                if (++index[d] < Shape[d]) break;
                from -= Strides[d] * Shape[d];
                index[d] = 0;
            }
        }
    }
}
