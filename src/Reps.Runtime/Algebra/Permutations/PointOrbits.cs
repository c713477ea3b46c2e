using System.Collections.Generic;

namespace Reps.Algebra;

/// <summary>The orbits of a group on its points.</summary>
internal static class PointOrbits
{
    /// <summary>The orbits, each ascending, in the order of their smallest points.</summary>
    public static List<int[]> Of(StabilizerChain chain)
    {
        DisjointSets sets = new(chain.Degree);
        foreach (int[] generator in chain.Generators) sets.JoinImages(generator);
        List<List<int>> orbits = [];
        int[] number = new int[chain.Degree];
        for (int point = 0; point < chain.Degree; point++)
        {
            // The root of a set is its smallest member, so it comes first.
            int root = sets.Find(point);
            if (root == point)
            {
                number[point] = orbits.Count;
                orbits.Add([]);
            }
            orbits[number[root]].Add(point);
        }
        return orbits.ConvertAll(orbit => orbit.ToArray());
    }
}
