using System;
using System.Numerics;
using Reps.Algebra;
using Reps.Kernels.Diagrams;
using Reps.Kernels.Execution;

namespace Reps.Kernels;

/// <summary>
/// Executes the <see cref="DiagramProgram"/> of a diagram layer, or its <see cref="OrbitProgram"/>: generated code calls it with static data,
/// layers for run-time signatures with arrays. All lengths are checked before anything is written.
/// </summary>
public static unsafe class DiagramKernel
{
    /// <summary>Evaluates the layer.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="program">The integers of the program.</param>
    /// <param name="sizes">n of each space.</param>
    /// <param name="input">[rows, input dim].</param>
    /// <param name="weights">[weight count].</param>
    /// <param name="biases">[bias count], or empty for none.</param>
    /// <param name="output">[rows, output dim], overwritten.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or the output overlaps an input; nothing has been written.</exception>
    public static void Forward<T>(
        ReadOnlySpan<int> program, ReadOnlySpan<int> sizes, ReadOnlySpan<T> input, ReadOnlySpan<T> weights, ReadOnlySpan<T> biases, Span<T> output)
        where T : unmanaged, INumberBase<T>
    {
        SpanGuard.Sizes(program.Slice(DiagramProgram.HeaderSize, program[1]), sizes);
        SpanGuard.Apart("output", output, input, weights, biases);
        fixed (int* integers = program, n = sizes)
        fixed (T* x = input, w = weights, b = biases, y = output)
        {
            long used = Scratch.Used;
            try
            {
                DiagramForm form = new(integers, n, input.Length);
                DiagramCall<T> call = new() { Rows = Rows(in form, input.Length, output.Length, "output"), Input = x, Weights = w, Biases = b, Output = y };
                CheckWeights(in form, weights.Length, biases.Length);
                if (call.Rows > 0) form.Run(in call);
            }
            finally
            {
                Scratch.Used = used;
            }
        }
    }

    /// <summary>The vector-Jacobian products of the layer. A gradient that is not wanted is passed as an empty span.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="program">The integers of the program.</param>
    /// <param name="sizes">n of each space.</param>
    /// <param name="input">[rows, input dim].</param>
    /// <param name="weights">[weight count].</param>
    /// <param name="gradOutput">The cotangent of the output, [rows, output dim].</param>
    /// <param name="gradInput">[rows, input dim], overwritten, or empty.</param>
    /// <param name="gradWeights">[weight count], overwritten, or empty.</param>
    /// <param name="gradBiases">[bias count], overwritten, or empty.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a gradient overlaps an input or another gradient; nothing has been written.</exception>
    public static void Backward<T>(
        ReadOnlySpan<int> program,
        ReadOnlySpan<int> sizes,
        ReadOnlySpan<T> input,
        ReadOnlySpan<T> weights,
        ReadOnlySpan<T> gradOutput,
        Span<T> gradInput,
        Span<T> gradWeights,
        Span<T> gradBiases
    )
        where T : unmanaged, INumberBase<T>
    {
        SpanGuard.Sizes(program.Slice(DiagramProgram.HeaderSize, program[1]), sizes);
        SpanGuard.SameOrEmpty("gradWeights", gradWeights.Length, weights.Length);
        SpanGuard.Apart("gradInput", gradInput, input, weights, gradOutput);
        SpanGuard.Apart("gradWeights", gradWeights, input, weights, gradOutput, gradInput);
        SpanGuard.Apart("gradBiases", gradBiases, input, weights, gradOutput, gradInput);
        SpanGuard.Apart<T>("gradBiases", gradBiases, gradWeights);
        fixed (int* integers = program, n = sizes)
        fixed (T* x = input, w = weights, g = gradOutput, gx = gradInput, gw = gradWeights, gb = gradBiases)
        {
            long used = Scratch.Used;
            try
            {
                DiagramForm form = new(integers, n, input.Length);
                DiagramCall<T> call = new()
                {
                    Rows = Rows(in form, input.Length, gradOutput.Length, "gradOutput"),
                    Input = x, Weights = w, GradOutput = g, GradInput = gx, GradWeights = gw, GradBiases = gb,
                };
                CheckWeights(in form, weights.Length, gradBiases.Length);
                if (!gradInput.IsEmpty && gradInput.Length != input.Length)
                    throw new ArgumentException($"'gradInput' has {gradInput.Length} values, but the input has {input.Length}: their shapes must be the same.", nameof(gradInput));
                if (call.Rows == 0)
                {
                    gradWeights.Clear();
                    gradBiases.Clear();
                }
                else if (gx is not null || gw is not null || gb is not null) form.Run(in call);
            }
            finally
            {
                Scratch.Used = used;
            }
        }
    }

