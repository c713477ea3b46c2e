using System;
using Reps.Algebra;

namespace Reps.Kernels;

/// <summary>The row lengths of a bilinear program's operands; its header keeps them at the same places in every form.</summary>
internal readonly ref struct ProductSizes(ReadOnlySpan<int> program)
{
    private readonly int _flags = program[1];
    private readonly ReadOnlySpan<int> _sizes = program.Slice(5, 4);

    public bool ChannelsOnTheLeft => (_flags & LayerProgram.ChannelsOnTheLeft) != 0;

    public bool AffineInWeights => (_flags & LayerProgram.AffineInWeights) != 0;

    public int Left => ChannelsOnTheLeft ? _sizes[0] : _sizes[1];

    public int Right => ChannelsOnTheLeft ? _sizes[1] : _sizes[0];

    public int Output => _sizes[2];

    public int Weights => _sizes[3];
}
