using System;
using System.Linq;
using static TorchSharp.torch;

namespace Reps.Layers.Execution;

/// <summary>Leading dimensions as rows.</summary>
internal static class Batching
{
    /// <summary>The shape to which leading dimensions are broadcast.</summary>
    /// <exception cref="ArgumentException">They do not fit each other.</exception>
    public static long[] Broadcast(params long[][] shapes)
    {
        int count = shapes.Max(shape => shape.Length);
        long[] result = [.. Enumerable.Repeat(1L, count)];
        foreach (long[] shape in shapes)
            for (int n = 0; n < shape.Length; n++)
            {
                int at = count - shape.Length + n;
                if (shape[n] == 1) continue;
                if (result[at] != 1 && result[at] != shape[n])
                    throw new ArgumentException(
                        $"The leading dimensions {string.Join(" and ", shapes.Select(s => $"[{string.Join(", ", s)}]"))} cannot be broadcast: each must be equal, or one.");
                result[at] = shape[n];
            }
        return result;
    }

    /// <summary>A tensor with leading dimensions as [rows, dim].</summary>
    public static Tensor Rows(Tensor tensor, long[] batch)
    {
        long dim = tensor.size(-1);
        Tensor full = Sizes.Of(tensor)[..^1].SequenceEqual(batch) ? tensor : tensor.expand([.. batch, dim]);
        return full.reshape(batch.Aggregate(1L, (a, b) => a * b), dim);
    }

    /// <summary>A tensor with any leading dimensions as [rows, dim].</summary>
    public static Tensor Rows(Tensor tensor) => tensor.dim() == 2 ? tensor : Rows(tensor, Sizes.Of(tensor)[..^1]);
}
