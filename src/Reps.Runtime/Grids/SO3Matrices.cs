using System;
using System.Threading;

namespace Reps;

/// <summary>The matrices √(2l+1)·D^l at all points of a grid on SO(3).</summary>
internal static class SO3Matrices
{
    /// <summary>[α, β, γ, Σ(2l+1)²]: the entry of row i and column j of a degree at j·(2l+1) + i of its block.</summary>
    public static double[] Evaluate(int lmax, S2Grid sphere, CancellationToken cancellationToken)
    {
        ReadOnlySpan<double> alphas = sphere.Alphas;
        double[][][] tilted = new double[sphere.ResBeta][][];
        for (int b = 0; b < tilted.Length; b++) tilted[b] = WignerD.UpTo(lmax, Rotation.AboutX(sphere.Betas[b]));
        int dim = 0;
        for (int l = 0; l <= lmax; l++) dim += (2 * l + 1) * (2 * l + 1);
        double[] table = new double[alphas.Length * sphere.ResBeta * alphas.Length * dim];
        double[] left = new double[(2 * lmax + 1) * (2 * lmax + 1)];
        for (int a = 0; a < alphas.Length; a++)
        for (int b = 0; b < sphere.ResBeta; b++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int offset = 0;
            for (int l = 0; l <= lmax; l++)
            {
                int size = 2 * l + 1;
                Left(l, alphas[a], tilted[b][l], left);
                for (int g = 0; g < alphas.Length; g++)
                {
                    int point = (a * sphere.ResBeta + b) * alphas.Length + g;
                    Right(l, alphas[g], left, table.AsSpan(point * dim + offset, size * size));
                }
                offset += size * size;
            }
        }
        return table;
    }

    // Z(α)·X: the rows of +m and −m turn into each other by the angle m·α.
    private static void Left(int l, double alpha, ReadOnlySpan<double> matrix, Span<double> result)
    {
        int size = 2 * l + 1;
        for (int m = 0; m <= l; m++)
        {
            (double sin, double cos) = Math.SinCos(m * alpha);
            for (int j = 0; j < size; j++)
            {
                (double plus, double minus) = (matrix[(l + m) * size + j], matrix[(l - m) * size + j]);
                result[(l - m) * size + j] = sin * plus + cos * minus;
                result[(l + m) * size + j] = cos * plus - sin * minus;
            }
        }
    }

    // √(2l+1)·X·Z(γ), transposed.
    private static void Right(int l, double gamma, ReadOnlySpan<double> matrix, Span<double> result)
    {
        int size = 2 * l + 1;
        double root = Math.Sqrt(size);
        for (int m = 0; m <= l; m++)
        {
            (double sin, double cos) = Math.SinCos(m * gamma);
            for (int i = 0; i < size; i++)
            {
                (double plus, double minus) = (root * matrix[i * size + l + m], root * matrix[i * size + l - m]);
                result[(l - m) * size + i] = cos * minus - sin * plus;
                result[(l + m) * size + i] = cos * plus + sin * minus;
            }
        }
    }
}
