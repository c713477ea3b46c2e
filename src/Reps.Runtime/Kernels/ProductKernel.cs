using System;
using System.Numerics;
using Reps.Algebra;
using Reps.Kernels.Channelwise;
using Reps.Kernels.Execution;
using Reps.Kernels.Rowwise;

namespace Reps.Kernels;

/// <summary>
/// Executes the <see cref="LayerProgram"/> of a bilinear layer: generated code calls it with static data, layers for run-time signatures with
/// arrays. All lengths are checked before anything is written.
/// </summary>
public static unsafe class ProductKernel
{
    /// <summary>Evaluates the layer.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <typeparam name="TKernels">The straight-line kernels that the program refers to.</typeparam>
    /// <param name="program">The integers of the program.</param>
    /// <param name="coefficients">Its coefficients.</param>
    /// <param name="left">[rows, left dim].</param>
    /// <param name="right">[rows, right dim].</param>
    /// <param name="weights">[weight count] or [rows, weight count].</param>
    /// <param name="output">[rows, output dim].</param>
    /// <param name="accumulate">Whether the result is added to what is there.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or the output overlaps an input; nothing has been written.</exception>
    public static void Forward<T, TKernels>(
        ReadOnlySpan<int> program,
        ReadOnlySpan<T> coefficients,
        ReadOnlySpan<T> left,
        ReadOnlySpan<T> right,
        ReadOnlySpan<T> weights,
        Span<T> output,
        bool accumulate = false
    )
        where T : unmanaged, INumberBase<T>
        where TKernels : struct, IStraightLine<T>
    {
        ProductSizes sizes = new(program);
        int rows = SpanGuard.Rows("output", output.Length, sizes.Output);
        SpanGuard.Exactly("left", left.Length, rows, sizes.Left);
        SpanGuard.Exactly("right", right.Length, rows, sizes.Right);
        int stride = SpanGuard.WeightStride("weights", weights.Length, rows, sizes.Weights);
        SpanGuard.Apart("output", output, left, right, weights);
        if (rows == 0) return;
        fixed (int* integers = program)
        fixed (T* values = coefficients, l = left, r = right, w = weights, o = output)
        {
            ProductCall<T> call = new() { Rows = rows, WeightStride = stride, Accumulate = accumulate };
            call.Left = l;
            call.Right = r;
            call.Weights = w;
            call.Output = o;
            if (*integers == (int)ProgramForm.Rowwise) RowwiseEngines.Of<T>().Run(call, new(integers, values));
            else ChannelwiseEngines.Of<T>().Forward<TKernels>(call, new(integers, values));
        }
    }

