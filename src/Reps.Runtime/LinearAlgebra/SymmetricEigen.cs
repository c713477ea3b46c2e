using System;
using System.Threading;

namespace Reps;

/// <summary>Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations, which find small eigenvalues to full precision.</summary>
internal static class SymmetricEigen
{
    private const int MaxSweeps = 60;

    /// <summary>Decomposes a matrix.</summary>
    /// <returns>The eigenvalues in no order, and a unit eigenvector for each as a row.</returns>
    public static (double[] Values, DenseMatrix Vectors) Decompose(DenseMatrix symmetric, CancellationToken cancellationToken = default)
    {
        int n = symmetric.Rows;
        double[] a = (double[])symmetric.Values.Clone();
        DenseMatrix vectors = DenseMatrix.Identity(n);
        double scale = 0;
        foreach (double value in a) scale += value * value;
        for (int sweep = 0; sweep < MaxSweeps; sweep++)
        {
            double off = 0;
            for (int p = 0; p < n; p++)
            for (int q = 0; q < p; q++)
                off += a[p * n + q] * a[p * n + q];
            if (off <= 1e-34 * scale) break;
            for (int p = 0; p < n; p++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                for (int q = p + 1; q < n; q++) Rotate(a, vectors.Values, n, p, q);
            }
        }
        double[] values = new double[n];
        for (int i = 0; i < n; i++) values[i] = a[i * n + i];
        return (values, vectors);
    }

    /// <summary>The solution of least norm of A·x = b in the sense of least squares, without eigenvalues that are rounding.</summary>
    public static double[] Solve(DenseMatrix symmetric, ReadOnlySpan<double> right, CancellationToken cancellationToken = default)
    {
        (double[] values, DenseMatrix vectors) = Decompose(symmetric, cancellationToken);
        double largest = 0;
        foreach (double value in values) largest = Math.Max(largest, Math.Abs(value));
        double[] solution = new double[values.Length];
        for (int e = 0; e < values.Length; e++)
        {
            if (Math.Abs(values[e]) <= 1e-14 * values.Length * largest) continue;
            double along = 0;
            for (int i = 0; i < solution.Length; i++) along += vectors[e, i] * right[i];
            for (int i = 0; i < solution.Length; i++) solution[i] += along / values[e] * vectors[e, i];
        }
        return solution;
    }

    // Turns rows and columns p and q so that their common element vanishes.
    private static void Rotate(double[] a, double[] vectors, int n, int p, int q)
    {
        double element = a[p * n + q];
        if (element == 0) return;
        double theta = (a[q * n + q] - a[p * n + p]) / (2 * element);
        double t = Math.CopySign(1, theta) / (Math.Abs(theta) + Math.Sqrt(theta * theta + 1));
        double c = 1 / Math.Sqrt(t * t + 1);
        double s = t * c;
        for (int k = 0; k < n; k++)
        {
            (double x, double y) = (a[k * n + p], a[k * n + q]);
            (a[k * n + p], a[k * n + q]) = (c * x - s * y, s * x + c * y);
        }
        for (int k = 0; k < n; k++)
        {
            (double x, double y) = (a[p * n + k], a[q * n + k]);
            (a[p * n + k], a[q * n + k]) = (c * x - s * y, s * x + c * y);
            (double v, double w) = (vectors[p * n + k], vectors[q * n + k]);
            (vectors[p * n + k], vectors[q * n + k]) = (c * v - s * w, s * v + c * w);
        }
        a[p * n + q] = a[q * n + p] = 0;
    }
}
