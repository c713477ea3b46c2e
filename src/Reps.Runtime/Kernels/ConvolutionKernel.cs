using System;
using System.Numerics;
using Reps.Algebra;
using Reps.Kernels.Channelwise;
using Reps.Kernels.Convolution;
using Reps.Kernels.Execution;

namespace Reps.Kernels;

/// <summary>
/// Message passing with a bilinear layer: for each edge the product of its source's features with the edge's own, summed at its target.
/// A channelwise product whose channels are the sources' never holds a message in memory; any other holds those of a few edges. All lengths are
/// checked before anything is written.
/// </summary>
public static unsafe class ConvolutionKernel
{
    /// <summary>output[t] = Σ over edges into t of layer(left[source], right[edge], weights[edge]).</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <typeparam name="TKernels">The straight-line kernels that the program refers to.</typeparam>
    /// <param name="program">The integers of the program.</param>
    /// <param name="coefficients">Its coefficients.</param>
    /// <param name="graph">The edges.</param>
    /// <param name="left">Features of the sources, [source count, left dim].</param>
    /// <param name="right">Features of the edges, [edges, right dim].</param>
    /// <param name="weights">[weight count] or [edges, weight count].</param>
    /// <param name="output">Features of the targets, [target count, output dim].</param>
    /// <param name="accumulate">Whether the sums are added to what is there.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or the output overlaps an input; nothing has been written.</exception>
    public static void Forward<T, TKernels>(
        ReadOnlySpan<int> program,
        ReadOnlySpan<T> coefficients,
        EdgeGraph graph,
        ReadOnlySpan<T> left,
        ReadOnlySpan<T> right,
        ReadOnlySpan<T> weights,
        Span<T> output,
        bool accumulate = false
    )
        where T : unmanaged, INumberBase<T>
        where TKernels : struct, IStraightLine<T>
    {
        ArgumentNullException.ThrowIfNull(graph);
        ProductSizes sizes = new(program);
        int stride = CheckInputs(in sizes, graph, left, right, weights);
        SpanGuard.Exactly("output", output.Length, graph.TargetCount, sizes.Output);
        SpanGuard.Apart("output", output, left, right, weights);
        if (!IsFused(program))
        {
            if (!accumulate) output.Clear();
            ConvolutionSpans<T> spans = new(program, coefficients, left, right, weights, stride);
            TiledConvolution.Forward<T, TKernels>(in spans, graph, output);
            return;
        }
        fixed (int* integers = program, s = graph.Sources, t = graph.Targets, to = graph.TargetOffsets)
        fixed (T* values = coefficients, l = left, r = right, w = weights, o = output)
        {
            ProductCall<T> call = new() { WeightStride = stride, Accumulate = accumulate };
            call.Left = l;
            call.Right = r;
            call.Weights = w;
            call.Output = o;
            ChannelwiseEngines.Of<T>().Convolve<TKernels>(call, new(integers, values), Pointers(graph, s, t, to));
        }
    }

