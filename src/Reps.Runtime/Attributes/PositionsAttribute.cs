using System;

namespace Reps;

/// <summary>
/// Says that a plain tensor [..., 3] holds points of space: it turns as 1o does, and moves with the origin. The analyzers then demand that
/// only differences of points reach what does not move.
/// </summary>
/// <example><code>Tensor Distances([Positions(Rank = 2)] Tensor points) => ...</code></example>
[AttributeUsage(
    AttributeTargets.Parameter | AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.ReturnValue,
    AllowMultiple = false,
    Inherited = false
)]
public sealed class PositionsAttribute : Attribute
{
    /// <summary>The number of axes of the tensor; 0 where it may be any. With it, axes counted from the first are followed too.</summary>
    public int Rank { get; set; }
}
