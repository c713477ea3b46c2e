using System;
using Reps.Layers.Execution;
using static TorchSharp.torch;

namespace Reps.Layers.Grids;

/// <summary>
/// The factors of a transform between features and a grid on SO(3). At each β an entry of D^l(α, β, γ) is a sum of four products of a sine or
/// cosine of α, an entry of the matrix for β, and a sine or cosine of γ: so one small matrix for each pair of orders, then one matrix for γ and
/// one for α, instead of the table of all matrices.
/// </summary>
internal sealed class SO3Factors
{
    private readonly int _dim;
    private readonly int _orders;
    private readonly int _slots;
    private readonly int _resAlpha;
    private readonly int _resBeta;
    private readonly DeviceConstant _azimuthal;
    private readonly DeviceConstant _polar;
    private readonly DeviceConstant _toPacked;
    private readonly DeviceConstant _fromPacked;

    /// <summary>Computes the factors.</summary>
    /// <param name="lmax">The largest degree.</param>
    /// <param name="sphere">The angles β and α; γ has those of α.</param>
    /// <param name="factor">The factor of the entries of D for a degree and the index of an angle β.</param>
    public SO3Factors(int lmax, S2Grid sphere, Func<int, int, double> factor)
    {
        (_orders, _slots, _resAlpha, _resBeta) = (2 * lmax + 1, 4 * (lmax + 1), sphere.ResAlpha, sphere.ResBeta);
        _azimuthal = new DeviceConstant(Waves(lmax, sphere.Alphas), [_resAlpha, _orders]);
        _dim = (lmax + 1) * (2 * lmax + 1) * (2 * lmax + 3) / 3;
        double[] polar = new double[_orders * _orders * _resBeta * _slots];
        long[] toPacked = new long[_orders * _orders * _slots];
        long[] fromPacked = new long[4 * _dim];
        for (int b = 0; b < _resBeta; b++)
        {
            double[][] tilted = WignerD.UpTo(lmax, Rotation.AboutX(sphere.Betas[b]));
            int offset = 0;
            for (int l = 0; l <= lmax; offset += (2 * l + 1) * (2 * l + 1), l++)
            for (int i = -l; i <= l; i++)
            for (int j = -l; j <= l; j++)
            for (int part = 0; part < 4; part++)
            {
                // Bit 1: the sine of α, which exchanges rows i and −i; bit 0: the sine of γ, which exchanges columns.
                (bool sineAlpha, bool sineGamma) = ((part & 2) != 0, (part & 1) != 0);
                (int m, int n) = (sineAlpha ? -Math.Abs(i) : Math.Abs(i), sineGamma ? -Math.Abs(j) : Math.Abs(j));
                int slot = 4 * l + (i < 0 ? 2 : 0) + (j < 0 ? 1 : 0);
                int pair = (lmax + m) * _orders + lmax + n;
                int feature = offset + (l + j) * (2 * l + 1) + l + i;
                fromPacked[4 * feature + part] = (long)pair * _slots + slot;
                // There is no sine of order zero: its place is the cosine's, and must count once.
                if ((sineAlpha && i == 0) || (sineGamma && j == 0))
                {
                    fromPacked[4 * feature + part] = (long)pair * _slots + Unused(l, i, j);
                    continue;
                }
                toPacked[pair * _slots + slot] = feature;
                double entry = tilted[l][(l + (sineAlpha ? -i : i)) * (2 * l + 1) + l + (sineGamma ? -j : j)];
                int sign = (sineAlpha ? -Math.Sign(i) : 1) * (sineGamma ? Math.Sign(j) : 1);
                polar[(pair * _resBeta + b) * _slots + slot] = sign * entry * factor(l, b);
            }
        }
        _polar = new DeviceConstant(polar, [_orders * _orders, _resBeta, _slots]);
        _toPacked = new DeviceConstant(toPacked);
        _fromPacked = new DeviceConstant(fromPacked);
    }

    /// <summary>From [rows, dim] to [rows, α, β, γ].</summary>
    public Tensor ToGrid(Tensor features)
    {
        long rows = features.shape[0];
        Tensor azimuthal = _azimuthal.On(features);
        // Unused places hold the first feature, and meet a zero of the table.
        Tensor packed = features.index_select(-1, _toPacked.On(features)).reshape(rows, _orders * _orders, _slots);
        Tensor orders = packed.transpose(0, 1).matmul(_polar.On(features).transpose(1, 2));
        Tensor circles = orders.reshape(_orders, _orders, rows, _resBeta).permute(2, 0, 3, 1).matmul(azimuthal.transpose(0, 1));
        return azimuthal.matmul(circles.reshape(rows, _orders, _resBeta * _resAlpha)).reshape(rows, _resAlpha, _resBeta, _resAlpha);
    }

    /// <summary>From [rows, α, β, γ] to [rows, dim].</summary>
    public Tensor FromGrid(Tensor values)
    {
        long rows = values.shape[0];
        Tensor azimuthal = _azimuthal.On(values);
        Tensor circles = azimuthal.transpose(0, 1).matmul(values.reshape(rows, _resAlpha, _resBeta * _resAlpha));
        Tensor orders = circles.reshape(rows, _orders, _resBeta, _resAlpha).matmul(azimuthal).permute(1, 3, 0, 2);
        Tensor packed = orders.reshape(_orders * _orders, rows, _resBeta).matmul(_polar.On(values)).transpose(0, 1).flatten(1);
        return packed.index_select(-1, _fromPacked.On(values)).reshape(rows, _dim, 4).sum(-1);
    }

    // A place whose entry of the table is zero: of order zero there is no component of negative sign.
    private static int Unused(int l, int i, int j) => 4 * l + (i == 0 ? 2 : 0) + (j == 0 ? 1 : 0);

    private static double[] Waves(int lmax, ReadOnlySpan<double> angles)
    {
        double[] waves = new double[angles.Length * (2 * lmax + 1)];
        for (int a = 0; a < angles.Length; a++)
        for (int m = 0; m <= lmax; m++)
        {
            (double sine, double cosine) = Math.SinCos(m * angles[a]);
            if (m > 0) waves[a * (2 * lmax + 1) + lmax - m] = sine;
            waves[a * (2 * lmax + 1) + lmax + m] = cosine;
        }
        return waves;
    }
}