    /// <summary>
    /// The vector-Jacobian products of the backward pass: the gradients of the sum of all cotangents times the gradients that they belong to. An
    /// empty cotangent counts as zero, an empty result is not wanted. The layer is linear in the input and in the weights, and the biases enter alone.
    /// </summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="program">The integers of the program.</param>
    /// <param name="sizes">n of each space.</param>
    /// <param name="input">[rows, input dim].</param>
    /// <param name="weights">[weight count].</param>
    /// <param name="gradOutput">The cotangent of the output, [rows, output dim].</param>
    /// <param name="cotangentInput">[rows, input dim] or empty.</param>
    /// <param name="cotangentWeights">[weight count] or empty.</param>
    /// <param name="cotangentBiases">[bias count] or empty.</param>
    /// <param name="gradInput">[rows, input dim], overwritten, or empty.</param>
    /// <param name="gradWeights">[weight count], overwritten, or empty.</param>
    /// <param name="gradGradOutput">[rows, output dim], overwritten, or empty.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input or another result; nothing has been written.</exception>
    public static void DoubleBackward<T>(
        ReadOnlySpan<int> program,
        ReadOnlySpan<int> sizes,
        ReadOnlySpan<T> input,
        ReadOnlySpan<T> weights,
        ReadOnlySpan<T> gradOutput,
        ReadOnlySpan<T> cotangentInput,
        ReadOnlySpan<T> cotangentWeights,
        ReadOnlySpan<T> cotangentBiases,
        Span<T> gradInput,
        Span<T> gradWeights,
        Span<T> gradGradOutput
    )
        where T : unmanaged, INumberBase<T>
    {
        SpanGuard.SameOrEmpty("cotangentWeights", cotangentWeights.Length, weights.Length);
        SpanGuard.SameOrEmpty("gradWeights", gradWeights.Length, weights.Length);
        if (!cotangentInput.IsEmpty && cotangentInput.Length != input.Length)
            throw new ArgumentException($"'cotangentInput' has {cotangentInput.Length} values, but the input has {input.Length}: their shapes must be the same.", nameof(cotangentInput));
        if (!gradGradOutput.IsEmpty && gradGradOutput.Length != gradOutput.Length)
            throw new ArgumentException($"'gradGradOutput' has {gradGradOutput.Length} values, but the cotangent of the output has {gradOutput.Length}: their shapes must be the same.", nameof(gradGradOutput));
        if (cotangentWeights.IsEmpty) gradInput.Clear();
        else if (!gradInput.IsEmpty) Backward(program, sizes, input, cotangentWeights, gradOutput, gradInput, default, default);
        if (cotangentInput.IsEmpty) gradWeights.Clear();
        else if (!gradWeights.IsEmpty) Backward(program, sizes, cotangentInput, weights, gradOutput, default, gradWeights, default);
        if (gradGradOutput.IsEmpty) return;
        if (cotangentInput.IsEmpty) gradGradOutput.Clear();
        else Forward(program, sizes, cotangentInput, weights, default, gradGradOutput);
        if (cotangentWeights.IsEmpty && cotangentBiases.IsEmpty) return;
        long used = Scratch.Used;
        try
        {
            T* zero = Scratch.Rent<T>(Math.Max(weights.Length, 1));
            Span<T> sum = new(Scratch.Rent<T>(gradOutput.Length), gradOutput.Length), nothing = new(zero, weights.Length);
            nothing.Clear();
            Forward(program, sizes, input, cotangentWeights.IsEmpty ? nothing : cotangentWeights, cotangentBiases, sum);
            fixed (T* target = gradGradOutput, source = sum) Runs.Add(target, source, sum.Length);
        }
        finally
        {
            Scratch.Used = used;
        }
    }

    private static void CheckWeights(in DiagramForm form, int weights, int biases)
    {
        if (weights != form.WeightCount) throw new ArgumentException($"'weights' has {weights} values; expected {form.WeightCount}.", nameof(weights));
        if (biases != 0 && biases != form.BiasCount) throw new ArgumentException($"'biases' has {biases} values; expected {form.BiasCount}.", nameof(biases));
    }

    private static int Rows(in DiagramForm form, int input, int output, string name)
    {
        // A side without values does not say how many rows there are.
        if (form.InputSize == 0 && input == 0) return SpanGuard.Rows(name, output, checked((int)form.OutputSize));
        int rows = SpanGuard.Rows("input", input, checked((int)form.InputSize));
        SpanGuard.Exactly(name, output, rows, checked((int)form.OutputSize));
        return rows;
    }
}
