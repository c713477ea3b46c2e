using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;

namespace Reps.Tests;

/// <summary>Matrices of random elements of the groups that act on tensor powers, made without their theory.</summary>
internal static class SpaceElement
{
    /// <summary>A matrix [n, n] of an element, row by row; always the same for one seed.</summary>
    public static double[,] Matrix(TensorSpace space, int n, int seed)
    {
        Random random = new(seed);
        return space.Family switch
        {
            GroupFamily.Orthogonal => Orthogonal(n, random),
            GroupFamily.SpecialOrthogonal => Rotation(n, random),
            GroupFamily.Symplectic => Symplectic(n, random),
            GroupFamily.Alternating => Permuting(Choose(n, random, IsEven)),
            _ => Permuting(Choose(n, random, images => Keeps(space.Graph!, images))),
        };
    }

    // Gram and Schmidt.
    private static double[,] Orthogonal(int n, Random random)
    {
        double[,] rows = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int k = 0; k < n; k++) rows[i, k] = random.NextDouble() - 0.5;
            for (int j = 0; j < i; j++)
            {
                double product = Enumerable.Range(0, n).Sum(k => rows[i, k] * rows[j, k]);
                for (int k = 0; k < n; k++) rows[i, k] -= product * rows[j, k];
            }
            double norm = Math.Sqrt(Enumerable.Range(0, n).Sum(k => rows[i, k] * rows[i, k]));
            for (int k = 0; k < n; k++) rows[i, k] /= norm;
        }
        return rows;
    }

    // The square of an orthogonal matrix is a rotation.
    private static double[,] Rotation(int n, Random random)
    {
        double[,] half = Orthogonal(n, random);
        return Product(half, half);
    }

    // x ↦ x + c ε(v, x) v, a few times.
    private static double[,] Symplectic(int n, Random random)
    {
        double[,] result = Identity(n);
        for (int step = 0; step < 3; step++)
        {
            double[] v = [.. Enumerable.Range(0, n).Select(_ => random.NextDouble() - 0.5)];
            double[,] shear = Identity(n);
            for (int i = 0; i < n; i++)
            for (int k = 0; k < n; k++)
                shear[i, k] += v[i] * (k % 2 == 0 ? -v[k + 1] : v[k - 1]);
            result = Product(shear, result);
        }
        return result;
    }

    private static int[] Choose(int n, Random random, Func<int[], bool> belongs)
    {
        Assert.InRange(n, 1, 6);
        int[][] group = [.. Permutations(n).Where(belongs)];
        // The identity comes first, and would show nothing.
        return group.Length == 1 ? group[0] : group[1 + random.Next(group.Length - 1)];
    }

    private static IEnumerable<int[]> Permutations(int n) =>
        n == 0 ? [[]] : Permutations(n - 1).SelectMany(rest => Enumerable.Range(0, n).Select(at => (int[])[.. rest[..(n - 1 - at)], n - 1, .. rest[(n - 1 - at)..]]));

    private static bool IsEven(int[] images) =>
        images.SelectMany((image, n) => images.Skip(n + 1).Where(later => later < image)).Count() % 2 == 0;

    private static bool Keeps(SymmetryGraph graph, int[] images) =>
        Enumerable.Range(0, images.Length).All(a => Enumerable.Range(0, images.Length).All(b => graph.HasEdge(a, b) == graph.HasEdge(images[a], images[b])));

    private static double[,] Permuting(int[] images)
    {
        double[,] result = new double[images.Length, images.Length];
        for (int n = 0; n < images.Length; n++) result[images[n], n] = 1;
        return result;
    }

    private static double[,] Identity(int n) => Permuting([.. Enumerable.Range(0, n)]);

    private static double[,] Product(double[,] a, double[,] b)
    {
        int n = a.GetLength(0);
        double[,] result = new double[n, n];
        for (int i = 0; i < n; i++)
        for (int k = 0; k < n; k++)
            result[i, k] = Enumerable.Range(0, n).Sum(j => a[i, j] * b[j, k]);
        return result;
    }
}
