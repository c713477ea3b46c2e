using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Reps.Algebra;

/// <summary>
/// The orbits of a product of groups of permutations on pairs (J, I) of lists of points. The lists J fall into classes; with the first list of
/// a class go the orbits of its stabiliser on the lists I, and with every other list J = gJ₀ these, moved by g.
/// </summary>
/// <remarks>
/// Each group acts on the axes of its own space, so that classes, stabilisers and orbits are products of those of the spaces. They are
/// numbered by their smallest lists, those of the first space counting most.
/// </remarks>
internal sealed class ListOrbits
{
    private readonly SpaceLists[] _spaces;

    /// <summary>The orbits with output lists of given lengths.</summary>
    /// <param name="spaces">The spaces; all have permutations.</param>
    /// <param name="output">The number of output points in each.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public ListOrbits(EquatableArray<TensorSpace> spaces, TensorPower output, CancellationToken cancellationToken)
    {
        _spaces = [.. spaces.Select((space, s) => new SpaceLists(SpaceGroups.Of(space, cancellationToken), output.Powers[s], cancellationToken))];
        (int[] ids, int count) = Product(_spaces.Select(static space => space.Lists));
        Classes = [.. Enumerable.Range(0, count).Select(static _ => new List<int>())];
        for (int list = 0; list < ids.Length; list++) Classes[ids[list]].Add(list);
    }

    /// <summary>For each class the positions of its lists, ascending.</summary>
    public List<int>[] Classes { get; }

    /// <summary>The orbits on input lists of the stabiliser of the first list of a class.</summary>
    /// <param name="number">The class.</param>
    /// <param name="input">The number of input points in each space.</param>
    /// <returns>The orbit of each list, and how many there are.</returns>
    public (int[] Ids, int Count) Inputs(int number, TensorPower input)
    {
        int[] parts = Parts(number, static space => space.Lists.Count);
        return Product(_spaces.Select((space, s) => space.Inputs(parts[s], input.Powers[s])));
    }

    /// <summary>A group element that moves the first list of a class to another one: for each point of each space its image.</summary>
    /// <param name="list">The position of the other list.</param>
    public IEnumerable<int> Mover(int list)
    {
        int[] parts = Parts(list, static space => space.Lists.Columns * space.Lists.Rows);
        return _spaces.SelectMany((space, s) => space.Movers[parts[s]]);
    }

    /// <summary>The points of a list, axis by axis.</summary>
    /// <param name="spaces">The spaces.</param>
    /// <param name="power">The number of points in each.</param>
    /// <param name="list">The position of the list.</param>
    public static int[] Points(EquatableArray<TensorSpace> spaces, TensorPower power, int list)
    {
        int[] points = new int[power.Axes];
        int axis = points.Length;
        for (int s = spaces.Count - 1; s >= 0; s--)
            for (int p = 0; p < power.Powers[s]; p++)
            {
                points[--axis] = list % spaces[s].N;
                list /= spaces[s].N;
            }
        return points;
    }

    /// <summary>The position of the list of some points.</summary>
    public static int Position(EquatableArray<TensorSpace> spaces, TensorPower power, EquatableArray<int> points)
    {
        int position = 0, axis = 0;
        for (int s = 0; s < spaces.Count; s++)
            for (int p = 0; p < power.Powers[s]; p++)
                position = (position * spaces[s].N) + points[axis++];
        return position;
    }

    // Numbers of products, the first space counting most.
    private static (int[] Ids, int Count) Product(IEnumerable<OrbitTable> tables)
    {
        (int[] ids, int count) = ([0], 1);
        foreach (OrbitTable table in tables)
        {
            int[] next = new int[ids.Length * table.Ids.Count];
            int at = 0;
            foreach (int id in ids)
                foreach (int own in table.Ids)
                    next[at++] = (id * table.Count) + own;
            (ids, count) = (next, count * table.Count);
        }
        return (ids, count);
    }

    private int[] Parts(int number, Func<SpaceLists, int> count)
    {
        int[] parts = new int[_spaces.Length];
        for (int s = parts.Length - 1; s >= 0; s--)
        {
            parts[s] = number % count(_spaces[s]);
            number /= count(_spaces[s]);
        }
        return parts;
    }
}