    /// <summary>The vector-Jacobian products of the layer. A gradient that is not wanted is passed as an empty span.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <typeparam name="TKernels">The straight-line kernels that the program refers to.</typeparam>
    /// <param name="program">The integers of the program.</param>
    /// <param name="coefficients">Its coefficients.</param>
    /// <param name="left">[rows, left dim].</param>
    /// <param name="right">[rows, right dim].</param>
    /// <param name="weights">[weight count] or [rows, weight count].</param>
    /// <param name="gradOutput">The cotangent of the output, [rows, output dim].</param>
    /// <param name="gradLeft">[rows, left dim] or empty.</param>
    /// <param name="gradRight">[rows, right dim] or empty.</param>
    /// <param name="gradWeights">The shape of <paramref name="weights"/> (summed over rows for shared weights) or empty.</param>
    /// <param name="accumulate">Whether the results are added to what is there.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a gradient overlaps an input or another gradient; nothing has been written.</exception>
    public static void Backward<T, TKernels>(
        ReadOnlySpan<int> program,
        ReadOnlySpan<T> coefficients,
        ReadOnlySpan<T> left,
        ReadOnlySpan<T> right,
        ReadOnlySpan<T> weights,
        ReadOnlySpan<T> gradOutput,
        Span<T> gradLeft,
        Span<T> gradRight,
        Span<T> gradWeights,
        bool accumulate = false
    )
        where T : unmanaged, INumberBase<T>
        where TKernels : struct, IStraightLine<T>
    {
        ProductSizes sizes = new(program);
        int rows = SpanGuard.Rows("gradOutput", gradOutput.Length, sizes.Output);
        SpanGuard.Exactly("left", left.Length, rows, sizes.Left);
        SpanGuard.Exactly("right", right.Length, rows, sizes.Right);
        int stride = SpanGuard.WeightStride("weights", weights.Length, rows, sizes.Weights);
        SpanGuard.ExactlyOrEmpty("gradLeft", gradLeft.Length, rows, sizes.Left);
        SpanGuard.ExactlyOrEmpty("gradRight", gradRight.Length, rows, sizes.Right);
        SpanGuard.SameOrEmpty("gradWeights", gradWeights.Length, weights.Length);
        SpanGuard.Apart("gradLeft", gradLeft, left, right, weights, gradOutput);
        SpanGuard.Apart("gradRight", gradRight, left, right, weights, gradOutput);
        SpanGuard.Apart("gradWeights", gradWeights, left, right, weights, gradOutput);
        SpanGuard.Apart<T>("gradRight", gradRight, gradLeft);
        SpanGuard.Apart<T>("gradWeights", gradWeights, gradLeft, gradRight);
        if (!accumulate && (rows == 0 || stride == 0)) gradWeights.Clear();
        if (rows == 0) return;
        fixed (int* integers = program)
        fixed (T* values = coefficients, l = left, r = right, w = weights, g = gradOutput, gl = gradLeft, gr = gradRight, gw = gradWeights)
        {
            ProductCall<T> call = new() { Rows = rows, WeightStride = stride, Accumulate = accumulate };
            call.Left = l;
            call.Right = r;
            call.Weights = w;
            call.GradOutput = g;
            call.GradLeft = gl;
            call.GradRight = gr;
            call.GradWeights = gw;
            if (*integers == (int)ProgramForm.Rowwise) RowwiseEngines.Of<T>().Run(call, new(integers, values));
            else ChannelwiseEngines.Of<T>().Backward<TKernels>(call, new(integers, values));
        }
    }