    /// <summary>The vector-Jacobian products of the convolution. A gradient that is not wanted is passed as an empty span.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <typeparam name="TKernels">The straight-line kernels that the program refers to.</typeparam>
    /// <param name="program">The integers of the program.</param>
    /// <param name="coefficients">Its coefficients.</param>
    /// <param name="graph">The edges.</param>
    /// <param name="left">Features of the sources, [source count, left dim].</param>
    /// <param name="right">Features of the edges, [edges, right dim].</param>
    /// <param name="weights">[weight count] or [edges, weight count].</param>
    /// <param name="gradOutput">The cotangent of the output, [target count, output dim].</param>
    /// <param name="gradLeft">[source count, left dim] or empty.</param>
    /// <param name="gradRight">[edges, right dim] or empty.</param>
    /// <param name="gradWeights">The shape of <paramref name="weights"/> (summed over edges for shared weights) or empty.</param>
    /// <param name="accumulate">Whether the results are added to what is there.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a gradient overlaps an input or another; nothing has been written.</exception>
    public static void Backward<T, TKernels>(
        ReadOnlySpan<int> program,
        ReadOnlySpan<T> coefficients,
        EdgeGraph graph,
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
        ArgumentNullException.ThrowIfNull(graph);
        ProductSizes sizes = new(program);
        int stride = CheckInputs(in sizes, graph, left, right, weights);
        SpanGuard.Exactly("gradOutput", gradOutput.Length, graph.TargetCount, sizes.Output);
        CheckGradients(in sizes, graph, weights.Length, gradLeft.Length, gradRight.Length, gradWeights.Length);
        SpanGuard.Apart("gradLeft", gradLeft, left, right, weights, gradOutput);
        SpanGuard.Apart("gradRight", gradRight, left, right, weights, gradOutput);
        SpanGuard.Apart("gradWeights", gradWeights, left, right, weights, gradOutput);
        SpanGuard.Apart<T>("gradRight", gradRight, gradLeft);
        SpanGuard.Apart<T>("gradWeights", gradWeights, gradLeft, gradRight);
        if (!accumulate)
        {
            // Nodes and shared weights are summed over edges, and a node may have none.
            gradLeft.Clear();
            if (stride == 0) gradWeights.Clear();
        }
        if (!IsFused(program))
        {
            if (!accumulate)
            {
                gradRight.Clear();
                gradWeights.Clear();
            }
            ConvolutionSpans<T> spans = new(program, coefficients, left, right, weights, stride);
            TiledConvolution.Backward<T, TKernels>(in spans, graph, gradOutput, gradLeft, gradRight, gradWeights);
            return;
        }
        fixed (int* integers = program, s = graph.Sources, t = graph.Targets, to = graph.TargetOffsets)
        fixed (T* values = coefficients, l = left, r = right, w = weights, g = gradOutput, gl = gradLeft, gr = gradRight, gw = gradWeights)
        {
            ProductCall<T> call = new() { WeightStride = stride, Accumulate = accumulate };
            call.Left = l;
            call.Right = r;
            call.Weights = w;
            call.GradOutput = g;
            call.GradLeft = gl;
            call.GradRight = gr;
            call.GradWeights = gw;
            ChannelwiseEngines.Of<T>().ConvolveBackward<TKernels>(call, new(integers, values), Pointers(graph, s, t, to));
        }
    }

