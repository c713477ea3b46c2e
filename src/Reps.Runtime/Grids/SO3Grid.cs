using System;
using System.Linq;
using System.Threading;
using Reps.Kernels;

namespace Reps;

/// <summary>
/// A grid on SO(3) in Euler angles, with the matrices of all degrees at its points: e3nn's <c>SO3Grid</c>. A signal is a feature of
/// (2l+1)x(l) for each degree, contracted with the entries of D^l(α, β, γ).
/// </summary>
/// <remarks>
/// The component of a feature contracts the column of D, and the channel its row, so that rotating the feature by g gives the signal
/// f(R·g). As everywhere here, the component is outer; where the channel is outer, as in e3nn, each block is transposed:
/// <see cref="E3nnLayout.ToE3nn"/> with <see cref="Irreps"/> turns the rows of <see cref="Table"/> into those of e3nn's buffer <c>D</c>.
/// </remarks>
public sealed class SO3Grid
{
    private readonly double[] _table;
    private readonly double[] _weights;
    private readonly double[] _toGrid;
    private readonly double[] _fromGrid;

    /// <summary>Creates the grid: 2·resolution angles β, and round(2·aspect·resolution) angles α and as many γ.</summary>
    /// <param name="lmax">The largest degree.</param>
    /// <param name="resolution">Half the number of angles β; signals of degree below it return from the grid unchanged.</param>
    /// <param name="normalization">How the features are scaled; e3nn has <see cref="GridNormalization.Component"/> alone.</param>
    /// <param name="aspectRatio">The number of angles α for each β.</param>
    /// <param name="cancellationToken">Stops the evaluation of the matrices.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range, or the normalisation is none.</exception>
    /// <exception cref="ArgumentException">The table would be too large.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public SO3Grid(
        int lmax,
        int resolution,
        GridNormalization normalization = GridNormalization.Component,
        double aspectRatio = 2,
        CancellationToken cancellationToken = default
    )
    {
        Lmax = GridArguments.Degree(lmax);
        GridArguments.Resolution(resolution, nameof(resolution));
        double azimuths = Math.Round(2 * aspectRatio * resolution);
        if (!(azimuths >= 1 && azimuths <= GridArguments.MaxResolution))
            throw new ArgumentOutOfRangeException(
                nameof(aspectRatio),
                aspectRatio,
                $"The aspect ratio must give from 1 to {GridArguments.MaxResolution} angles alpha, which are 2·aspect·resolution."
            );
        Sphere = S2Grid.Soft(GridArguments.Resolution(2 * resolution, nameof(resolution)), (int)azimuths);
        Normalization = normalization;
        Dim = Enumerable.Range(0, lmax + 1).Sum(l => (2 * l + 1) * (2 * l + 1));
        (_toGrid, _fromGrid) = Scales(normalization);
        GridArguments.Table("The table of matrices", ResAlpha, ResBeta, ResAlpha, Dim);
        // The weights of the sphere's points, spread over the angles γ.
        _weights = [.. Sphere.Weights.ToArray().Select(w => w / ResAlpha)];
        _table = SO3Matrices.Evaluate(lmax, Sphere, cancellationToken);
    }

    /// <summary>The largest degree.</summary>
    public int Lmax { get; }

    /// <summary>How the features are scaled.</summary>
    public GridNormalization Normalization { get; }

    /// <summary>The grid of β and α; γ has the angles of α.</summary>
    public S2Grid Sphere { get; }

    /// <summary>The number of angles α, and of γ.</summary>
    public int ResAlpha => Sphere.ResAlpha;

    /// <summary>The number of angles β.</summary>
    public int ResBeta => Sphere.ResBeta;

    /// <summary>The number of points, res_alpha·res_beta·res_alpha.</summary>
    public int Points => ResAlpha * ResBeta * ResAlpha;

    /// <summary>The dimension of the features, Σ(2l+1)².</summary>
    public int Dim { get; }

    /// <summary>The representation of the features, 1x0e+3x1e+5x2e+…: one channel for each row of D.</summary>
    public Irreps Irreps => new(Group.O3, Enumerable.Range(0, Lmax + 1).Select(l => new MulIrrep(2 * l + 1, Irrep.O3(l, 1))));

    /// <summary>√(2l+1)·D^l at each point, [res_alpha, res_beta, res_gamma, dim], inside a degree [component, channel].</summary>
    public ReadOnlySpan<double> Table => _table;

    /// <summary>The weight of each point of an angle β, [res_beta]: their sum over all points is 1, the mean over the group.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>The factor of the table for each degree, with which features are contracted to values, [lmax+1].</summary>
    public ReadOnlySpan<double> ToGridScales => _toGrid;

    /// <summary>The factor of the table, besides the weights, for each degree, with which values are contracted to features, [lmax+1].</summary>
    public ReadOnlySpan<double> FromGridScales => _fromGrid;

    /// <summary>The matrix by which features are contracted.</summary>
    /// <returns>[res_alpha, res_beta, res_gamma, dim].</returns>
    public double[] ToGridMatrix() => Scaled(_toGrid, weighted: false);

    /// <summary>The matrix by which values are contracted.</summary>
    /// <returns>[res_alpha, res_beta, res_gamma, dim].</returns>
    public double[] FromGridMatrix() => Scaled(_fromGrid, weighted: true);

    /// <summary>Evaluates signals on the grid.</summary>
    /// <param name="features">[rows, dim], inside a degree [component, channel].</param>
    /// <param name="values">[rows, res_alpha, res_beta, res_gamma], overwritten.</param>
    /// <exception cref="ArgumentException">A length is wrong, or the memory overlaps.</exception>
    public void ToGrid(ReadOnlySpan<double> features, Span<double> values)
    {
        int rows = SpanGuard.Rows(nameof(features), features.Length, Dim);
        SpanGuard.Exactly(nameof(values), values.Length, rows, Points);
        SpanGuard.Apart(nameof(values), values, features);
        double[] scaled = new double[Dim];
        for (int row = 0; row < rows; row++)
        {
            features.Slice(row * Dim, Dim).CopyTo(scaled);
            Scale(scaled, _toGrid, 1);
            for (int point = 0; point < Points; point++)
            {
                double sum = 0;
                for (int i = 0; i < Dim; i++) sum += _table[point * Dim + i] * scaled[i];
                values[row * Points + point] = sum;
            }
        }
    }

    /// <summary>Finds the features of signals.</summary>
    /// <param name="values">[rows, res_alpha, res_beta, res_gamma].</param>
    /// <param name="features">[rows, dim], inside a degree [component, channel]; overwritten.</param>
    /// <exception cref="ArgumentException">A length is wrong, or the memory overlaps.</exception>
    public void FromGrid(ReadOnlySpan<double> values, Span<double> features)
    {
        int rows = SpanGuard.Rows(nameof(values), values.Length, Points);
        SpanGuard.Exactly(nameof(features), features.Length, rows, Dim);
        SpanGuard.Apart(nameof(features), features, values);
        features.Clear();
        for (int row = 0; row < rows; row++)
        {
            Span<double> sums = features.Slice(row * Dim, Dim);
            for (int point = 0; point < Points; point++)
            {
                double value = values[row * Points + point] * _weights[point / ResAlpha % ResBeta];
                for (int i = 0; i < Dim; i++) sums[i] += _table[point * Dim + i] * value;
            }
            Scale(sums, _fromGrid, 1);
        }
    }

    private double[] Scaled(double[] scales, bool weighted)
    {
        double[] matrix = (double[])_table.Clone();
        for (int point = 0; point < Points; point++)
            Scale(matrix.AsSpan(point * Dim, Dim), scales, weighted ? _weights[point / ResAlpha % ResBeta] : 1);
        return matrix;
    }

    private void Scale(Span<double> row, double[] scales, double factor)
    {
        int offset = 0;
        for (int l = 0; l <= Lmax; l++)
        for (int i = 0; i < (2 * l + 1) * (2 * l + 1); i++)
            row[offset++] *= scales[l] * factor;
    }

    // The table has mean square one in each entry, so a scale s on the way there is undone by 1/s on the way back.
    private (double[] To, double[] From) Scales(GridNormalization normalization)
    {
        double[] to = new double[Lmax + 1];
        for (int l = 0; l <= Lmax; l++)
            to[l] = normalization switch
            {
                GridNormalization.Component => 1 / Math.Sqrt(Dim),
                GridNormalization.Norm => Math.Sqrt((2 * l + 1) / (double)Dim),
                GridNormalization.Integral => 1 / Math.Sqrt(8 * Math.PI * Math.PI),
                _ => throw new ArgumentOutOfRangeException(
                    nameof(normalization),
                    normalization,
                    "The normalization must be Component, Norm or Integral."
                ),
            };
        return (to, Array.ConvertAll(to, s => 1 / s));
    }
}
