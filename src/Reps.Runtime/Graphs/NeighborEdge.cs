using System;

namespace Reps;

/// <summary>An edge to a known target: the source, its image, the vector and its length. Ordered by source, then image.</summary>
internal readonly record struct NeighborEdge(int Source, int A, int B, int C, double X, double Y, double Z, double Distance)
    : IComparable<NeighborEdge>
{
    /// <inheritdoc/>
    public int CompareTo(NeighborEdge other)
    {
        if (Source != other.Source)
            return Source < other.Source ? -1 : 1;
        if (A != other.A)
            return A < other.A ? -1 : 1;
        return B != other.B ? B.CompareTo(other.B) : C.CompareTo(other.C);
    }
}
