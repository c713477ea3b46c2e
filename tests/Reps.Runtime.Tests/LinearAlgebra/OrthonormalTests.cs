using System;
using System.Linq;

namespace Reps.Tests.LinearAlgebra;

public class OrthonormalTests
{
    [Fact]
    public void BasisIsOrthonormalAndComesOfTheVectors()
    {
        Random random = new(5);
        DenseMatrix independent = new(4, 7, [.. Enumerable.Range(0, 28).Select(_ => random.NextDouble() - 0.5)]);
        DenseMatrix mixing = new(6, 4, [.. Enumerable.Range(0, 24).Select(_ => random.NextDouble() - 0.5)]);
        DenseMatrix vectors = mixing * independent;
        (DenseMatrix basis, DenseMatrix matrix) = Orthonormal.Orthonormalize(vectors);
        Assert.Equal((4, 7, 4, 6), (basis.Rows, basis.Columns, matrix.Rows, matrix.Columns));
        Reference.Near(DenseMatrix.Identity(4).Values, (basis * basis.Transpose()).Values, 1e-12, "orthonormal");
        Reference.Near(basis.Values, (matrix * vectors).Values, 1e-11, "A·x");
        Reference.Near(vectors.Values, (vectors * basis.Transpose() * basis).Values, 1e-11, "span");
        for (int row = 0; row < 4; row++) Assert.True(basis.Row(row).ToArray().First(v => v != 0) > 0);
        DenseMatrix rest = Orthonormal.Complete(basis);
        Assert.Equal(3, rest.Rows);
        DenseMatrix all = new(7, 7, [.. basis.Values, .. rest.Values]);
        Reference.Near(DenseMatrix.Identity(7).Values, (all * all.Transpose()).Values, 1e-12, "complete");
    }

    [Fact]
    public void NothingSpansNothing()
    {
        (DenseMatrix basis, DenseMatrix matrix) = Orthonormal.Orthonormalize(new(2, 3, new double[6]));
        Assert.Equal((0, 3, 0, 2), (basis.Rows, basis.Columns, matrix.Rows, matrix.Columns));
        Assert.Equal(DenseMatrix.Identity(3).Values, Orthonormal.Complete(new(0, 3, [])).Values);
        Assert.Throws<ArgumentException>(() => Orthonormal.Complete(new(1, 3, new double[3])));
        Assert.Throws<ArgumentOutOfRangeException>(() => Orthonormal.Orthonormalize(new(0, 3, []), 0));
    }

    [Fact]
    public void DirectSumsStandOnTheDiagonal()
    {
        DenseMatrix sum = DenseMatrix.DirectSum(new(1, 2, [1, 2]), new(0, 1, []), new(2, 1, [3, 4]));
        Assert.Equal((3, 4), (sum.Rows, sum.Columns));
        Assert.Equal([1, 2, 0, 0, 0, 0, 0, 3, 0, 0, 0, 4], sum.Values);
        Assert.Equal(0, DenseMatrix.DirectSum().Rows);
        Assert.Equal(4, sum[2, 3]);
        Assert.Throws<IndexOutOfRangeException>(() => sum[0, 4]);
        Assert.Throws<ArgumentException>(() => sum * sum);
        Assert.Throws<ArgumentException>(() => new DenseMatrix(2, 2, [1]));
    }

    [Fact]
    public void EigenvectorsDiagonalise()
    {
        Random random = new(8);
        DenseMatrix half = new(12, 9, [.. Enumerable.Range(0, 108).Select(_ => random.NextDouble() - 0.5)]);
        DenseMatrix gram = half * half.Transpose();
        (double[] values, DenseMatrix vectors) = SymmetricEigen.Decompose(gram);
        DenseMatrix diagonal = vectors * gram * vectors.Transpose();
        for (int i = 0; i < 12; i++)
        for (int j = 0; j < 12; j++)
            Assert.Equal(i == j ? values[i] : 0, diagonal[i, j], 1e-13);
        Assert.Equal(3, values.Count(v => Math.Abs(v) < 1e-13));
        double[] x = [.. Enumerable.Range(0, 12).Select(n => (double)n)];
        double[] right = (gram * new DenseMatrix(12, 1, x)).Values;
        double[] solution = SymmetricEigen.Solve(gram, right);
        Reference.Near(right, (gram * new DenseMatrix(12, 1, solution)).Values, 1e-11, "solution");
        Assert.True(solution.Sum(v => v * v) <= x.Sum(v => v * v));
    }
}
