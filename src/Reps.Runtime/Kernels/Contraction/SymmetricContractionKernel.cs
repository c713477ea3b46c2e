using System;
using System.Runtime.Intrinsics;
using Reps.Kernels.Simd;

namespace Reps.Kernels;

/// <summary>
/// Evaluates symmetric contractions from their tables, several channels in a vector as wide as the processor has. Generated layers pass
/// their tables as static data, run-time layers as arrays. Nothing is allocated once a thread has seen its largest table.
/// </summary>
public static class SymmetricContractionKernel
{
    /// <summary>Evaluates the contraction.</summary>
    /// <param name="table">The tables.</param>
    /// <param name="input">[rows, inputs, channels].</param>
    /// <param name="weights">[elements, paths, channels].</param>
    /// <param name="elements">[rows]: which weights a row takes.</param>
    /// <param name="output">[rows, outputs, channels], overwritten.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, a result overlaps an input, or an element has no weights; nothing has been written.</exception>
    public static void Forward(ContractionTable<float> table, ReadOnlySpan<float> input, ReadOnlySpan<float> weights, ReadOnlySpan<int> elements, Span<float> output) =>
        Run(ContractionGuard.Forward(table, input, weights, elements, output));

    /// <inheritdoc cref="Forward(ContractionTable{float}, ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{int}, Span{float})"/>
    public static void Forward(ContractionTable<double> table, ReadOnlySpan<double> input, ReadOnlySpan<double> weights, ReadOnlySpan<int> elements, Span<double> output) =>
        Run(ContractionGuard.Forward(table, input, weights, elements, output));

    /// <summary>The vector-Jacobian products. A gradient that is not wanted is passed as an empty span.</summary>
    /// <param name="table">The tables.</param>
    /// <param name="input">[rows, inputs, channels].</param>
    /// <param name="weights">[elements, paths, channels].</param>
    /// <param name="elements">[rows]: which weights a row takes.</param>
    /// <param name="gradOutput">The cotangent of the output, [rows, outputs, channels].</param>
    /// <param name="gradInput">The shape of <paramref name="input"/>, overwritten, or empty.</param>
    /// <param name="gradWeights">The shape of <paramref name="weights"/>, overwritten (summed over the rows of an element), or empty.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, a result overlaps an input, or an element has no weights; nothing has been written.</exception>
    public static void Backward(
        ContractionTable<float> table,
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> weights,
        ReadOnlySpan<int> elements,
        ReadOnlySpan<float> gradOutput,
        Span<float> gradInput,
        Span<float> gradWeights
    ) => Run(ContractionGuard.Backward(table, input, weights, elements, gradOutput, gradInput, gradWeights));

    /// <inheritdoc cref="Backward(ContractionTable{float}, ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{int}, ReadOnlySpan{float}, Span{float}, Span{float})"/>
    public static void Backward(
        ContractionTable<double> table,
        ReadOnlySpan<double> input,
        ReadOnlySpan<double> weights,
        ReadOnlySpan<int> elements,
        ReadOnlySpan<double> gradOutput,
        Span<double> gradInput,
        Span<double> gradWeights
    ) => Run(ContractionGuard.Backward(table, input, weights, elements, gradOutput, gradInput, gradWeights));

    /// <summary>
    /// The gradients of ⟨a, gradInput⟩ + ⟨b, gradWeights⟩, where those are the gradients that Backward gives. A gradient that is not wanted
    /// is passed as an empty span.
    /// </summary>
    /// <param name="table">The tables.</param>
    /// <param name="input">[rows, inputs, channels].</param>
    /// <param name="weights">[elements, paths, channels].</param>
    /// <param name="elements">[rows]: which weights a row takes.</param>
    /// <param name="gradOutput">The cotangent of the output in the first gradient, [rows, outputs, channels].</param>
    /// <param name="cotangentInput">a, the shape of <paramref name="input"/>, or empty for zero.</param>
    /// <param name="cotangentWeights">b, the shape of <paramref name="weights"/>, or empty for zero.</param>
    /// <param name="gradInput">The gradient by the input, overwritten, or empty.</param>
    /// <param name="gradWeights">The gradient by the weights, overwritten, or empty.</param>
    /// <param name="gradGradOutput">The gradient by <paramref name="gradOutput"/>, overwritten, or empty.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, a result overlaps an input, or an element has no weights; nothing has been written.</exception>
    public static void DoubleBackward(
        ContractionTable<float> table,
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> weights,
        ReadOnlySpan<int> elements,
        ReadOnlySpan<float> gradOutput,
        ReadOnlySpan<float> cotangentInput,
        ReadOnlySpan<float> cotangentWeights,
        Span<float> gradInput,
        Span<float> gradWeights,
        Span<float> gradGradOutput
    ) =>
        Run(
            ContractionGuard.DoubleBackward(table, input, weights, elements, gradOutput, cotangentInput, cotangentWeights, gradInput, gradWeights, gradGradOutput)
        );

    /// <inheritdoc cref="DoubleBackward(ContractionTable{float}, ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{int}, ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, Span{float}, Span{float})"/>
    public static void DoubleBackward(
        ContractionTable<double> table,
        ReadOnlySpan<double> input,
        ReadOnlySpan<double> weights,
        ReadOnlySpan<int> elements,
        ReadOnlySpan<double> gradOutput,
        ReadOnlySpan<double> cotangentInput,
        ReadOnlySpan<double> cotangentWeights,
        Span<double> gradInput,
        Span<double> gradWeights,
        Span<double> gradGradOutput
    ) =>
        Run(
            ContractionGuard.DoubleBackward(table, input, weights, elements, gradOutput, cotangentInput, cotangentWeights, gradInput, gradWeights, gradGradOutput)
        );

    private static void Run(ContractionCall<float> job)
    {
        if (Vector512.IsHardwareAccelerated) ContractionRunner<Vector512<float>, float, Single512>.Run(job);
        else if (Vector256.IsHardwareAccelerated) ContractionRunner<Vector256<float>, float, Single256>.Run(job);
        else if (Vector128.IsHardwareAccelerated) ContractionRunner<Vector128<float>, float, Single128>.Run(job);
        else ContractionRunner<float, float, Single1>.Run(job);
    }

    private static void Run(ContractionCall<double> job)
    {
        if (Vector512.IsHardwareAccelerated) ContractionRunner<Vector512<double>, double, Double512>.Run(job);
        else if (Vector256.IsHardwareAccelerated) ContractionRunner<Vector256<double>, double, Double256>.Run(job);
        else if (Vector128.IsHardwareAccelerated) ContractionRunner<Vector128<double>, double, Double128>.Run(job);
        else ContractionRunner<double, double, Double1>.Run(job);
    }
}
