using System;
using Reps.Kernels;

namespace Reps;

/// <summary>
/// The two storage orders of a segment: here the component is outer and the channel inner, so that kernels run along channels; e3nn has the
/// channel outer and the component inner. Weights are stored alike.
/// </summary>
public static class E3nnLayout
{
    /// <summary>From this library's order to e3nn's.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="irreps">The representation.</param>
    /// <param name="source">[rows, dim], inside a segment [component, channel].</param>
    /// <param name="target">[rows, dim], inside a segment [channel, component]; overwritten.</param>
    /// <exception cref="ArgumentException">A length is wrong, or the memory overlaps.</exception>
    public static void ToE3nn<T>(Irreps irreps, ReadOnlySpan<T> source, Span<T> target) => Transpose(irreps, source, target, toE3nn: true);

    /// <summary>From e3nn's order to this library's.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="irreps">The representation.</param>
    /// <param name="source">[rows, dim], inside a segment [channel, component].</param>
    /// <param name="target">[rows, dim], inside a segment [component, channel]; overwritten.</param>
    /// <exception cref="ArgumentException">A length is wrong, or the memory overlaps.</exception>
    public static void FromE3nn<T>(Irreps irreps, ReadOnlySpan<T> source, Span<T> target) => Transpose(irreps, source, target, toE3nn: false);

    private static void Transpose<T>(Irreps irreps, ReadOnlySpan<T> source, Span<T> target, bool toE3nn)
    {
        ArgumentNullException.ThrowIfNull(irreps);
        int rows = SpanGuard.Rows(nameof(source), source.Length, irreps.Dim);
        SpanGuard.Exactly(nameof(target), target.Length, rows, irreps.Dim);
        SpanGuard.Apart(nameof(target), target, source);
        for (int row = 0; row < rows; row++)
        for (int s = 0; s < irreps.Count; s++)
        {
            int start = row * irreps.Dim + irreps.Offsets[s];
            (int outer, int inner) = toE3nn ? (irreps[s].Mul, irreps[s].Irrep.Dim) : (irreps[s].Irrep.Dim, irreps[s].Mul);
            for (int a = 0; a < outer; a++)
            for (int b = 0; b < inner; b++)
                target[start + a * inner + b] = source[start + b * outer + a];
        }
    }
}
