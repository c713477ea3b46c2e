using System;
using System.Collections.Generic;
using System.Threading;

namespace Reps;

/// <summary>
/// Orthonormal bases by Gram and Schmidt, with e3nn's choice of signs: the first component of a basis vector that is not zero is positive.
/// </summary>
public static class Orthonormal
{
    /// <summary>e3nn's threshold: what is smaller counts as zero.</summary>
    public const double Threshold = 1e-9;

    /// <summary>An orthonormal basis of the span of vectors, e3nn's <c>orthonormalize</c>.</summary>
    /// <param name="vectors">The vectors, one a row.</param>
    /// <param name="threshold">A vector that leaves less than twice this is dependent; smaller components become zero.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The basis, one vector a row, and the matrix A by which it comes of the vectors: basis = A·vectors.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is not positive.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static (DenseMatrix Basis, DenseMatrix Matrix) Orthonormalize(
        DenseMatrix vectors,
        double threshold = Threshold,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(vectors);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threshold);
        List<double[]> basis = [];
        List<double[]> matrix = [];
        for (int i = 0; i < vectors.Rows; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double[] x = vectors.Row(i).ToArray();
            double[] combination = new double[vectors.Rows];
            combination[i] = 1;
            for (int j = 0; j < basis.Count; j++)
            {
                double along = Dot(x, basis[j]);
                Subtract(x, along, basis[j]);
                Subtract(combination, along, matrix[j]);
            }
            double length = Math.Sqrt(Dot(x, x));
            if (!(length > 2 * threshold)) continue;
            Scale(x, 1 / length, threshold);
            Scale(combination, 1 / length, threshold);
            if (Leading(x) < 0)
            {
                Scale(x, -1, 0);
                Scale(combination, -1, 0);
            }
            basis.Add(x);
            matrix.Add(combination);
        }
        return (Stack(basis, vectors.Columns), Stack(matrix, vectors.Rows));
    }

    /// <summary>An orthonormal basis of what is orthogonal to vectors, e3nn's <c>complete_basis</c>.</summary>
    /// <param name="vectors">Vectors orthogonal to each other, of any length but zero, one a row.</param>
    /// <param name="threshold">A vector that leaves less than twice this is dependent; smaller components become zero.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The missing basis vectors, one a row.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is not positive.</exception>
    /// <exception cref="ArgumentException">A vector is zero or not finite.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static DenseMatrix Complete(DenseMatrix vectors, double threshold = Threshold, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threshold);
        List<double[]> basis = [];
        for (int i = 0; i < vectors.Rows; i++)
        {
            double[] x = vectors.Row(i).ToArray();
            double length = Math.Sqrt(Dot(x, x));
            if (!(length > 0 && double.IsFinite(length)))
                throw new ArgumentException($"Vector {i} is zero or not finite: leave it out.", nameof(vectors));
            Scale(x, 1 / length, 0);
            basis.Add(x);
        }
        for (int axis = 0; axis < vectors.Columns; axis++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double[] x = new double[vectors.Columns];
            x[axis] = 1;
            foreach (double[] y in basis) Subtract(x, Dot(x, y), y);
            double length = Math.Sqrt(Dot(x, x));
            if (!(length > 2 * threshold)) continue;
            Scale(x, 1 / length, threshold);
            if (Leading(x) < 0) Scale(x, -1, 0);
            basis.Add(x);
        }
        return Stack(basis.GetRange(vectors.Rows, basis.Count - vectors.Rows), vectors.Columns);
    }

    private static DenseMatrix Stack(List<double[]> rows, int columns)
    {
        double[] values = new double[rows.Count * columns];
        for (int i = 0; i < rows.Count; i++) rows[i].CopyTo(values, i * columns);
        return new(rows.Count, columns, values);
    }

    private static double Dot(double[] x, double[] y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++) sum += x[i] * y[i];
        return sum;
    }

    private static void Subtract(double[] x, double factor, double[] y)
    {
        for (int i = 0; i < x.Length; i++) x[i] -= factor * y[i];
    }

    private static void Scale(double[] x, double factor, double threshold)
    {
        for (int i = 0; i < x.Length; i++)
        {
            double scaled = factor * x[i];
            x[i] = Math.Abs(scaled) < threshold || scaled == 0 ? 0 : scaled;
        }
    }

    private static double Leading(double[] x) => Array.Find(x, value => value != 0);
}
