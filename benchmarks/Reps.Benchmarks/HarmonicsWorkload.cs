using System;
using System.Collections.Generic;
using Reps.Benchmarking;

namespace Reps.Benchmarks;

/// <summary>Harmonics of vectors.</summary>
internal delegate void HarmonicsForward(ReadOnlySpan<float> vectors, Span<float> output);

/// <summary>Harmonics of vectors and all their derivatives.</summary>
internal delegate void HarmonicsJacobian(ReadOnlySpan<float> vectors, Span<float> output, Span<float> jacobian);

/// <summary>The vector-Jacobian product of the harmonics of vectors.</summary>
internal delegate void HarmonicsBackward(ReadOnlySpan<float> vectors, ReadOnlySpan<float> gradOutput, Span<float> gradVectors);

/// <summary>Spherical harmonics of all degrees up to one, at points.</summary>
internal sealed class HarmonicsWorkload : Workload
{
    /// <summary>The pass that computes harmonics and all their derivatives.</summary>
    public const string Jacobian = "values+Jacobian";

    private const int Points = 10_000;

    /// <summary>Allocates the operands.</summary>
    /// <param name="name">The name in tables.</param>
    /// <param name="lmax">The highest degree.</param>
    /// <param name="forward">Computes the values.</param>
    /// <param name="jacobian">Computes the values and their derivatives.</param>
    /// <param name="backward">Computes the vector-Jacobian product.</param>
    public HarmonicsWorkload(string name, int lmax, HarmonicsForward forward, HarmonicsJacobian jacobian, HarmonicsBackward backward)
        : base(name, "point", Points)
    {
        int dim = (lmax + 1) * (lmax + 1);
        (AlignedBuffer vectors, AlignedBuffer gradVectors) = (Input(3 * Points), Result(3 * Points));
        (AlignedBuffer output, AlignedBuffer gradOutput) = (Result((long)dim * Points), Input((long)dim * Points));
        AlignedBuffer derivatives = Result(3L * dim * Points);
        Passes =
        [
            Pass.OverRows(Pass.Forward, HarmonicsCounts.Values(lmax), Points, points => forward(Rows(vectors, 3, points), Rows(output, dim, points))),
            Pass.OverRows(
                Jacobian,
                HarmonicsCounts.ValuesAndJacobian(lmax),
                Points,
                points => jacobian(Rows(vectors, 3, points), Rows(output, dim, points), Rows(derivatives, 3 * dim, points))
            ),
            Pass.OverRows(
                Pass.Both,
                HarmonicsCounts.Values(lmax) + HarmonicsCounts.Gradient(lmax),
                Points,
                points =>
                {
                    forward(Rows(vectors, 3, points), Rows(output, dim, points));
                    backward(Rows(vectors, 3, points), Rows(gradOutput, dim, points), Rows(gradVectors, 3, points));
                }
            ),
        ];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Pass> Passes { get; }
}
