using System;
using System.Numerics;
using Reps.Algebra;
using Reps.Kernels.Matrix;

namespace Reps.Kernels;

/// <summary>
/// Executes the <see cref="MixingProgram"/> of a linear layer: generated code calls it with static data, layers for run-time signatures with
/// arrays. All lengths are checked before anything is written.
/// </summary>
public static unsafe class MixingKernel
{
    /// <summary>Evaluates the layer.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="program">The integers of the program.</param>
    /// <param name="scales">The scale of each path.</param>
    /// <param name="input">[rows, input dim].</param>
    /// <param name="weights">[weight count] or [rows, weight count].</param>
    /// <param name="output">[rows, output dim].</param>
    /// <param name="accumulate">Whether the result is added to what is there.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or the output overlaps an input; nothing has been written.</exception>
    public static void Forward<T>(
        ReadOnlySpan<int> program,
        ReadOnlySpan<T> scales,
        ReadOnlySpan<T> input,
        ReadOnlySpan<T> weights,
        Span<T> output,
        bool accumulate = false
    )
        where T : unmanaged, INumberBase<T>
    {
        int rows = SpanGuard.Rows("output", output.Length, OutputSize(program));
        SpanGuard.Exactly("input", input.Length, rows, InputSize(program));
        int stride = SpanGuard.WeightStride("weights", weights.Length, rows, WeightCount(program));
        SpanGuard.Apart("output", output, input, weights);
        if (rows == 0) return;
        fixed (int* integers = program)
        fixed (T* values = scales, x = input, w = weights, z = output)
        {
            MixingCall<T> call = new() { Rows = rows, WeightStride = stride, Accumulate = accumulate };
            call.Input = x;
            call.Weights = w;
            call.Output = z;
            MixingEngines.Of<T>().Run(call, new MixingTables<T>(integers, values));
        }
    }

    /// <summary>The vector-Jacobian products of the layer. A gradient that is not wanted is passed as an empty span.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="program">The integers of the program.</param>
    /// <param name="scales">The scale of each path.</param>
    /// <param name="input">[rows, input dim].</param>
    /// <param name="weights">[weight count] or [rows, weight count].</param>
    /// <param name="gradOutput">The cotangent of the output, [rows, output dim].</param>
    /// <param name="gradInput">[rows, input dim] or empty.</param>
    /// <param name="gradWeights">The shape of <paramref name="weights"/> (summed over rows for shared weights) or empty.</param>
    /// <param name="accumulate">Whether the results are added to what is there.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a gradient overlaps an input or another gradient; nothing has been written.</exception>
    public static void Backward<T>(
        ReadOnlySpan<int> program,
        ReadOnlySpan<T> scales,
        ReadOnlySpan<T> input,
        ReadOnlySpan<T> weights,
        ReadOnlySpan<T> gradOutput,
        Span<T> gradInput,
        Span<T> gradWeights,
        bool accumulate = false
    )
        where T : unmanaged, INumberBase<T>
    {
        int rows = SpanGuard.Rows("gradOutput", gradOutput.Length, OutputSize(program));
        SpanGuard.Exactly("input", input.Length, rows, InputSize(program));
        int stride = SpanGuard.WeightStride("weights", weights.Length, rows, WeightCount(program));
        SpanGuard.ExactlyOrEmpty("gradInput", gradInput.Length, rows, InputSize(program));
        SpanGuard.SameOrEmpty("gradWeights", gradWeights.Length, weights.Length);
        SpanGuard.Apart("gradInput", gradInput, input, weights, gradOutput);
        SpanGuard.Apart("gradWeights", gradWeights, input, weights, gradOutput);
        SpanGuard.Apart<T>("gradWeights", gradWeights, gradInput);
        if (rows == 0)
        {
            if (!accumulate) gradWeights.Clear();
            return;
        }
        if (gradInput.IsEmpty && gradWeights.IsEmpty) return;
        fixed (int* integers = program)
        fixed (T* values = scales, x = input, w = weights, g = gradOutput, gx = gradInput, gw = gradWeights)
        {
            MixingCall<T> call = new() { Rows = rows, WeightStride = stride, Accumulate = accumulate };
            call.Input = x;
            call.Weights = w;
            call.GradOutput = g;
            call.GradInput = gx;
            call.GradWeights = gw;
            MixingEngines.Of<T>().Run(call, new MixingTables<T>(integers, values));
        }
    }

