using System;
using System.Collections.Generic;

namespace Reps.Algebra;

/// <summary>
/// Matchings of points on a circle: the outputs from left to right, then the inputs from right to left. A matching is the array of the points'
/// partners; a free point is its own, and the partner −1 leaves a point out.
/// </summary>
internal static class CircleMatching
{
    /// <summary>The place of a vertex on the circle; also the vertex at a place.</summary>
    public static int Position(int vertex, int outputs, int count) => vertex < outputs ? vertex : outputs + count - 1 - vertex;

    public static int[] Of(Diagram diagram)
    {
        int[] partners = new int[diagram.VertexCount];
        for (int vertex = 0; vertex < partners.Length; vertex++)
            partners[Position(vertex, diagram.Outputs, partners.Length)] = Position(diagram.Partner(vertex), diagram.Outputs, partners.Length);
        return partners;
    }

    public static Diagram ToDiagram(int[] partners, DiagramKind kind, int inputs, int outputs)
    {
        int[] labels = new int[partners.Length];
        for (int p = 0; p < partners.Length; p++) labels[Position(p, outputs, partners.Length)] = Math.Min(p, partners[p]);
        return Diagram.Canonical(kind, inputs, outputs, labels);
    }

    /// <summary>The number of pairs of arcs that cross.</summary>
    public static int Crossings(int[] partners)
    {
        int crossings = 0;
        for (int a = 0; a < partners.Length; a++)
            for (int c = a + 1; c < partners[a]; c++)
                if (partners[c] > partners[a])
                    crossings++;
        return crossings;
    }

    /// <summary>A largest set of arcs none of which encloses another, a free point being an arc of length zero: their first ends, ascending.</summary>
    public static List<int> NonNested(int[] partners) => Increasing(partners, 0, partners.Length, -1);

    /// <summary>A largest set of arcs each of which crosses all others: their first ends, ascending.</summary>
    public static List<int> MutuallyCrossing(int[] partners)
    {
        List<int> largest = [];
        for (int first = 0; first < partners.Length; first++)
        {
            if (partners[first] <= first) continue;
            List<int> others = Increasing(partners, first + 1, partners[first], partners[first]);
            if (others.Count + 1 > largest.Count) largest = [first, .. others];
        }
        return largest;
    }

    // A longest sequence of arcs whose first ends ascend from one point and stay before another, and whose second ends ascend beyond a third.
    private static List<int> Increasing(int[] partners, int from, int before, int beyond)
    {
        int[] length = new int[partners.Length];
        int[] previous = new int[partners.Length];
        int last = -1;
        for (int a = from; a < before; a++)
        {
            if (partners[a] < a || partners[a] <= beyond) continue;
            length[a] = 1;
            previous[a] = -1;
            for (int b = from; b < a; b++)
            {
                if (length[b] < length[a] || partners[b] >= partners[a]) continue;
                length[a] = length[b] + 1;
                previous[a] = b;
            }
            if (last < 0 || length[a] > length[last]) last = a;
        }
        List<int> sequence = [];
        for (; last >= 0; last = previous[last]) sequence.Add(last);
        sequence.Reverse();
        return sequence;
    }
}
