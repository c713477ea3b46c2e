using System;
using System.Linq;
using System.Numerics;
using Reps.Algebra;
using Reps.Kernels;

namespace Reps;

/// <summary>
/// Real spherical harmonics of a representation known only at run time: the counterpart of
/// <see cref="SphericalHarmonicsAttribute{TOutput}"/>, by the same kernel.
/// </summary>
public sealed class SphericalHarmonics
{
    private readonly RepSegment[] _segments;
    private readonly double[] _constants;

    private SphericalHarmonics(Irreps output, HarmonicsNormalization normalization, bool normalize)
    {
        (Output, Normalization, Normalize) = (output, normalization, normalize);
        _segments = [.. output.Select((entry, n) => new RepSegment(output.Offsets[n], entry.Mul, entry.Irrep.TwoJ, entry.Irrep.Parity))];
        _constants = HarmonicRecurrence.Constants(_segments.Select(s => s.TwoJ / 2).DefaultIfEmpty().Max());
    }

    /// <summary>The representation that is filled.</summary>
    public Irreps Output { get; }

    /// <summary>The normalisation.</summary>
    public HarmonicsNormalization Normalization { get; }

    /// <summary>Whether vectors are divided by their length first.</summary>
    public bool Normalize { get; }

    /// <summary>The harmonics that fill a representation.</summary>
    /// <param name="output">The signature, for example <c>0e + 1o + 2e</c>; each of an entry's channels receives Y of its degree.</param>
    /// <param name="normalization">The normalisation.</param>
    /// <param name="normalize">Whether vectors are divided by their length first; otherwise the results are r^l·Y^l.</param>
    /// <returns>The layer.</returns>
    /// <exception cref="SignatureException">The signature is not valid.</exception>
    /// <exception cref="ArgumentException">The harmonics of one vector cannot have these parities.</exception>
    public static SphericalHarmonics Create(
        string output,
        HarmonicsNormalization normalization = HarmonicsNormalization.Component,
        bool normalize = true
    ) => Create(Signature.Parse(output).Irreps, normalization, normalize);

    /// <summary>The harmonics that fill a representation.</summary>
    /// <param name="output">The representation; each of an entry's channels receives Y of its degree.</param>
    /// <param name="normalization">The normalisation.</param>
    /// <param name="normalize">Whether vectors are divided by their length first; otherwise the results are r^l·Y^l.</param>
    /// <returns>The layer.</returns>
    /// <exception cref="ArgumentException">The harmonics of one vector cannot have these parities.</exception>
    public static SphericalHarmonics Create(
        Irreps output,
        HarmonicsNormalization normalization = HarmonicsNormalization.Component,
        bool normalize = true
    )
    {
        ArgumentNullException.ThrowIfNull(output);
        if (!Enum.IsDefined(normalization)) throw new ArgumentOutOfRangeException(nameof(normalization), "The normalization must be Component, Norm or Integral.");
        if (HarmonicsRules.Check(output) is string problem) throw new ArgumentException(problem, nameof(output));
        return new SphericalHarmonics(output, normalization, normalize);
    }

    /// <summary>Evaluates the harmonics.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="vectors">[rows, 3], each (x, y, z).</param>
    /// <param name="output">[rows, output dim], overwritten.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
    public void Forward<T>(ReadOnlySpan<T> vectors, Span<T> output)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        SphericalHarmonicsKernel.Forward(_segments, Normalization, Normalize, _constants, Output.Dim, vectors, output);

    /// <summary>Evaluates the harmonics and all their derivatives.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="vectors">[rows, 3].</param>
    /// <param name="output">[rows, output dim], overwritten.</param>
    /// <param name="jacobian">The derivatives of each value by x, y and z, [rows, 3, output dim], overwritten.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
    public void ForwardWithJacobian<T>(ReadOnlySpan<T> vectors, Span<T> output, Span<T> jacobian)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        SphericalHarmonicsKernel.ForwardWithJacobian(_segments, Normalization, Normalize, _constants, Output.Dim, vectors, output, jacobian);

    /// <summary>The vector-Jacobian product of the harmonics.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="vectors">[rows, 3].</param>
    /// <param name="gradOutput">The cotangent of the output, [rows, output dim].</param>
    /// <param name="gradVectors">[rows, 3], overwritten.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
    public void Backward<T>(ReadOnlySpan<T> vectors, ReadOnlySpan<T> gradOutput, Span<T> gradVectors)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        SphericalHarmonicsKernel.Backward(_segments, Normalization, Normalize, _constants, Output.Dim, vectors, gradOutput, gradVectors);

    /// <summary>The gradients of Σ cotangent·<see cref="Backward"/>: what training on forces needs.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="vectors">[rows, 3].</param>
    /// <param name="gradOutput">The cotangent of the output, [rows, output dim].</param>
    /// <param name="cotangent">The cotangent of the result of the backward pass, [rows, 3].</param>
    /// <param name="gradVectors">The gradient by the vectors, [rows, 3], overwritten; empty if it is not wanted.</param>
    /// <param name="gradGradOutput">The gradient by the cotangent of the output, overwritten; empty if it is not wanted.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
    public void DoubleBackward<T>(
        ReadOnlySpan<T> vectors,
        ReadOnlySpan<T> gradOutput,
        ReadOnlySpan<T> cotangent,
        Span<T> gradVectors,
        Span<T> gradGradOutput
    )
        where T : unmanaged, IFloatingPointIeee754<T> =>
        SphericalHarmonicsKernel.DoubleBackward(
            _segments,
            Normalization,
            Normalize,
            _constants,
            Output.Dim,
            vectors,
            gradOutput,
            cotangent,
            gradVectors,
            gradGradOutput
        );
}
