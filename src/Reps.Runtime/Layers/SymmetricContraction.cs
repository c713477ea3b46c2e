using System;
using System.Linq;
using Reps.Algebra;
using Reps.Kernels;

namespace Reps;

/// <summary>
/// All equivariant polynomials of a feature vector up to a degree, channel by channel, for signatures known only at run time: the
/// counterpart of <see cref="SymmetricContractionAttribute{TInput, TOutput}"/>, by the same kernel. Each row has an element, which says
/// which weights it takes.
/// </summary>
public sealed class SymmetricContraction
{
    private readonly ContractionTables _tables;
    private readonly double[] _values;
    private readonly float[] _singleValues;

    /// <summary>Rounds the plan's coefficients.</summary>
    /// <param name="plan">The plan.</param>
    public SymmetricContraction(SymmetricContractionPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Plan = plan;
        _tables = ContractionTables.Create(plan);
        _values = [.. _tables.Values.Select(value => value.ToDouble())];
        _singleValues = [.. _tables.Values.Select(value => value.ToSingle())];
    }

    /// <summary>The plan.</summary>
    public SymmetricContractionPlan Plan { get; }

    /// <summary>The number of weights of one element: [path, channel].</summary>
    public int WeightCount => Plan.WeightCount;

    /// <summary>The contraction of a signature into another.</summary>
    /// <param name="input">The input signature, every segment with the same multiplicity.</param>
    /// <param name="output">The output signature, every segment with that multiplicity.</param>
    /// <param name="correlation">The highest degree of the polynomials, 1 to 3.</param>
    /// <param name="normalization">Whether paths into the same output share its variance.</param>
    /// <returns>The layer.</returns>
    /// <exception cref="SignatureException">A signature is not valid.</exception>
    /// <exception cref="ArgumentException">The signatures do not fit, or the contraction is beyond the budget.</exception>
    public static SymmetricContraction Create(
        string input,
        string output,
        int correlation = SymmetricContractionPlan.MaxCorrelation,
        PathNormalization normalization = PathNormalization.Element
    ) => new(SymmetricContractionPlan.Create(Signature.Parse(input).Irreps, Signature.Parse(output).Irreps, correlation, normalization));

    /// <summary>Evaluates the layer.</summary>
    /// <param name="input">[rows, input dim], segments as [component, channel].</param>
    /// <param name="weights">[elements, weight count].</param>
    /// <param name="elements">[rows]: which weights a row takes, from 0.</param>
    /// <param name="output">[rows, output dim], overwritten.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, a result overlaps an input, or an element has no weights; nothing has been written.</exception>
    public void Forward(ReadOnlySpan<float> input, ReadOnlySpan<float> weights, ReadOnlySpan<int> elements, Span<float> output) =>
        SymmetricContractionKernel.Forward(SingleTable, input, weights, elements, output);

    /// <inheritdoc cref="Forward(ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{int}, Span{float})"/>
    public void Forward(ReadOnlySpan<double> input, ReadOnlySpan<double> weights, ReadOnlySpan<int> elements, Span<double> output) =>
        SymmetricContractionKernel.Forward(DoubleTable, input, weights, elements, output);

    /// <summary>The vector-Jacobian products of the layer. A gradient that is not wanted is passed as an empty span.</summary>
    /// <param name="input">[rows, input dim].</param>
    /// <param name="weights">[elements, weight count].</param>
    /// <param name="elements">[rows]: which weights a row takes, from 0.</param>
    /// <param name="gradOutput">The cotangent of the output, [rows, output dim].</param>
    /// <param name="gradInput">[rows, input dim], overwritten, or empty.</param>
    /// <param name="gradWeights">[elements, weight count], overwritten (summed over the rows of an element), or empty.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, a result overlaps an input, or an element has no weights; nothing has been written.</exception>
    public void Backward(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> weights,
        ReadOnlySpan<int> elements,
        ReadOnlySpan<float> gradOutput,
        Span<float> gradInput,
        Span<float> gradWeights
    ) => SymmetricContractionKernel.Backward(SingleTable, input, weights, elements, gradOutput, gradInput, gradWeights);

    /// <inheritdoc cref="Backward(ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{int}, ReadOnlySpan{float}, Span{float}, Span{float})"/>
    public void Backward(
        ReadOnlySpan<double> input,
        ReadOnlySpan<double> weights,
        ReadOnlySpan<int> elements,
        ReadOnlySpan<double> gradOutput,
        Span<double> gradInput,
        Span<double> gradWeights
    ) => SymmetricContractionKernel.Backward(DoubleTable, input, weights, elements, gradOutput, gradInput, gradWeights);

    /// <summary>
    /// The gradients of ⟨a, gradInput⟩ + ⟨b, gradWeights⟩, where those are the gradients that Backward gives: what a loss on forces needs.
    /// A gradient that is not wanted is passed as an empty span.
    /// </summary>
    /// <param name="input">[rows, input dim].</param>
    /// <param name="weights">[elements, weight count].</param>
    /// <param name="elements">[rows]: which weights a row takes, from 0.</param>
    /// <param name="gradOutput">The cotangent of the output in the first gradient, [rows, output dim].</param>
    /// <param name="cotangentInput">a, [rows, input dim], or empty for zero.</param>
    /// <param name="cotangentWeights">b, [elements, weight count], or empty for zero.</param>
    /// <param name="gradInput">The gradient by the input, overwritten, or empty.</param>
    /// <param name="gradWeights">The gradient by the weights, overwritten, or empty.</param>
    /// <param name="gradGradOutput">The gradient by <paramref name="gradOutput"/>, overwritten, or empty.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, a result overlaps an input, or an element has no weights; nothing has been written.</exception>
    public void DoubleBackward(
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
        SymmetricContractionKernel.DoubleBackward(
            SingleTable,
            input,
            weights,
            elements,
            gradOutput,
            cotangentInput,
            cotangentWeights,
            gradInput,
            gradWeights,
            gradGradOutput
        );

    /// <inheritdoc cref="DoubleBackward(ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{int}, ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, Span{float}, Span{float})"/>
    public void DoubleBackward(
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
        SymmetricContractionKernel.DoubleBackward(
            DoubleTable,
            input,
            weights,
            elements,
            gradOutput,
            cotangentInput,
            cotangentWeights,
            gradInput,
            gradWeights,
            gradGradOutput
        );

    /// <summary>The tables of the kernel in float.</summary>
    internal ContractionTable<float> SingleTable => Table<float>(_singleValues);

    /// <summary>The tables of the kernel in double.</summary>
    internal ContractionTable<double> DoubleTable => Table<double>(_values);

    private ContractionTable<T> Table<T>(ReadOnlySpan<T> values)
    {
        int channels = Math.Max(1, Plan.Channels);
        return new(
            Plan.Channels,
            Plan.Input.Dim / channels,
            Plan.Output.Dim / channels,
            Plan.Paths.Count,
            _tables.Products,
            _tables.Rows,
            _tables.Indices,
            values
        );
    }
}
