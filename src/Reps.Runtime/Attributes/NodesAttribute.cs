using System;

namespace Reps;

/// <summary>
/// Says that an axis of a plain tensor counts the nodes or edges of a graph or the points of a cloud, whose order means nothing: permutations act on
/// it. Two axes of a matrix between nodes have an attribute each.
/// It may stand beside a <see cref="RepAttribute"/> or <see cref="PositionsAttribute"/>, or alone on a tensor of invariants.
/// </summary>
/// <param name="axis">The axis; counted from the last one if negative. One counted from the first is found where the rank is given.</param>
/// <example><code>Tensor Pool([Nodes(0), Rep("8x1o", Rank = 2)] Tensor x) => ...</code></example>
[AttributeUsage(
    AttributeTargets.Parameter | AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.ReturnValue,
    AllowMultiple = true,
    Inherited = false
)]
public sealed class NodesAttribute(int axis) : Attribute
{
    /// <summary>The axis; counted from the last one if negative.</summary>
    public int Axis { get; } = axis;

    /// <summary>The number of axes of the tensor; 0 where it may be any.</summary>
    public int Rank { get; set; }
}
