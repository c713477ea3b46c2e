using System;

namespace Reps.Kernels;

/// <summary>The row lengths of a bilinear program's operands; its header keeps them at the same places in every form.</summary>
internal readonly ref struct ProductSizes(ReadOnlySpan<int> program)
{
    private readonly bool _laneIsLeft = program[1] != 0;
    private readonly ReadOnlySpan<int> _sizes = program.Slice(5, 4);

    public int Left => _laneIsLeft ? _sizes[0] : _sizes[1];

    public int Right => _laneIsLeft ? _sizes[1] : _sizes[0];

    public int Output => _sizes[2];

    public int Weights => _sizes[3];
}
