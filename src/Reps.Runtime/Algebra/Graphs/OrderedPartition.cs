using System;

namespace Reps.Algebra;

/// <summary>
/// The vertices in cells of equal colour, the cells in order. A cell is known by the position of its first vertex, so that splitting one
/// leaves the names of the others.
/// </summary>
internal sealed class OrderedPartition
{
    private OrderedPartition(int[] vertices, int[] positions, int[] cells, int[] lengths) =>
        (Vertices, Positions, Cells, Lengths) = (vertices, positions, cells, lengths);

    /// <summary>The vertices, cell by cell.</summary>
    public int[] Vertices { get; }

    /// <summary>The position of each vertex in <see cref="Vertices"/>.</summary>
    public int[] Positions { get; }

    /// <summary>The cell of each vertex.</summary>
    public int[] Cells { get; }

    /// <summary>The number of vertices of each cell, 0 at positions that are no cell's first.</summary>
    public int[] Lengths { get; }

    /// <summary>The vertices in one cell for each colour, in ascending order of the colours.</summary>
    public static OrderedPartition ByColor(int[] colors)
    {
        int count = colors.Length;
        (int[] keys, int[] vertices) = ((int[])colors.Clone(), PermutationTables.Identity(count));
        Array.Sort(keys, vertices);
        OrderedPartition partition = new(vertices, new int[count], new int[count], new int[count]);
        int cell = 0;
        for (int i = 0; i < count; i++)
        {
            if (keys[i] != keys[cell]) cell = i;
            partition.Positions[vertices[i]] = i;
            partition.Cells[vertices[i]] = cell;
            partition.Lengths[cell]++;
        }
        return partition;
    }

    public OrderedPartition Clone() => new((int[])Vertices.Clone(), (int[])Positions.Clone(), (int[])Cells.Clone(), (int[])Lengths.Clone());

    /// <summary>Makes a vertex of a larger cell a cell of its own, before the rest.</summary>
    public void Individualize(int vertex)
    {
        int cell = Cells[vertex];
        (int other, int position) = (Vertices[cell], Positions[vertex]);
        (Vertices[cell], Vertices[position]) = (vertex, other);
        (Positions[vertex], Positions[other]) = (cell, position);
        Lengths[cell + 1] = Lengths[cell] - 1;
        Lengths[cell] = 1;
        for (int i = cell + 1; i <= cell + Lengths[cell + 1]; i++) Cells[Vertices[i]] = cell + 1;
    }

    /// <summary>The first of the smallest cells of more than one vertex, or −1.</summary>
    public int Target()
    {
        int target = -1;
        for (int cell = 0; cell < Lengths.Length; cell += Lengths[cell])
            if (Lengths[cell] > 1 && (target < 0 || Lengths[cell] < Lengths[target]))
                target = cell;
        return target;
    }
}
