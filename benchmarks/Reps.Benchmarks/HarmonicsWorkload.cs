using System;
using System.Collections.Generic;
using Reps.Benchmarking;

namespace Reps.Benchmarks;

/// <summary>Harmonics of vectors.</summary>
internal delegate void HarmonicsForward(ReadOnlySpan<float> vectors, Span<float> output);

/// <summary>The vector-Jacobian product of the harmonics of vectors.</summary>
internal delegate void HarmonicsBackward(ReadOnlySpan<float> vectors, ReadOnlySpan<float> gradOutput, Span<float> gradVectors);

/// <summary>Spherical harmonics of all degrees up to one, at points.</summary>
internal sealed class HarmonicsWorkload : Workload
{
    private const int Points = 10_000;

    /// <summary>Allocates the operands.</summary>
    /// <param name="name">The name in tables.</param>
    /// <param name="lmax">The highest degree.</param>
    /// <param name="forward">Computes the values.</param>
    /// <param name="backward">Computes the vector-Jacobian product.</param>
    public HarmonicsWorkload(string name, int lmax, HarmonicsForward forward, HarmonicsBackward backward)
        : base(name, "point", Points)
    {
        int dim = (lmax + 1) * (lmax + 1);
        (AlignedBuffer vectors, AlignedBuffer output) = (Input(3 * Points), Result((long)dim * Points));
        (AlignedBuffer gradOutput, AlignedBuffer gradVectors) = (Input((long)dim * Points), Result(3 * Points));
        Passes =
        [
            Pass.OverRows(Pass.Forward, HarmonicsCounts.Values(lmax), Points, (_, points) => forward(Slice(vectors, 3, points), Slice(output, dim, points))),
            Pass.OverRows(
                Pass.Both,
                HarmonicsCounts.Values(lmax) + HarmonicsCounts.Gradient(lmax),
                Points,
                (_, points) =>
                {
                    forward(Slice(vectors, 3, points), Slice(output, dim, points));
                    backward(Slice(vectors, 3, points), Slice(gradOutput, dim, points), Slice(gradVectors, 3, points));
                }
            ),
        ];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Pass> Passes { get; }

    private static Span<float> Slice(AlignedBuffer buffer, int dim, Range points) =>
        buffer.Slice((long)points.Start.Value * dim, (long)(points.End.Value - points.Start.Value) * dim);
}