    /// <summary>
    /// The vector-Jacobian products of the backward pass: the gradients of ⟨cotangentLeft, gradLeft⟩ + ⟨cotangentRight, gradRight⟩ +
    /// ⟨cotangentWeights, gradWeights⟩. An empty cotangent counts as zero, an empty result is not wanted.
    /// </summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <typeparam name="TKernels">The straight-line kernels that the program refers to.</typeparam>
    /// <param name="program">The integers of the program.</param>
    /// <param name="coefficients">Its coefficients.</param>
    /// <param name="graph">The edges.</param>
    /// <param name="left">Features of the sources, [source count, left dim].</param>
    /// <param name="right">Features of the edges, [edges, right dim].</param>
    /// <param name="weights">[weight count] or [edges, weight count].</param>
    /// <param name="gradOutput">The cotangent of the output, [target count, output dim].</param>
    /// <param name="cotangentLeft">[source count, left dim] or empty.</param>
    /// <param name="cotangentRight">[edges, right dim] or empty.</param>
    /// <param name="cotangentWeights">The shape of the weights or empty.</param>
    /// <param name="gradLeft">[source count, left dim] or empty.</param>
    /// <param name="gradRight">[edges, right dim] or empty.</param>
    /// <param name="gradWeights">The shape of the weights or empty.</param>
    /// <param name="gradGradOutput">[target count, output dim] or empty.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input or another result; nothing has been written.</exception>
    public static void DoubleBackward<T, TKernels>(
        ReadOnlySpan<int> program,
        ReadOnlySpan<T> coefficients,
        EdgeGraph graph,
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
        ArgumentNullException.ThrowIfNull(graph);
        ProductSizes sizes = new(program);
        CheckInputs(in sizes, graph, left, right, weights);
        SpanGuard.Exactly("gradOutput", gradOutput.Length, graph.TargetCount, sizes.Output);
        SpanGuard.ExactlyOrEmpty("cotangentLeft", cotangentLeft.Length, graph.SourceCount, sizes.Left);
        SpanGuard.ExactlyOrEmpty("cotangentRight", cotangentRight.Length, graph.EdgeCount, sizes.Right);
        SpanGuard.SameOrEmpty("cotangentWeights", cotangentWeights.Length, weights.Length);
        CheckGradients(in sizes, graph, weights.Length, gradLeft.Length, gradRight.Length, gradWeights.Length);
        SpanGuard.ExactlyOrEmpty("gradGradOutput", gradGradOutput.Length, graph.TargetCount, sizes.Output);
        ProductKernel.Apart("gradLeft", gradLeft, left, right, weights, gradOutput, cotangentLeft, cotangentRight, cotangentWeights);
        ProductKernel.Apart("gradRight", gradRight, left, right, weights, gradOutput, cotangentLeft, cotangentRight, cotangentWeights);
        ProductKernel.Apart("gradWeights", gradWeights, left, right, weights, gradOutput, cotangentLeft, cotangentRight, cotangentWeights);
        ProductKernel.Apart("gradGradOutput", gradGradOutput, left, right, weights, gradOutput, cotangentLeft, cotangentRight, cotangentWeights);
        SpanGuard.Apart<T>("gradRight", gradRight, gradLeft);
        SpanGuard.Apart<T>("gradWeights", gradWeights, gradLeft, gradRight);
        SpanGuard.Apart<T>("gradGradOutput", gradGradOutput, gradLeft, gradRight, gradWeights);
        gradLeft.Clear();
        gradRight.Clear();
        gradWeights.Clear();
        gradGradOutput.Clear();
        if (!cotangentLeft.IsEmpty)
        {
            if (!gradGradOutput.IsEmpty) Forward<T, TKernels>(program, coefficients, graph, cotangentLeft, right, weights, gradGradOutput, true);
            Backward<T, TKernels>(program, coefficients, graph, cotangentLeft, right, weights, gradOutput, default, gradRight, gradWeights, true);
        }
        if (!cotangentRight.IsEmpty)
        {
            if (!gradGradOutput.IsEmpty) Forward<T, TKernels>(program, coefficients, graph, left, cotangentRight, weights, gradGradOutput, true);
            Backward<T, TKernels>(program, coefficients, graph, left, cotangentRight, weights, gradOutput, gradLeft, default, gradWeights, true);
        }
        if (!cotangentWeights.IsEmpty)
        {
            if (!gradGradOutput.IsEmpty) Forward<T, TKernels>(program, coefficients, graph, left, right, cotangentWeights, gradGradOutput, true);
            Backward<T, TKernels>(program, coefficients, graph, left, right, cotangentWeights, gradOutput, gradLeft, gradRight, default, true);
            if (!sizes.AffineInWeights) return;
            // Paths without weights have no part in this term, but were added with it: they are all that zero weights leave.
            using UnweightedPaths<T> unweighted = new(left, gradOutput, sizes.Weights);
            if (!gradGradOutput.IsEmpty) Forward<T, TKernels>(program, coefficients, graph, unweighted.MinusLeft, right, unweighted.ZeroWeights, gradGradOutput, true);
            Backward<T, TKernels>(program, coefficients, graph, left, right, unweighted.ZeroWeights, unweighted.MinusGradOutput, gradLeft, gradRight, default, true);
        }
    }

    // Fused where the channels are the nodes'.
    private static bool IsFused(ReadOnlySpan<int> program) => program[0] == (int)ProgramForm.Channelwise && new ProductSizes(program).ChannelsOnTheLeft;

    private static int CheckInputs<T>(ref readonly ProductSizes sizes, EdgeGraph graph, ReadOnlySpan<T> left, ReadOnlySpan<T> right, ReadOnlySpan<T> weights)
    {
        SpanGuard.Exactly("left", left.Length, graph.SourceCount, sizes.Left);
        SpanGuard.Exactly("right", right.Length, graph.EdgeCount, sizes.Right);
        return SpanGuard.WeightStride("weights", weights.Length, graph.EdgeCount, sizes.Weights);
    }

    private static void CheckGradients(ref readonly ProductSizes sizes, EdgeGraph graph, int weights, int gradLeft, int gradRight, int gradWeights)
    {
        SpanGuard.ExactlyOrEmpty("gradLeft", gradLeft, graph.SourceCount, sizes.Left);
        SpanGuard.ExactlyOrEmpty("gradRight", gradRight, graph.EdgeCount, sizes.Right);
        SpanGuard.SameOrEmpty("gradWeights", gradWeights, weights);
    }

    private static GraphPointers Pointers(EdgeGraph graph, int* sources, int* targets, int* targetOffsets)
    {
        GraphPointers pointers = new() { SourceCount = graph.SourceCount, TargetCount = graph.TargetCount, EdgeCount = graph.EdgeCount };
        pointers.Sources = sources;
        pointers.Targets = targets;
        pointers.TargetOffsets = targetOffsets;
        return pointers;
    }
}
