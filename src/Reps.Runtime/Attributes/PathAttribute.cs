using System;

namespace Reps;

/// <summary>Names one path of a <see cref="TensorProductAttribute{TLeft, TRight, TOutput}"/>; the order of the attributes is the order of the weights.</summary>
/// <param name="left">The index of the left segment.</param>
/// <param name="right">The index of the right segment.</param>
/// <param name="output">The index of the output segment.</param>
/// <param name="mode">How channels are connected.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class PathAttribute(int left, int right, int output, Mode mode) : Attribute
{
    /// <summary>The index of the left segment.</summary>
    public int Left { get; } = left;

    /// <summary>The index of the right segment.</summary>
    public int Right { get; } = right;

    /// <summary>The index of the output segment.</summary>
    public int Output { get; } = output;

    /// <summary>How channels are connected.</summary>
    public Mode Mode { get; } = mode;

    /// <summary>Whether the path has weights; true by default.</summary>
    public bool HasWeight { get; set; } = true;

    /// <summary>A factor on the variance of the path: its square root multiplies the path.</summary>
    public double PathWeight { get; set; } = 1;
}