    /// <summary>
    /// The vector-Jacobian products of the backward pass: the gradients of ⟨cotangentInput, gradInput⟩ + ⟨cotangentWeights, gradWeights⟩. An
    /// empty cotangent counts as zero, an empty result is not wanted.
    /// </summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="program">The integers of the program.</param>
    /// <param name="scales">The scale of each path.</param>
    /// <param name="input">[rows, input dim].</param>
    /// <param name="weights">[weight count] or [rows, weight count].</param>
    /// <param name="gradOutput">The cotangent of the output, [rows, output dim].</param>
    /// <param name="cotangentInput">[rows, input dim] or empty.</param>
    /// <param name="cotangentWeights">The shape of the weights or empty.</param>
    /// <param name="gradInput">[rows, input dim] or empty.</param>
    /// <param name="gradWeights">The shape of the weights or empty.</param>
    /// <param name="gradGradOutput">[rows, output dim] or empty.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input or another result; nothing has been written.</exception>
    public static void DoubleBackward<T>(
        ReadOnlySpan<int> program,
        ReadOnlySpan<T> scales,
        ReadOnlySpan<T> input,
        ReadOnlySpan<T> weights,
        ReadOnlySpan<T> gradOutput,
        ReadOnlySpan<T> cotangentInput,
        ReadOnlySpan<T> cotangentWeights,
        Span<T> gradInput,
        Span<T> gradWeights,
        Span<T> gradGradOutput
    )
        where T : unmanaged, INumberBase<T>
    {
        int rows = SpanGuard.Rows("gradOutput", gradOutput.Length, OutputSize(program));
        SpanGuard.Exactly("input", input.Length, rows, InputSize(program));
        SpanGuard.WeightStride("weights", weights.Length, rows, WeightCount(program));
        SpanGuard.ExactlyOrEmpty("cotangentInput", cotangentInput.Length, rows, InputSize(program));
        SpanGuard.SameOrEmpty("cotangentWeights", cotangentWeights.Length, weights.Length);
        SpanGuard.ExactlyOrEmpty("gradInput", gradInput.Length, rows, InputSize(program));
        SpanGuard.SameOrEmpty("gradWeights", gradWeights.Length, weights.Length);
        SpanGuard.ExactlyOrEmpty("gradGradOutput", gradGradOutput.Length, rows, OutputSize(program));
        Apart("gradInput", gradInput, input, weights, gradOutput, cotangentInput, cotangentWeights);
        Apart("gradWeights", gradWeights, input, weights, gradOutput, cotangentInput, cotangentWeights);
        Apart("gradGradOutput", gradGradOutput, input, weights, gradOutput, cotangentInput, cotangentWeights);
        SpanGuard.Apart<T>("gradWeights", gradWeights, gradInput);
        SpanGuard.Apart<T>("gradGradOutput", gradGradOutput, gradInput, gradWeights);
        gradInput.Clear();
        gradWeights.Clear();
        gradGradOutput.Clear();
        if (!cotangentInput.IsEmpty)
        {
            if (!gradGradOutput.IsEmpty) Forward(program, scales, cotangentInput, weights, gradGradOutput, true);
            Backward(program, scales, cotangentInput, weights, gradOutput, default, gradWeights, true);
        }
        if (!cotangentWeights.IsEmpty)
        {
            if (!gradGradOutput.IsEmpty) Forward(program, scales, input, cotangentWeights, gradGradOutput, true);
            Backward(program, scales, input, cotangentWeights, gradOutput, gradInput, default, true);
        }
    }

    private static void Apart<T>(
        string name,
        Span<T> written,
        ReadOnlySpan<T> input,
        ReadOnlySpan<T> weights,
        ReadOnlySpan<T> gradOutput,
        ReadOnlySpan<T> cotangentInput,
        ReadOnlySpan<T> cotangentWeights
    )
    {
        SpanGuard.Apart(name, written, input, weights, gradOutput);
        SpanGuard.Apart(name, written, cotangentInput, cotangentWeights);
    }

    private static int InputSize(ReadOnlySpan<int> program) => program[2];

    private static int OutputSize(ReadOnlySpan<int> program) => program[3];

    private static int WeightCount(ReadOnlySpan<int> program) => program[4];
}
