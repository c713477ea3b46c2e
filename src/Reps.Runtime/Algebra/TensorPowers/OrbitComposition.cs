using System.Collections.Generic;
using System.Threading;

namespace Reps.Algebra;

/// <summary>
/// Products of the maps of orbits: that of q and p has at every pair (J, K) the number of lists I with (J, I) in q and (I, K) in p, which is the
/// same on an orbit. (The intersection numbers of a coherent configuration.)
/// </summary>
internal static class OrbitComposition
{
    /// <summary>The products of the paths, or biases, of a layer with the paths of the next.</summary>
    /// <param name="plan">The composite.</param>
    /// <param name="composite">Its paths, or its biases.</param>
    /// <param name="second">The plan of the layer that acts last.</param>
    /// <param name="first">The paths, or the biases, of the layer that acts first.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static List<DiagramComposition.Term> Terms(
        DiagramPlan plan, EquatableArray<DiagramPath> composite, DiagramPlan second, EquatableArray<DiagramPath> first, CancellationToken cancellationToken)
    {
        EquatableArray<TensorSpace> spaces = plan.Input.Spaces;
        Dictionary<(int, int), int> firstStarts = Starts(first), secondStarts = Starts(second.Paths);
        Dictionary<(int, int), OrbitNumbers> known = [];
        List<DiagramComposition.Term> terms = [];
        for (int r = 0; r < composite.Count; r++)
        for (int m = 0; m < second.Input.Terms.Count; m++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (DiagramPath path, TensorPower middle) = (composite[r], second.Input.Terms[m]);
            OrbitNumbers above = Numbers(m, path.Output + second.Input.Terms.Count, middle, plan.Output.Terms[path.Output]);
            OrbitNumbers below = Numbers(path.Input, m, path.Input < 0 ? TensorPower.One(spaces) : plan.Input.Terms[path.Input], middle);
            int row = ListOrbits.Position(spaces, plan.Output.Terms[path.Output], path.Orbit!.Outputs);
            SortedDictionary<(int Second, int First), int> counts = [];
            for (int list = 0; list < below.Lists; list++)
            {
                (int, int) pair = (above.Of(row, ListOrbits.Points(spaces, middle, list)), below.Of(list, path.Orbit.Inputs));
                counts[pair] = counts.TryGetValue(pair, out int count) ? count + 1 : 1;
            }
            foreach (KeyValuePair<(int Second, int First), int> count in counts)
                terms.Add(new(r, secondStarts[(m, path.Output)] + count.Key.Second, firstStarts[(path.Input, m)] + count.Key.First, count.Value, DiagramComposition.NoPowers(spaces)));
        }
        return terms;

        OrbitNumbers Numbers(int from, int to, TensorPower input, TensorPower output)
        {
            if (!known.TryGetValue((from, to), out OrbitNumbers? numbers)) known.Add((from, to), numbers = new(spaces, input, output, cancellationToken));
            return numbers;
        }
    }

    // Where the orbits between two terms begin.
    private static Dictionary<(int Input, int Output), int> Starts(EquatableArray<DiagramPath> paths)
    {
        Dictionary<(int, int), int> starts = [];
        for (int n = paths.Count - 1; n >= 0; n--) starts[(paths[n].Input, paths[n].Output)] = n;
        return starts;
    }
}
