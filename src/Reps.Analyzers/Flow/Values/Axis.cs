using System;
using System.Linq;
using Reps.Algebra;

namespace Reps.Analyzers.Flow;

/// <summary>What the group does along one axis of a tensor.</summary>
internal abstract record Axis
{
    /// <summary>The number of its entries, where it is known.</summary>
    public abstract long? Length { get; }
}

/// <summary>An axis along which nothing happens: rows of a batch, edges, channels.</summary>
/// <param name="Count">The number of its entries, where it is known.</param>
internal sealed record FreeAxis(long? Count) : Axis
{
    public static FreeAxis Unknown { get; } = new((long?)null);

    /// <summary>The number of its entries, where it is known. Programs that are being written may ask for any.</summary>
    public long? Count { get; } = Count is < 0 ? null : Count;

    public override long? Length => Count;
}

/// <summary>An axis that holds a representation: segment after segment, each [component, channel].</summary>
/// <param name="Irreps">The representation.</param>
internal sealed record IrrepsAxis(Irreps Irreps) : Axis
{
    public override long? Length => Irreps.Dim;
}

/// <summary>An axis that counts nodes, whose numbering means nothing.</summary>
/// <param name="Count">The number of nodes, where it is known.</param>
internal sealed record NodeAxis(long? Count) : Axis
{
    public override long? Length => Count;
}

/// <summary>An axis of points that some group permutes: not every two of them need be exchanged by it.</summary>
/// <param name="Space">The group and the points.</param>
internal sealed record PointsAxis(TensorSpace Space) : Axis
{
    public override long? Length => Space.N;
}

/// <summary>An axis of coordinates that a group of matrices mixes: O(n), SO(n), Sp(n).</summary>
/// <param name="Space">The group and the coordinates.</param>
internal sealed record VectorAxis(TensorSpace Space) : Axis
{
    public override long? Length => Space.IsOpen ? null : Space.N;
}

/// <summary>An axis that holds a sum of tensor powers, term after term.</summary>
/// <param name="Powers">The powers.</param>
internal sealed record PowersAxis(TensorPowers Powers) : Axis
{
    public override long? Length
    {
        get
        {
            if (Powers.IsOpen) return null;
            try
            {
                return Powers.Dim([.. Powers.Spaces.Select(static space => space.N)]);
            }
            catch (OverflowException)
            {
                return null; // so many that no tensor has them
            }
        }
    }
}

/// <summary>
/// The products of the components of two features of like irreps, entry by entry: equivariant only once they are summed over the axis, which
/// makes them inner products.
/// </summary>
/// <param name="Left">The representation of the one.</param>
/// <param name="Right">That of the other: the same degrees and channels.</param>
/// <param name="Origin">Where they were multiplied.</param>
internal sealed record ProductAxis(Irreps Left, Irreps Right, Origin Origin) : Axis
{
    public override long? Length => Left.Dim;
}

/// <summary>Several axes as one, in a way that no longer has a name here.</summary>
/// <param name="HasIrreps">Whether one of them held a representation that is not trivial.</param>
/// <param name="HasNodes">Whether one of them counted nodes.</param>
/// <param name="Count">The number of its entries, where it is known.</param>
internal sealed record MixedAxis(bool HasIrreps, bool HasNodes, long? Count) : Axis
{
    public override long? Length => Count;
}
