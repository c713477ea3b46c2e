using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;

namespace Reps.Tests.DiagramLayers;

/// <summary>
/// Layers of graph automorphisms the slow, obvious way: all automorphisms by trying, the pairs of an orbit by applying each of them to one pair, and
/// the layer as a dense matrix.
/// </summary>
internal sealed class OrbitOracle
{
    private readonly DiagramPlan _plan;
    private readonly int[] _sizes;
    private readonly List<int[][]> _elements;

    public OrbitOracle(DiagramPlan plan)
    {
        _plan = plan;
        _sizes = [.. plan.Input.Spaces.Select(space => space.N)];
        _elements = [[]];
        foreach (TensorSpace space in plan.Input.Spaces)
        {
            List<int[]> own = [.. Elements(space)];
            _elements = [.. _elements.SelectMany(element => own.Select(images => (int[][])[.. element, images]))];
        }
    }

    /// <summary>All elements of the group of a space, as lists of images.</summary>
    public static IEnumerable<int[]> Elements(TensorSpace space) =>
        Extend([], space.N, (images, next) =>
            space.Graph is not SymmetryGraph graph
            || Enumerable.Range(0, images.Count + 1).All(v =>
            {
                int u = images.Count, image = v == u ? next : images[v];
                return graph.HasEdge(v, u) == graph.HasEdge(image, next) && graph.HasEdge(u, v) == graph.HasEdge(next, image);
            }))
            .Where(images => space.Family != GroupFamily.Alternating || IsEven(images));

    /// <summary>The pairs of positions of an orbit: every element applied to its representative.</summary>
    public HashSet<(int Row, int Column)> Pairs(DiagramPath path)
    {
        ListOrbit orbit = path.Orbit!;
        int[] above = Axes(_plan.Output.Terms[path.Output]), below = path.Input < 0 ? [] : Axes(_plan.Input.Terms[path.Input]);
        return [.. _elements.Select(element => (Place(element, orbit.Outputs, above), Place(element, orbit.Inputs, below)))];
    }

    /// <summary>The matrix of the layer, [output dim, input dim], and the constant that biases add.</summary>
    public (double[] Matrix, double[] Constant) Dense(double[] weights, double[] biases)
    {
        int dimIn = (int)_plan.Input.Dim(_sizes), dimOut = (int)_plan.Output.Dim(_sizes);
        double[] matrix = new double[dimIn * dimOut], constant = new double[dimOut];
        foreach (DiagramPath path in _plan.Paths.Concat(_plan.Biases))
        {
            int outer = _plan.Output.Terms[path.Output].Channels, inner = path.Input < 0 ? 1 : _plan.Input.Terms[path.Input].Channels;
            foreach ((int row, int column) in Pairs(path))
                for (int u = 0; u < inner; u++)
                for (int v = 0; v < outer; v++)
                {
                    int o = Offset(_plan.Output, path.Output) + (row * outer) + v;
                    if (path.Input < 0) constant[o] += biases[path.WeightOffset + v];
                    else matrix[(o * dimIn) + Offset(_plan.Input, path.Input) + (column * inner) + u] += weights[path.WeightOffset + (u * outer) + v];
                }
        }
        return (matrix, constant);
    }

    private static IEnumerable<int[]> Extend(List<int> images, int n, Func<List<int>, int, bool> keeps)
    {
        if (images.Count == n)
        {
            yield return [.. images];
            yield break;
        }
        for (int next = 0; next < n; next++)
            if (!images.Contains(next) && keeps(images, next))
                foreach (int[] element in Extend([.. images, next], n, keeps))
                    yield return element;
    }

    private static bool IsEven(int[] images) =>
        Enumerable.Range(0, images.Length).Sum(i => Enumerable.Range(0, i).Count(j => images[j] > images[i])) % 2 == 0;

    private int Offset(TensorPowers powers, int term) => (int)powers.Terms.Take(term).Sum(t => t.Channels * t.Size(_sizes));

    // The space of each axis.
    private static int[] Axes(TensorPower term) => [.. Enumerable.Range(0, term.Powers.Count).SelectMany(space => Enumerable.Repeat(space, term.Powers[space]))];

    private int Place(int[][] element, EquatableArray<int> points, int[] axes)
    {
        int place = 0;
        for (int axis = 0; axis < axes.Length; axis++) place = (place * _sizes[axes[axis]]) + element[axes[axis]][points[axis]];
        return place;
    }
}
