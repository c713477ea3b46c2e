using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Reps.Algebra;

/// <summary>The lists of so many points of one space, under its group.</summary>
/// <param name="group">The group.</param>
/// <param name="length">The number of points of a list.</param>
/// <param name="cancellationToken">Stops the work.</param>
internal sealed class SpaceLists(PermutationGroup group, int length, CancellationToken cancellationToken)
{
    private readonly Dictionary<int, PermutationGroup> _stabilizers = [];
    private int[][]? _movers;

    /// <summary>The orbits of the lists: as columns there is one, the empty list.</summary>
    public OrbitTable Lists { get; } = OrbitTable.Create(group, length, 0, cancellationToken);

    /// <summary>For each list an element of the group that moves the first list of its orbit there.</summary>
    public int[][] Movers => _movers ??= FindMovers();

    /// <summary>The orbits on other lists, of the stabiliser of the first list of an orbit.</summary>
    /// <param name="orbit">The orbit.</param>
    /// <param name="others">The number of points of the others.</param>
    public OrbitTable Inputs(int orbit, int others)
    {
        if (!_stabilizers.TryGetValue(orbit, out PermutationGroup? stabilizer))
        {
            stabilizer = group;
            foreach (int point in Lists.Representative(orbit).Distinct())
                if (!stabilizer.IsTrivial)
                    stabilizer = stabilizer.Stabilizer(point, cancellationToken);
            _stabilizers.Add(orbit, stabilizer);
        }
        return OrbitTable.Create(stabilizer, 0, others, cancellationToken);
    }

    // From each list to its images under the generators, and so on.
    private int[][] FindMovers()
    {
        int[][] movers = new int[Lists.Rows][];
        Queue<int> next = new();
        foreach (int first in Lists.Representatives)
        {
            movers[first] = PermutationTables.Identity(group.Degree);
            next.Enqueue(first);
        }
        int[][] generators = [.. group.Generators.Select(static generator => generator.Images)];
        while (next.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int list = next.Dequeue();
            int[] points = TupleSpace.Digits(list, group.Degree, length);
            foreach (int[] generator in generators)
            {
                int image = 0;
                foreach (int point in points) image = (image * group.Degree) + generator[point];
                if (movers[image] is not null) continue;
                movers[image] = PermutationTables.Compose(generator, movers[list]);
                next.Enqueue(image);
            }
        }
        return movers;
    }
}
