using System;
using System.Collections.Generic;
using static TorchSharp.torch;

namespace Reps.Layers.Execution;

/// <summary>Several tensors as kernels see them.</summary>
internal static class Blocks
{
    /// <summary>The memory of each tensor; empty for those that are null.</summary>
    public static Block[] Of(IReadOnlyList<Tensor?> tensors)
    {
        Block[] blocks = new Block[tensors.Count];
        for (int n = 0; n < blocks.Length; n++) blocks[n] = Block.Of(tensors[n]);
        return blocks;
    }

    /// <summary>Room for the gradient of each tensor of which one is wanted; null for the others.</summary>
    public static List<Tensor> Like(IReadOnlyList<Tensor> tensors, ReadOnlySpan<bool> wanted)
    {
        List<Tensor> result = new(tensors.Count);
        for (int n = 0; n < tensors.Count; n++) result.Add(wanted[n] ? empty_like(tensors[n]) : null!);
        return result;
    }
}
