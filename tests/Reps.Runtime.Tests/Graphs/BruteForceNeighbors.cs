using System;
using System.Collections.Generic;

namespace Reps.Tests.Graphs;

/// <summary>Edges by trying all pairs and all images up to a range that is checked to suffice; shares no code with the search.</summary>
internal static class BruteForceNeighbors
{
    public sealed record Edge(int Target, int Source, int A, int B, int C, double X, double Y, double Z);

    public static List<Edge> Find(double[] positions, double cutoff, double[] cell, bool[] periodic, int range)
    {
        List<Edge> edges = [];
        (int ra, int rb, int rc) = (periodic[0] ? range : 0, periodic[1] ? range : 0, periodic[2] ? range : 0);
        for (int i = 0; i < positions.Length / 3; i++)
        {
            for (int j = 0; j < positions.Length / 3; j++)
            {
                for (int a = -ra; a <= ra; a++)
                {
                    for (int b = -rb; b <= rb; b++)
                    {
                        for (int c = -rc; c <= rc; c++)
                        {
                            double[] d = new double[3];
                            for (int k = 0; k < 3; k++)
                            {
                                double image = positions[(3 * j) + k] + (a * cell[k]) + (b * cell[3 + k]) + (c * cell[6 + k]);
                                d[k] = image - positions[(3 * i) + k];
                            }
                            double square = (d[0] * d[0]) + (d[1] * d[1]) + (d[2] * d[2]);
                            if (square >= cutoff * cutoff || (i == j && a == 0 && b == 0 && c == 0))
                                continue;
                            // An edge at the end of the range would mean that there may be others beyond.
                            Assert.False((ra > 0 && Math.Abs(a) == ra) || (rb > 0 && Math.Abs(b) == rb) || (rc > 0 && Math.Abs(c) == rc));
                            edges.Add(new Edge(i, j, a, b, c, d[0], d[1], d[2]));
                        }
                    }
                }
            }
        }
        return edges;
    }

    /// <summary>Same edges in the documented order, with the same vectors.</summary>
    public static void AssertEqual(List<Edge> expected, NeighborList actual, double tolerance = 1e-10)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (int e = 0; e < expected.Count; e++)
        {
            Edge edge = expected[e];
            Assert.Equal((edge.Target, edge.Source, edge.A, edge.B, edge.C),
                (actual.Target[e], actual.Source[e], actual.Images[3 * e], actual.Images[(3 * e) + 1], actual.Images[(3 * e) + 2]));
            Assert.Equal(edge.X, actual.Vectors[3 * e], tolerance);
            Assert.Equal(edge.Y, actual.Vectors[(3 * e) + 1], tolerance);
            Assert.Equal(edge.Z, actual.Vectors[(3 * e) + 2], tolerance);
        }
    }
}
