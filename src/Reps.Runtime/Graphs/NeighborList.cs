using System;

namespace Reps;

/// <summary>
/// The directed edges of a structure within a cutoff. Edge e carries a message from atom Source[e] to atom Target[e]; its vector
/// points from the target to the source's periodic image, r_source + image · cell - r_target, so a target sees its neighbours
/// around itself as origin. Every edge has its reverse, with exactly the opposite vector. Edges are sorted by target, then
/// source, then image, and depend on nothing but the arguments.
/// </summary>
/// <remarks>
/// An edge is a pair closer than the cutoff (strictly). An atom neighbours its own periodic images but not itself; two atoms at
/// one place neighbour each other with a zero vector. The derivative of an energy by an edge vector adds to the energy's gradient
/// at the source and subtracts from its gradient at the target; images do not move by themselves.
/// </remarks>
public sealed class NeighborList
{
    /// <summary>The most edges that are made unless the caller says otherwise; beyond them stands an error, not exhausted memory.</summary>
    public const int DefaultMaxEdges = 50_000_000;

    internal NeighborList(int[] source, int[] target, double[] vectors, double[] distances, int[] images, int[] targetOffsets)
    {
        Source = source;
        Target = target;
        Vectors = vectors;
        Distances = distances;
        Images = images;
        TargetOffsets = targetOffsets;
    }

    /// <summary>The number of edges, E.</summary>
    public int Count => Source.Length;

    /// <summary>The number of atoms, N.</summary>
    public int AtomCount => TargetOffsets.Length - 1;

    /// <summary>The neighbour that each edge comes from, [E].</summary>
    public int[] Source { get; }

    /// <summary>The atom that each edge goes to, [E], ascending.</summary>
    public int[] Target { get; }

    /// <summary>r_source + image · cell - r_target, [E, 3] row-major, in the unit of the positions.</summary>
    public double[] Vectors { get; }

    /// <summary>Lengths of <see cref="Vectors"/>, [E], all below the cutoff.</summary>
    public double[] Distances { get; }

    /// <summary>
    /// How many cell vectors the source's image is away from the source as given, [E, 3] row-major; zero for open systems.
    /// </summary>
    public int[] Images { get; }

    /// <summary>Edges TargetOffsets[i] to TargetOffsets[i + 1] go to atom i; [N + 1].</summary>
    public int[] TargetOffsets { get; }

    /// <summary>Finds the edges of a frame of a file, with its cell and periodicity.</summary>
    /// <param name="frame">The structure, in Angstrom.</param>
    /// <param name="cutoff">In Angstrom, positive.</param>
    /// <param name="maxEdges">The most edges to make.</param>
    /// <exception cref="ArgumentException">See the other overload.</exception>
    public static NeighborList Build(XyzFrame frame, double cutoff, int maxEdges = DefaultMaxEdges)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return Build(frame.Positions, cutoff, frame.Lattice, frame.Periodic, maxEdges);
    }

    /// <summary>Finds the edges by cell lists: time grows with the number of atoms, not with its square.</summary>
    /// <param name="positions">[N, 3] row-major, anywhere: atoms need not lie in the cell.</param>
    /// <param name="cutoff">Positive, in the unit of the positions; may exceed the cell.</param>
    /// <param name="cell">[3, 3] row-major, row i the i-th cell vector; may be empty for an open system.</param>
    /// <param name="periodic">Along which cell vectors the structure repeats; the others are ignored.</param>
    /// <param name="maxEdges">The most edges to make.</param>
    /// <exception cref="ArgumentException">
    /// A length is wrong, a number is not finite, the cutoff is not positive, the periodic cell vectors are (nearly) dependent, or
    /// there are more edges than <paramref name="maxEdges"/>.
    /// </exception>
    public static NeighborList Build(
        ReadOnlySpan<double> positions,
        double cutoff,
        ReadOnlySpan<double> cell = default,
        (bool A, bool B, bool C) periodic = default,
        int maxEdges = DefaultMaxEdges)
    {
        if (positions.Length % 3 != 0)
        {
            throw new ArgumentException($"Positions must hold three numbers per atom, but there are {positions.Length}.",
                nameof(positions));
        }
        for (int i = 0; i < positions.Length; i++)
        {
            if (!double.IsFinite(positions[i]))
            {
                throw new ArgumentException($"The position of atom {i / 3} is not finite: {positions[i]} along {"xyz"[i % 3]}.",
                    nameof(positions));
            }
        }
        if (!double.IsFinite(cutoff) || cutoff <= 0)
            throw new ArgumentOutOfRangeException(nameof(cutoff), cutoff, "The cutoff must be a positive, finite length.");
        ArgumentOutOfRangeException.ThrowIfNegative(maxEdges);
        // Vectors hold three numbers per edge in one array.
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxEdges, Array.MaxLength / 3);
        PeriodicCell box = PeriodicCell.Create(cell, periodic);
        return new NeighborSearch(positions.ToArray(), cutoff, box, maxEdges).Run();
    }
}
