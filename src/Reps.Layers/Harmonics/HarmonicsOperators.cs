using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;
using static TorchSharp.torch;

namespace Reps.Layers.Harmonics;

/// <summary>
/// Spherical harmonics as operators of torch, by the same stable recurrence as the kernel: zonal factors q(l,m) times the real and imaginary
/// parts of (z + ix)^m.
/// </summary>
internal sealed class HarmonicsOperators(Irreps output, HarmonicsNormalization normalization, bool normalize)
{
    private const double Smallest = 1e-12;

    private readonly double[] _constants = HarmonicRecurrence.Constants(output.Select(entry => entry.Irrep.L).DefaultIfEmpty().Max());

    /// <summary>[rows, dim] for vectors [rows, 3].</summary>
    public Tensor Evaluate(Tensor vectors)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor v = vectors;
        if (normalize)
        {
            // A vector without direction has the harmonics of zero: one for l = 0, zero above. The inner where keeps its gradient finite.
            Tensor square = (v * v).sum(-1, keepdim: true);
            Tensor known = square.IsAbove(Smallest * Smallest);
            Tensor length = where(known, square, ones_like(square)).sqrt();
            v = where(known, v / length, zeros_like(v));
        }
        int lmax = output.Select(entry => entry.Irrep.L).DefaultIfEmpty().Max();
        List<Tensor>[] degrees = Degrees(v, lmax);
        List<Tensor> segments = [];
        foreach (MulIrrep entry in output)
        {
            int l = entry.Irrep.L;
            double scale = normalization switch
            {
                HarmonicsNormalization.Norm => 1 / Math.Sqrt(2 * l + 1),
                HarmonicsNormalization.Integral => 1 / Math.Sqrt(4 * Math.PI),
                _ => 1,
            };
            Tensor values = stack(degrees[l], -1).Times(scale);
            segments.Add(values.unsqueeze(-1).expand(values.size(0), values.size(1), entry.Mul).flatten(-2));
        }
        return scope.MoveToOuter(segments.Count == 0 ? zeros(v.size(0), 0, dtype: v.dtype, device: v.device) : cat(segments, -1));
    }

    // For each degree its 2l + 1 components, each [rows].
    private List<Tensor>[] Degrees(Tensor v, int lmax)
    {
        (Tensor x, Tensor y, Tensor z) = (v.select(-1, 0), v.select(-1, 1), v.select(-1, 2));
        Tensor square = (x * x).Plus(y * y).Plus(z * z);
        Tensor[,] q = new Tensor[lmax + 1, lmax + 1];
        (List<Tensor> cosines, List<Tensor> sines) = ([ones_like(x)], [zeros_like(x)]);
        for (int m = 1; m <= lmax; m++)
        {
            (Tensor c, Tensor s) = (cosines[m - 1], sines[m - 1]);
            cosines.Add(z * c - x * s);
            sines.Add((z * s).Plus(x * c));
        }
        for (int m = 0; m <= lmax; m++)
        {
            q[m, m] = m == 0 ? ones_like(x) : q[m - 1, m - 1].Times(Constant(m, m, 0));
            for (int l = m + 1; l <= lmax; l++)
            {
                Tensor next = (y * q[l - 1, m]).Times(Constant(l, m, 0));
                q[l, m] = l - 2 >= m ? next - (square * q[l - 2, m]).Times(Constant(l, m, 1)) : next;
            }
        }
        List<Tensor>[] degrees = new List<Tensor>[lmax + 1];
        for (int l = 0; l <= lmax; l++)
        {
            degrees[l] = [];
            for (int m = -l; m <= l; m++)
                degrees[l].Add(m < 0 ? q[l, -m] * sines[-m] : m == 0 ? q[l, 0] : q[l, m] * cosines[m]);
        }
        return degrees;
    }

    private double Constant(int l, int m, int which) => _constants[HarmonicRecurrence.Position(l, m) + which];
}
