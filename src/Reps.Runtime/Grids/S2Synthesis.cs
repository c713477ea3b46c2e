using System;
using System.Threading;
using Reps.Kernels;

namespace Reps;

/// <summary>
/// Evaluates signals on the sphere, given by coefficients of spherical harmonics, at the points of a grid: e3nn's <c>ToS2Grid</c>. Made by
/// <see cref="S2Grid.Synthesis(int, GridNormalization)"/>.
/// </summary>
public sealed class S2Synthesis
{
    private readonly S2Tables _tables;

    internal S2Synthesis(S2Tables tables) => _tables = tables;

    /// <summary>The grid.</summary>
    public S2Grid Grid => _tables.Grid;

    /// <summary>The largest degree of the signals.</summary>
    public int Lmax => _tables.Lmax;

    /// <summary>The number of coefficients of a signal, (lmax+1)².</summary>
    public int Dim => _tables.Dim;

    /// <summary>The azimuthal factor, e3nn's buffer <c>sha</c>: [res_alpha, 2·lmax+1].</summary>
    public ReadOnlySpan<double> Alpha => _tables.Alpha;

    /// <summary>The polar factor with the scales, e3nn's buffer <c>shb</c>: [2·lmax+1, res_beta, (lmax+1)²].</summary>
    public ReadOnlySpan<double> Beta => _tables.Beta;

    /// <summary>The whole matrix, by which coefficients are contracted.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>[res_beta, res_alpha, (lmax+1)²].</returns>
    /// <exception cref="ArgumentException">The matrix would be too large.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public double[] Dense(CancellationToken cancellationToken = default) => _tables.Dense(cancellationToken);

    /// <summary>Evaluates signals on the grid.</summary>
    /// <param name="coefficients">[rows, (lmax+1)²].</param>
    /// <param name="values">[rows, res_beta, res_alpha], overwritten.</param>
    /// <exception cref="ArgumentException">A length is wrong, or the memory overlaps.</exception>
    public void Forward(ReadOnlySpan<double> coefficients, Span<double> values)
    {
        int points = Grid.ResBeta * Grid.ResAlpha;
        int rows = SpanGuard.Rows(nameof(coefficients), coefficients.Length, Dim);
        SpanGuard.Exactly(nameof(values), values.Length, rows, points);
        SpanGuard.Apart(nameof(values), values, coefficients);
        double[] orders = new double[_tables.Orders];
        for (int row = 0; row < rows; row++)
        for (int b = 0; b < Grid.ResBeta; b++)
        {
            Gather(b, coefficients.Slice(row * Dim, Dim), orders);
            for (int a = 0; a < Grid.ResAlpha; a++)
            {
                double sum = 0;
                for (int m = 0; m < orders.Length; m++) sum += Alpha[a * orders.Length + m] * orders[m];
                values[row * points + b * Grid.ResAlpha + a] = sum;
            }
        }
    }

    // The sum over degrees at one polar angle, for each order.
    private void Gather(int b, ReadOnlySpan<double> signal, Span<double> orders)
    {
        orders.Clear();
        for (int l = 0; l <= Lmax; l++)
        for (int m = -l; m <= l; m++)
            orders[Lmax + m] += _tables.Polar(b, l, m) * signal[l * l + l + m];
    }
}
