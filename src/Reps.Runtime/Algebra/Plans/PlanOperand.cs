using System;

namespace Reps.Algebra;

/// <summary>What kind of data an operand of a plan holds.</summary>
public enum OperandRole
{
    /// <summary>A feature that the group acts on: one row for every row of the batch.</summary>
    Feature,

    /// <summary>Parameters that the group leaves alone: one row for the whole batch, or one for every row.</summary>
    Weight,
}

/// <summary>
/// A contiguous block of an operand's row: <paramref name="Components"/> × <paramref name="Channels"/> numbers, the component
/// outer and the channel inner, so that number (i, u) stands at Offset + i·Channels + u.
/// </summary>
/// <param name="Offset">Where the block begins in the row.</param>
/// <param name="Components">The dimension of the irrep; 1 for weights.</param>
/// <param name="Channels">The multiplicity; for weights the number of parameters.</param>
public sealed record Segment(int Offset, int Components, int Channels)
{
    /// <summary>The number of values in the block.</summary>
    public int Size => Components * Channels;
}

/// <summary>One argument of a plan: a row of segments.</summary>
/// <param name="Name">The name in messages and generated code.</param>
/// <param name="Role">Whether the group acts on it.</param>
/// <param name="Segments">Its blocks in storage order, without gaps.</param>
public sealed record PlanOperand(string Name, OperandRole Role, EquatableArray<Segment> Segments)
{
    /// <summary>The number of values in one row.</summary>
    public int Size => Segments.Count == 0 ? 0 : Segments[Segments.Count - 1].Offset + Segments[Segments.Count - 1].Size;

    /// <summary>The operand that holds features of a representation.</summary>
    /// <param name="name">The operand's name.</param>
    /// <param name="irreps">The representation; one segment for each of its entries.</param>
    /// <returns>The operand.</returns>
    public static PlanOperand Features(string name, Irreps irreps)
    {
        Segment[] segments = new Segment[irreps.Count];
        int offset = 0;
        for (int s = 0; s < segments.Length; s++)
        {
            segments[s] = new Segment(offset, irreps[s].Irrep.Dim, irreps[s].Mul);
            offset += segments[s].Size;
        }
        return new PlanOperand(name, OperandRole.Feature, EquatableArray<Segment>.Of(segments));
    }

    /// <summary>The operand that holds weights, one segment for each block of parameters.</summary>
    /// <param name="name">The operand's name.</param>
    /// <param name="sizes">The number of parameters of each block.</param>
    /// <returns>The operand.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The parameters do not fit a 32-bit index.</exception>
    public static PlanOperand Weights(string name, long[] sizes)
    {
        Segment[] segments = new Segment[sizes.Length];
        long offset = 0;
        for (int s = 0; s < segments.Length; s++)
        {
            if (offset + sizes[s] > Budget.MaxWeights)
                throw new ArgumentOutOfRangeException(nameof(sizes), $"More than {Budget.MaxWeights} weights.");
            segments[s] = new Segment((int)offset, 1, (int)sizes[s]);
            offset += sizes[s];
        }
        return new PlanOperand(name, OperandRole.Weight, EquatableArray<Segment>.Of(segments));
    }
}
