using System;
using System.Collections.Generic;
using System.Linq;

namespace Reps;

/// <summary>A matrix of doubles, row-major.</summary>
public sealed class DenseMatrix
{
    /// <summary>A matrix of given elements.</summary>
    /// <param name="rows">The number of rows, 0 or more.</param>
    /// <param name="columns">The number of columns, 0 or more.</param>
    /// <param name="values">rows·columns numbers, row-major; kept, not copied.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative.</exception>
    /// <exception cref="ArgumentException">There are more or fewer numbers.</exception>
    public DenseMatrix(int rows, int columns, double[] values)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length != (long)rows * columns)
            throw new ArgumentException(
                $"A {rows}x{columns} matrix has {(long)rows * columns} elements, not {values.Length}.",
                nameof(values)
            );
        (Rows, Columns, Values) = (rows, columns, values);
    }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>The number of columns.</summary>
    public int Columns { get; }

    /// <summary>The elements, row-major.</summary>
    public double[] Values { get; }

    /// <summary>An element.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such element.</exception>
    public double this[int row, int column] => (uint)column < (uint)Columns ? Values[row * Columns + column] : throw new IndexOutOfRangeException();

    /// <summary>The identity.</summary>
    /// <param name="size">The number of rows and columns.</param>
    /// <returns>The matrix.</returns>
    public static DenseMatrix Identity(int size)
    {
        double[] values = Zeros(size, size);
        for (int n = 0; n < size; n++) values[n * size + n] = 1;
        return new(size, size, values);
    }

    /// <summary>Matrices along the diagonal, e3nn's <c>direct_sum</c>.</summary>
    /// <param name="blocks">The blocks; may be rectangular, and none at all.</param>
    /// <returns>A matrix of all rows and all columns, zero outside the blocks.</returns>
    /// <exception cref="OverflowException">A size exceeds the budget.</exception>
    public static DenseMatrix DirectSum(params IReadOnlyList<DenseMatrix> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        int columns = blocks.Sum(block => block.Columns);
        int rows = blocks.Sum(block => block.Rows);
        double[] values = Zeros(rows, columns);
        (int top, int left) = (0, 0);
        foreach (DenseMatrix block in blocks)
        {
            for (int row = 0; row < block.Rows; row++)
                block.Row(row).CopyTo(values.AsSpan((top + row) * columns + left, block.Columns));
            (top, left) = (top + block.Rows, left + block.Columns);
        }
        return new(rows, columns, values);
    }

    /// <summary>The product of matrices.</summary>
    /// <exception cref="ArgumentException">The left one's columns are not as many as the right one's rows.</exception>
    public static DenseMatrix operator *(DenseMatrix left, DenseMatrix right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left.Columns != right.Rows)
            throw new ArgumentException(
                $"A {left.Rows}x{left.Columns} matrix does not multiply one of {right.Rows}x{right.Columns}.",
                nameof(right)
            );
        double[] values = Zeros(left.Rows, right.Columns);
        for (int i = 0; i < left.Rows; i++)
        for (int k = 0; k < left.Columns; k++)
        {
            double factor = left.Values[i * left.Columns + k];
            if (factor == 0) continue;
            ReadOnlySpan<double> row = right.Row(k);
            Span<double> sums = values.AsSpan(i * right.Columns, right.Columns);
            for (int j = 0; j < row.Length; j++) sums[j] += factor * row[j];
        }
        return new(left.Rows, right.Columns, values);
    }

    /// <summary>A row.</summary>
    /// <param name="row">Its number.</param>
    /// <returns>Its elements.</returns>
    public ReadOnlySpan<double> Row(int row) => Values.AsSpan(row * Columns, Columns);

    /// <summary>The transpose.</summary>
    /// <returns>A new matrix.</returns>
    public DenseMatrix Transpose()
    {
        double[] values = new double[Values.Length];
        for (int i = 0; i < Rows; i++)
        for (int j = 0; j < Columns; j++)
            values[j * Rows + i] = Values[i * Columns + j];
        return new(Columns, Rows, values);
    }

    private static double[] Zeros(int rows, int columns)
    {
        Budget.CheckDim((long)rows * columns);
        return new double[rows * columns];
    }
}
