using System;
using System.Threading;

namespace Reps;

/// <summary>The two factors of a transform between coefficients and a grid on the sphere, shaped as the buffers of e3nn.</summary>
internal sealed class S2Tables
{
    private S2Tables(S2Grid grid, int lmax, double[] alpha, double[] beta) => (Grid, Lmax, Alpha, Beta) = (grid, lmax, alpha, beta);

    public S2Grid Grid { get; }

    public int Lmax { get; }

    public int Dim => (Lmax + 1) * (Lmax + 1);

    public int Orders => 2 * Lmax + 1;

    /// <summary>[res_alpha, 2·lmax+1].</summary>
    public double[] Alpha { get; }

    /// <summary>[2·lmax+1, res_beta, (lmax+1)²]: nonzero only where the coefficient is of the order.</summary>
    public double[] Beta { get; }

    public static S2Tables Build(S2Grid grid, int lmax, ReadOnlySpan<double> scales, bool weighted)
    {
        GridArguments.Degree(lmax);
        if (scales.Length != lmax + 1)
            throw new ArgumentException(
                $"There are {scales.Length} factors, but {lmax + 1} degrees: give one for each from 0 to {lmax}.",
                nameof(scales)
            );
        int dim = Legendre.Count(lmax);
        double[] beta = new double[GridArguments.Table("The polar matrix", 2 * lmax + 1, grid.ResBeta, dim)];
        double[] alpha = new double[GridArguments.Table("The azimuthal matrix", grid.ResAlpha, 2 * lmax + 1)];
        AngularHarmonics.Alpha(lmax, grid.Alphas, alpha);
        double[] legendre = new double[grid.ResBeta * dim];
        Legendre.UpTo(lmax, grid.Cosines, grid.Sines, legendre);
        for (int b = 0; b < grid.ResBeta; b++)
        {
            double weight = weighted ? grid.Weights[b] : 1;
            for (int l = 0; l <= lmax; l++)
            for (int m = -l; m <= l; m++)
            {
                int i = l * l + l + m;
                beta[((lmax + m) * grid.ResBeta + b) * dim + i] = legendre[b * dim + i] * scales[l] * weight;
            }
        }
        return new S2Tables(grid, lmax, alpha, beta);
    }

    /// <summary>The product of the factors, [res_beta, res_alpha, (lmax+1)²].</summary>
    public double[] Dense(CancellationToken cancellationToken)
    {
        double[] dense = new double[GridArguments.Table("The matrix of the transform", Grid.ResBeta, Grid.ResAlpha, Dim)];
        for (int b = 0; b < Grid.ResBeta; b++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int a = 0; a < Grid.ResAlpha; a++)
            for (int l = 0; l <= Lmax; l++)
            for (int m = -l; m <= l; m++)
            {
                int i = l * l + l + m;
                dense[(b * Grid.ResAlpha + a) * Dim + i] = Alpha[a * Orders + Lmax + m] * Polar(b, l, m);
            }
        }
        return dense;
    }

    /// <summary>The entry of <see cref="Beta"/> of a polar angle, a degree and an order.</summary>
    public double Polar(int b, int l, int m) => Beta[((Lmax + m) * Grid.ResBeta + b) * Dim + l * l + l + m];
}
