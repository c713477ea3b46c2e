using System;
using System.Numerics;
using Reps.Algebra;

namespace Reps.Kernels;

/// <summary>The weights of two diagram layers as those of one: executes a <see cref="CompositionProgram"/>.</summary>
public static class CompositionKernel
{
    /// <summary>Computes the weights and biases of a composite.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="program">The integers of the program.</param>
    /// <param name="sizes">n of each space.</param>
    /// <param name="secondWeights">[weight count] of the layer that acts last.</param>
    /// <param name="secondBiases">[bias count] of that layer, or empty for none.</param>
    /// <param name="firstWeights">[weight count] of the layer that acts first.</param>
    /// <param name="firstBiases">[bias count] of that layer, or empty for none.</param>
    /// <param name="weights">[weight count] of the composite, overwritten.</param>
    /// <param name="biases">[bias count] of the composite, overwritten.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
    public static void Compose<T>(
        ReadOnlySpan<int> program,
        ReadOnlySpan<int> sizes,
        ReadOnlySpan<T> secondWeights,
        ReadOnlySpan<T> secondBiases,
        ReadOnlySpan<T> firstWeights,
        ReadOnlySpan<T> firstBiases,
        Span<T> weights,
        Span<T> biases
    )
        where T : unmanaged, INumberBase<T>
    {
        int spaces = program[0];
        SpanGuard.Sizes(program.Slice(CompositionProgram.HeaderSize, spaces), sizes);
        Require(nameof(secondWeights), secondWeights.Length, program[1], false);
        Require(nameof(secondBiases), secondBiases.Length, program[2], true);
        Require(nameof(firstWeights), firstWeights.Length, program[3], false);
        Require(nameof(firstBiases), firstBiases.Length, program[4], true);
        Require(nameof(weights), weights.Length, program[5], false);
        Require(nameof(biases), biases.Length, program[6], false);
        SpanGuard.Apart(nameof(weights), weights, secondWeights, firstWeights, biases);
        SpanGuard.Apart(nameof(biases), biases, secondWeights, secondBiases, firstBiases);
        weights.Clear();
        biases.Clear();
        ReadOnlySpan<int> terms = program[(CompositionProgram.HeaderSize + spaces)..];
        for (int n = 0; n < program[7]; n++, terms = terms[(CompositionProgram.TermSize + spaces)..])
        {
            (int kind, int rows, int inner, int outer) = (terms[0], terms[3], terms[4], terms[5]);
            T factor = T.CreateChecked(terms[7]);
            for (int s = 0; s < spaces; s++)
                for (int power = terms[CompositionProgram.TermSize + s]; power > 0; power--)
                    factor *= T.CreateChecked(sizes[s]);
            ReadOnlySpan<T> left = kind == 0 ? firstWeights : firstBiases;
            if (kind == 2)
            {
                for (int v = 0; v < outer && !secondBiases.IsEmpty; v++) biases[terms[6] + v] += factor * secondBiases[terms[2] + v];
            }
            else if (!left.IsEmpty)
            {
                Product(left.Slice(terms[1], rows * inner), secondWeights.Slice(terms[2], inner * outer), inner, outer, factor, (kind == 0 ? weights : biases)[terms[6]..]);
            }
        }
    }

    private static void Product<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right, int inner, int outer, T factor, Span<T> target)
        where T : unmanaged, INumberBase<T>
    {
        for (int u = 0; u < left.Length / inner; u++)
        for (int v = 0; v < inner; v++)
        {
            T scale = factor * left[u * inner + v];
            for (int w = 0; w < outer; w++) target[u * outer + w] += scale * right[v * outer + w];
        }
    }

    private static void Require(string name, int length, int count, bool mayBeEmpty)
    {
        if (length != count && !(mayBeEmpty && length == 0)) throw new ArgumentException($"'{name}' has {length} values; expected {count}.", name);
    }
}
