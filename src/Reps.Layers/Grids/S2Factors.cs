using System;
using Reps.Layers.Execution;
using static TorchSharp.torch;

namespace Reps.Layers.Grids;

/// <summary>
/// The factors of a transform between coefficients and a grid on the sphere, packed by order: for each order a small matrix between its degrees
/// and the polar angles, then one matrix, or a fast Fourier transform, between the orders and the azimuths.
/// </summary>
internal sealed class S2Factors
{
    // Below this degree one matrix product was measured to be as fast as transforms, or faster.
    private const int FourierFrom = 64;

    private readonly int _lmax;
    private readonly int _resBeta;
    private readonly int _resAlpha;
    private readonly DeviceConstant _azimuthal;
    private readonly DeviceConstant _polar;
    private readonly DeviceConstant _toPacked;
    private readonly DeviceConstant _fromPacked;

    /// <summary>Packs the factors.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="lmax">The largest degree.</param>
    /// <param name="alpha">[res_alpha, 2·lmax+1].</param>
    /// <param name="beta">[2·lmax+1, res_beta, (lmax+1)²].</param>
    /// <param name="fourier">Whether the azimuths are transformed fast; null where that is faster.</param>
    public S2Factors(S2Grid grid, int lmax, ReadOnlySpan<double> alpha, ReadOnlySpan<double> beta, bool? fourier)
    {
        (_lmax, _resBeta, _resAlpha) = (lmax, grid.ResBeta, grid.ResAlpha);
        bool possible = _resAlpha > 2 * lmax;
        if (fourier == true && !possible)
            throw new ArgumentException($"A fast transform to degree {lmax} needs {2 * lmax + 1} azimuths, but the grid has {_resAlpha}.", nameof(fourier));
        Fourier = fourier ?? (possible && lmax >= FourierFrom);
        (int orders, int degrees, int dim) = (2 * lmax + 1, lmax + 1, (lmax + 1) * (lmax + 1));
        double[] polar = new double[orders * _resBeta * degrees];
        long[] toPacked = new long[orders * degrees];
        long[] fromPacked = new long[dim];
        for (int l = 0; l <= lmax; l++)
        for (int m = -l; m <= l; m++)
        {
            int coefficient = l * l + l + m;
            toPacked[(lmax + m) * degrees + l] = coefficient;
            fromPacked[coefficient] = (lmax + m) * degrees + l;
            for (int b = 0; b < _resBeta; b++)
                polar[((lmax + m) * _resBeta + b) * degrees + l] = beta[((lmax + m) * _resBeta + b) * dim + coefficient];
        }
        _azimuthal = new DeviceConstant(alpha.ToArray(), [_resAlpha, orders]);
        _polar = new DeviceConstant(polar, [orders, _resBeta, degrees]);
        _toPacked = new DeviceConstant(toPacked);
        _fromPacked = new DeviceConstant(fromPacked);
    }

    public bool Fourier { get; }

    /// <summary>From [rows, (lmax+1)²] to [rows, res_beta, res_alpha].</summary>
    public Tensor ToGrid(Tensor coefficients)
    {
        // Places of degrees below an order hold the first coefficient, and meet a zero of the table.
        Tensor packed = coefficients.index_select(-1, _toPacked.On(coefficients)).reshape(coefficients.shape[0], 2 * _lmax + 1, _lmax + 1);
        Tensor orders = packed.transpose(0, 1).matmul(_polar.On(coefficients).transpose(1, 2)).permute(1, 2, 0);
        return Fourier ? CircleFourier.Synthesize(orders, _resAlpha) : orders.matmul(_azimuthal.On(coefficients).transpose(0, 1));
    }

    /// <summary>From [rows, res_beta, res_alpha] to [rows, (lmax+1)²].</summary>
    public Tensor FromGrid(Tensor values)
    {
        Tensor orders = Fourier ? CircleFourier.Analyze(values, _lmax) : values.matmul(_azimuthal.On(values));
        Tensor packed = orders.permute(2, 0, 1).matmul(_polar.On(values)).transpose(0, 1).flatten(1);
        return packed.index_select(-1, _fromPacked.On(values));
    }
}
