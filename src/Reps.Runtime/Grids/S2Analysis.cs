using System;
using System.Threading;
using Reps.Kernels;

namespace Reps;

/// <summary>
/// Finds the coefficients of signals on the sphere, given by their values at the points of a grid: e3nn's <c>FromS2Grid</c>. Made by
/// <see cref="S2Grid.Analysis(int, GridNormalization, int?)"/>.
/// </summary>
public sealed class S2Analysis
{
    private readonly S2Tables _tables;

    internal S2Analysis(S2Tables tables) => _tables = tables;

    /// <summary>The grid.</summary>
    public S2Grid Grid => _tables.Grid;

    /// <summary>The largest degree of the coefficients.</summary>
    public int Lmax => _tables.Lmax;

    /// <summary>The number of coefficients of a signal, (lmax+1)².</summary>
    public int Dim => _tables.Dim;

    /// <summary>The azimuthal factor, e3nn's buffer <c>sha</c>: [res_alpha, 2·lmax+1].</summary>
    public ReadOnlySpan<double> Alpha => _tables.Alpha;

    /// <summary>The polar factor with scales and quadrature weights, e3nn's buffer <c>shb</c>: [2·lmax+1, res_beta, (lmax+1)²].</summary>
    public ReadOnlySpan<double> Beta => _tables.Beta;

    /// <summary>The whole matrix, by which values are contracted.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>[res_beta, res_alpha, (lmax+1)²].</returns>
    /// <exception cref="ArgumentException">The matrix would be too large.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public double[] Dense(CancellationToken cancellationToken = default) => _tables.Dense(cancellationToken);

    /// <summary>Finds the coefficients of signals.</summary>
    /// <param name="values">[rows, res_beta, res_alpha].</param>
    /// <param name="coefficients">[rows, (lmax+1)²], overwritten.</param>
    /// <exception cref="ArgumentException">A length is wrong, or the memory overlaps.</exception>
    public void Forward(ReadOnlySpan<double> values, Span<double> coefficients)
    {
        int points = Grid.ResBeta * Grid.ResAlpha;
        int rows = SpanGuard.Rows(nameof(values), values.Length, points);
        SpanGuard.Exactly(nameof(coefficients), coefficients.Length, rows, Dim);
        SpanGuard.Apart(nameof(coefficients), coefficients, values);
        coefficients.Clear();
        double[] orders = new double[_tables.Orders];
        for (int row = 0; row < rows; row++)
        for (int b = 0; b < Grid.ResBeta; b++)
        {
            Array.Clear(orders);
            for (int a = 0; a < Grid.ResAlpha; a++)
            {
                double value = values[row * points + b * Grid.ResAlpha + a];
                for (int m = 0; m < orders.Length; m++) orders[m] += Alpha[a * orders.Length + m] * value;
            }
            Scatter(b, orders, coefficients.Slice(row * Dim, Dim));
        }
    }

    private void Scatter(int b, ReadOnlySpan<double> orders, Span<double> signal)
    {
        for (int l = 0; l <= Lmax; l++)
        for (int m = -l; m <= l; m++)
            signal[l * l + l + m] += _tables.Polar(b, l, m) * orders[Lmax + m];
    }
}