    /// <summary>
    /// The vector-Jacobian products of the backward pass: the gradients of ⟨cotangentLeft, gradLeft⟩ + ⟨cotangentRight, gradRight⟩ +
    /// ⟨cotangentWeights, gradWeights⟩. An empty cotangent counts as zero, an empty result is not wanted. The layer T is trilinear, so with
    /// cotangents a, b, c only T and its three transposes occur: T(a,y,w) + T(x,b,w) + T(x,y,c) for the cotangent of the output, and for each
    /// input the sum of two transposes.
    /// </summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <typeparam name="TKernels">The straight-line kernels that the program refers to.</typeparam>
    /// <param name="program">The integers of the program.</param>
    /// <param name="coefficients">Its coefficients.</param>
    /// <param name="left">[rows, left dim].</param>
    /// <param name="right">[rows, right dim].</param>
    /// <param name="weights">[weight count] or [rows, weight count].</param>
    /// <param name="gradOutput">The cotangent of the output, [rows, output dim].</param>
    /// <param name="cotangentLeft">[rows, left dim] or empty.</param>
    /// <param name="cotangentRight">[rows, right dim] or empty.</param>
    /// <param name="cotangentWeights">The shape of the weights or empty.</param>
    /// <param name="gradLeft">[rows, left dim] or empty.</param>
    /// <param name="gradRight">[rows, right dim] or empty.</param>
    /// <param name="gradWeights">The shape of the weights or empty.</param>
    /// <param name="gradGradOutput">[rows, output dim] or empty.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input or another result; nothing has been written.</exception>
    public static void DoubleBackward<T, TKernels>(
        ReadOnlySpan<int> program,
        ReadOnlySpan<T> coefficients,
        ReadOnlySpan<T> left,
        ReadOnlySpan<T> right,
        ReadOnlySpan<T> weights,
        ReadOnlySpan<T> gradOutput,
        ReadOnlySpan<T> cotangentLeft,
        ReadOnlySpan<T> cotangentRight,
        ReadOnlySpan<T> cotangentWeights,
        Span<T> gradLeft,
        Span<T> gradRight,
        Span<T> gradWeights,
        Span<T> gradGradOutput
    )
        where T : unmanaged, INumberBase<T>
        where TKernels : struct, IStraightLine<T>
    {
        ProductSizes sizes = new(program);
        int rows = SpanGuard.Rows("gradOutput", gradOutput.Length, sizes.Output);
        SpanGuard.Exactly("left", left.Length, rows, sizes.Left);
        SpanGuard.Exactly("right", right.Length, rows, sizes.Right);
        SpanGuard.WeightStride("weights", weights.Length, rows, sizes.Weights);
        SpanGuard.ExactlyOrEmpty("cotangentLeft", cotangentLeft.Length, rows, sizes.Left);
        SpanGuard.ExactlyOrEmpty("cotangentRight", cotangentRight.Length, rows, sizes.Right);
        SpanGuard.SameOrEmpty("cotangentWeights", cotangentWeights.Length, weights.Length);
        SpanGuard.ExactlyOrEmpty("gradLeft", gradLeft.Length, rows, sizes.Left);
        SpanGuard.ExactlyOrEmpty("gradRight", gradRight.Length, rows, sizes.Right);
        SpanGuard.SameOrEmpty("gradWeights", gradWeights.Length, weights.Length);
        SpanGuard.ExactlyOrEmpty("gradGradOutput", gradGradOutput.Length, rows, sizes.Output);
        Apart("gradLeft", gradLeft, left, right, weights, gradOutput, cotangentLeft, cotangentRight, cotangentWeights);
        Apart("gradRight", gradRight, left, right, weights, gradOutput, cotangentLeft, cotangentRight, cotangentWeights);
        Apart("gradWeights", gradWeights, left, right, weights, gradOutput, cotangentLeft, cotangentRight, cotangentWeights);
        Apart("gradGradOutput", gradGradOutput, left, right, weights, gradOutput, cotangentLeft, cotangentRight, cotangentWeights);
        SpanGuard.Apart<T>("gradRight", gradRight, gradLeft);
        SpanGuard.Apart<T>("gradWeights", gradWeights, gradLeft, gradRight);
        SpanGuard.Apart<T>("gradGradOutput", gradGradOutput, gradLeft, gradRight, gradWeights);
        gradLeft.Clear();
        gradRight.Clear();
        gradWeights.Clear();
        gradGradOutput.Clear();
        if (!cotangentLeft.IsEmpty)
        {
            if (!gradGradOutput.IsEmpty) Forward<T, TKernels>(program, coefficients, cotangentLeft, right, weights, gradGradOutput, true);
            Backward<T, TKernels>(program, coefficients, cotangentLeft, right, weights, gradOutput, default, gradRight, gradWeights, true);
        }
        if (!cotangentRight.IsEmpty)
        {
            if (!gradGradOutput.IsEmpty) Forward<T, TKernels>(program, coefficients, left, cotangentRight, weights, gradGradOutput, true);
            Backward<T, TKernels>(program, coefficients, left, cotangentRight, weights, gradOutput, gradLeft, default, gradWeights, true);
        }
        if (!cotangentWeights.IsEmpty)
        {
            if (!gradGradOutput.IsEmpty) Forward<T, TKernels>(program, coefficients, left, right, cotangentWeights, gradGradOutput, true);
            Backward<T, TKernels>(program, coefficients, left, right, cotangentWeights, gradOutput, gradLeft, gradRight, default, true);
            if (!sizes.AffineInWeights) return;
            // Paths without weights have no part in this term, but were added with it: they are all that zero weights leave.
            using UnweightedPaths<T> unweighted = new(left, gradOutput, sizes.Weights);
            if (!gradGradOutput.IsEmpty) Forward<T, TKernels>(program, coefficients, unweighted.MinusLeft, right, unweighted.ZeroWeights, gradGradOutput, true);
            Backward<T, TKernels>(program, coefficients, left, right, unweighted.ZeroWeights, unweighted.MinusGradOutput, gradLeft, gradRight, default, true);
        }
    }

    internal static void Apart<T>(
        string name,
        Span<T> written,
        ReadOnlySpan<T> left,
        ReadOnlySpan<T> right,
        ReadOnlySpan<T> weights,
        ReadOnlySpan<T> gradOutput,
        ReadOnlySpan<T> cotangentLeft,
        ReadOnlySpan<T> cotangentRight,
        ReadOnlySpan<T> cotangentWeights
    )
    {
        SpanGuard.Apart(name, written, left, right, weights, gradOutput);
        SpanGuard.Apart(name, written, cotangentLeft, cotangentRight, cotangentWeights);
    }
}
