using System.Collections.Generic;

namespace Reps.Algebra;

/// <summary>One level of a <see cref="StabilizerChain"/>: a group, a point of the base, and an element of the group for each point of its orbit.</summary>
/// <param name="point">The point of the base.</param>
/// <param name="degree">The number of points on which the group acts.</param>
internal sealed class StabilizerLevel(int point, int degree)
{
    /// <summary>The point of the base.</summary>
    public int Point => point;

    /// <summary>Generators of the group.</summary>
    public List<int[]> Generators { get; } = [];

    /// <summary>The orbit of the point, in the order of its discovery.</summary>
    public List<int> Orbit { get; } = [point];

    /// <summary>For each point of the orbit an element of the group that maps it to <see cref="Point"/>, null for the others.</summary>
    public int[]?[] ToPoint { get; } = Start(point, degree);

    private static int[]?[] Start(int point, int degree)
    {
        int[]?[] elements = new int[]?[degree];
        elements[point] = PermutationTables.Identity(degree);
        return elements;
    }
}
