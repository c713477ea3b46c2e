using System;
using System.Linq;
using System.Numerics;
using Reps.Kernels;

namespace Reps;

/// <summary>Acts with group elements on features.</summary>
public static class RepresentationAction
{
    /// <summary>Transforms a batch of features.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="irreps">The representation.</param>
    /// <param name="transform">The group element.</param>
    /// <param name="source">[rows, dim], inside a segment [component, channel].</param>
    /// <param name="target">The same shape, overwritten.</param>
    /// <exception cref="ArgumentException">A length is wrong, the memory overlaps, the irreps are of SU(2), or SO(3) is asked to invert.</exception>
    public static void Apply<T>(Irreps irreps, OrthogonalTransform transform, ReadOnlySpan<T> source, Span<T> target)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(irreps);
        WignerD.RequireReal(irreps.Group, transform);
        if (irreps.Dim == 0) return;
        int rows = SpanGuard.Rows(nameof(source), source.Length, irreps.Dim);
        SpanGuard.Exactly(nameof(target), target.Length, rows, irreps.Dim);
        SpanGuard.Apart(nameof(target), target, source);
        double[][] matrices = WignerD.UpTo(irreps.Max(entry => entry.Irrep.L), transform.Rotation);
        target.Clear();
        for (int row = 0; row < rows; row++)
        for (int s = 0; s < irreps.Count; s++)
        {
            (int offset, int length) = irreps.Slice(s);
            int start = row * irreps.Dim + offset;
            double sign = transform.Inverts ? irreps[s].Irrep.Parity : 1;
            Multiply(matrices[irreps[s].Irrep.L], sign, irreps[s].Irrep.Dim, source.Slice(start, length), target.Slice(start, length));
        }
    }

    private static void Multiply<T>(double[] matrix, double sign, int dim, ReadOnlySpan<T> source, Span<T> target)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int channels = source.Length / dim;
        for (int i = 0; i < dim; i++)
        for (int j = 0; j < dim; j++)
        {
            T element = T.CreateTruncating(sign * matrix[i * dim + j]);
            for (int u = 0; u < channels; u++) target[i * channels + u] += element * source[j * channels + u];
        }
    }
}
