using System;
using System.Buffers;
using System.Collections.Generic;
using System.Numerics;
using Reps.Algebra;
using Reps.Kernels;

namespace Reps;

/// <summary>The product of a feature vector with itself (e3nn's TensorSquare), for signatures known only at run time.</summary>
public sealed class TensorSquare
{
    private readonly TensorProduct _product;

    /// <summary>Wraps a plan.</summary>
    /// <param name="plan">A plan whose inputs are the same representation; see <see cref="TensorProductFamily.Square"/>.</param>
    /// <exception cref="ArgumentException">The inputs are different representations.</exception>
    public TensorSquare(TensorProductPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Left != plan.Right) throw new ArgumentException($"A square has one input, but the plan multiplies {plan.Left} and {plan.Right}.", nameof(plan));
        _product = new TensorProduct(plan);
    }

    /// <summary>The plan.</summary>
    public TensorProductPlan Plan => _product.Plan;

    /// <summary>The number of weights; 0 for a whole square.</summary>
    public int WeightCount => _product.WeightCount;

    /// <summary>The whole square, decomposed: no weights.</summary>
    /// <param name="input">The input signature; it is simplified.</param>
    /// <param name="keep">The irreps to keep; null keeps all.</param>
    /// <param name="options">How paths are scaled; null for e3nn's defaults.</param>
    /// <returns>The layer; its output is <c>Plan.Output</c>.</returns>
    /// <exception cref="SignatureException">The signature is not valid.</exception>
    /// <exception cref="ArgumentException">The product is beyond the budget.</exception>
    public static TensorSquare Create(string input, IReadOnlyCollection<Irrep>? keep = null, TensorProductOptions? options = null) =>
        new(TensorProductFamily.Square(Signature.Parse(input).Irreps, null, keep, options));

    /// <summary>The square in which every pair of channels feeds every output channel by weights.</summary>
    /// <param name="input">The input signature; it is simplified.</param>
    /// <param name="output">The output signature; it is simplified.</param>
    /// <param name="options">How paths are scaled; null for e3nn's defaults.</param>
    /// <returns>The layer.</returns>
    /// <exception cref="SignatureException">A signature is not valid.</exception>
    /// <exception cref="ArgumentException">The groups differ, or the product is beyond the budget.</exception>
    public static TensorSquare Create(string input, string output, TensorProductOptions? options = null) =>
        new(TensorProductFamily.Square(Signature.Parse(input).Irreps, Signature.Parse(output).Irreps, null, options));

    /// <summary>Evaluates the layer.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="x">[rows, input dim], segments as [component, channel].</param>
    /// <param name="weights">[weight count] or [rows, weight count].</param>
    /// <param name="output">[rows, output dim], overwritten.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
    public void Forward<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> weights, Span<T> output)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = SpanGuard.Rows(nameof(output), output.Length, Plan.Output.Dim);
        SpanGuard.Exactly(nameof(x), x.Length, rows, Plan.Left.Dim);
        SpanGuard.WeightStride(nameof(weights), weights.Length, rows, WeightCount);
        SpanGuard.Apart(nameof(output), output, x, weights);
        _product.Forward(x, x, weights, output);
    }

    /// <summary>The vector-Jacobian products of the layer. A gradient that is not wanted is passed as an empty span.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="x">[rows, input dim].</param>
    /// <param name="weights">[weight count] or [rows, weight count].</param>
    /// <param name="gradOutput">The cotangent of the output, [rows, output dim].</param>
    /// <param name="gradX">[rows, input dim], overwritten, or empty.</param>
    /// <param name="gradWeights">The shape of the weights, overwritten, or empty.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input or another result; nothing has been written.</exception>
    public void Backward<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> weights, ReadOnlySpan<T> gradOutput, Span<T> gradX, Span<T> gradWeights)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = SpanGuard.Rows(nameof(gradOutput), gradOutput.Length, Plan.Output.Dim);
        SpanGuard.Exactly(nameof(x), x.Length, rows, Plan.Left.Dim);
        SpanGuard.WeightStride(nameof(weights), weights.Length, rows, WeightCount);
        SpanGuard.ExactlyOrEmpty(nameof(gradX), gradX.Length, rows, Plan.Left.Dim);
        SpanGuard.SameOrEmpty(nameof(gradWeights), gradWeights.Length, weights.Length);
        SpanGuard.Apart(nameof(gradX), gradX, x, weights, gradOutput);
        SpanGuard.Apart(nameof(gradWeights), gradWeights, x, weights, gradOutput);
        SpanGuard.Apart<T>(nameof(gradWeights), gradWeights, gradX);
        // The input is both factors, so its gradient is the sum of both gradients.
        T[] rented = ArrayPool<T>.Shared.Rent(gradX.Length);
        Span<T> right = rented.AsSpan(0, gradX.Length);
        _product.Backward(x, x, weights, gradOutput, gradX, right, gradWeights);
        for (int n = 0; n < gradX.Length; n++) gradX[n] += right[n];
        ArrayPool<T>.Shared.Return(rented);
    }
    /// <summary>
    /// The vector-Jacobian products of <see cref="Backward"/>: the gradients of ⟨cotangentX, gradX⟩ + ⟨cotangentWeights, gradWeights⟩. An empty
    /// cotangent counts as zero, an empty result is not wanted.
    /// </summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="x">[rows, input dim].</param>
    /// <param name="weights">[weight count] or [rows, weight count].</param>
    /// <param name="gradOutput">The cotangent of the output, [rows, output dim].</param>
    /// <param name="cotangentX">[rows, input dim] or empty.</param>
    /// <param name="cotangentWeights">The shape of the weights or empty.</param>
    /// <param name="gradX">[rows, input dim], overwritten, or empty.</param>
    /// <param name="gradWeights">The shape of the weights, overwritten, or empty.</param>
    /// <param name="gradGradOutput">[rows, output dim], overwritten, or empty.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input or another result; nothing has been written.</exception>
    public void DoubleBackward<T>(
        ReadOnlySpan<T> x,
        ReadOnlySpan<T> weights,
        ReadOnlySpan<T> gradOutput,
        ReadOnlySpan<T> cotangentX,
        ReadOnlySpan<T> cotangentWeights,
        Span<T> gradX,
        Span<T> gradWeights,
        Span<T> gradGradOutput
    )
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = SpanGuard.Rows(nameof(gradOutput), gradOutput.Length, Plan.Output.Dim);
        SpanGuard.Exactly(nameof(x), x.Length, rows, Plan.Left.Dim);
        SpanGuard.ExactlyOrEmpty(nameof(cotangentX), cotangentX.Length, rows, Plan.Left.Dim);
        SpanGuard.ExactlyOrEmpty(nameof(gradX), gradX.Length, rows, Plan.Left.Dim);
        SpanGuard.Apart(nameof(gradX), gradX, x, weights, gradOutput);
        SpanGuard.Apart(nameof(gradX), gradX, cotangentX, cotangentWeights, gradWeights, gradGradOutput);
        T[] rented = ArrayPool<T>.Shared.Rent(gradX.Length);
        Span<T> right = rented.AsSpan(0, gradX.Length);
        _product.DoubleBackward(x, x, weights, gradOutput, cotangentX, cotangentX, cotangentWeights, gradX, right, gradWeights, gradGradOutput);
        for (int n = 0; n < gradX.Length; n++) gradX[n] += right[n];
        ArrayPool<T>.Shared.Return(rented);
    }
}
