using System;
using System.Numerics;
using Reps.Kernels;

namespace Reps;

/// <summary>
/// The network that makes the weights of an edge from the radial functions of its length: fully connected layers without biases, each
/// divided by the square root of its number of inputs, with SiLU between them, scaled to second moment one. It is e3nn's
/// FullyConnectedNet, but for the constant of the activation: see <see cref="ActivationScale"/>.
/// </summary>
/// <remarks>
/// Weights are one flat vector: the layers in order, each [inputs, outputs] row-major. Results are written, not added to. Nothing is
/// allocated once a thread has seen its largest network.
/// </remarks>
public sealed class RadialNetwork
{
    private const int MaxSize = 1 << 16;
    private readonly int[] _sizes;

    /// <summary>Creates the network.</summary>
    /// <param name="sizes">The number of inputs, of each hidden layer's values, and of outputs.</param>
    /// <exception cref="ArgumentException">There are fewer than two sizes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A size is not from 1 to 65,536.</exception>
    public RadialNetwork(params ReadOnlySpan<int> sizes)
    {
        if (sizes.Length < 2) throw new ArgumentException("A network needs the number of its inputs and of its outputs.", nameof(sizes));
        foreach (int size in sizes)
            if (size is < 1 or > MaxSize)
                throw new ArgumentOutOfRangeException(nameof(sizes), size, $"A layer must have from 1 to {MaxSize} values; the sizes are {string.Join(", ", sizes.ToArray())}.");
        _sizes = sizes.ToArray();
        for (int n = 1; n < sizes.Length; n++) WeightCount = checked(WeightCount + sizes[n - 1] * sizes[n]);
    }

    /// <summary>The number of inputs, of each hidden layer's values, and of outputs.</summary>
    public ReadOnlySpan<int> Sizes => _sizes;

    /// <summary>The number of inputs.</summary>
    public int InputCount => _sizes[0];

    /// <summary>The number of outputs.</summary>
    public int OutputCount => _sizes[^1];

    /// <summary>The number of weights of all layers.</summary>
    public int WeightCount { get; }

    /// <summary>
    /// The factor of the activation. Unless set, silu(z)² has mean one for normally distributed z after multiplication with it: 1.6765.
    /// e3nn estimates this from a million samples and finds about 1.6790: set that number to reproduce a network that was trained there.
    /// </summary>
    public double ActivationScale { get; init; } = NormalizedSilu.Scale;

    /// <summary>Evaluates the network.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="input">[rows, inputs].</param>
    /// <param name="weights">[<see cref="WeightCount"/>].</param>
    /// <param name="output">[rows, outputs], overwritten.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
    public void Forward<T>(ReadOnlySpan<T> input, ReadOnlySpan<T> weights, Span<T> output)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = Check(input.Length, weights.Length);
        SpanGuard.Exactly(nameof(output), output.Length, rows, OutputCount);
        SpanGuard.Apart(nameof(output), output, input, weights);
        RadialNetworkCall<T> call = new(0, ActivationScale, _sizes, rows, input, weights) { Output = output };
        RadialNetworkKernel.Run(ref call);
    }

    /// <summary>The vector-Jacobian product.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="input">[rows, inputs].</param>
    /// <param name="weights">[<see cref="WeightCount"/>].</param>
    /// <param name="gradOutput">The cotangent of the output, [rows, outputs].</param>
    /// <param name="gradInput">[rows, inputs], overwritten; empty if it is not wanted.</param>
    /// <param name="gradWeights">[<see cref="WeightCount"/>], overwritten; empty if it is not wanted.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
    public void Backward<T>(
        ReadOnlySpan<T> input,
        ReadOnlySpan<T> weights,
        ReadOnlySpan<T> gradOutput,
        Span<T> gradInput,
        Span<T> gradWeights
    )
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = Check(input.Length, weights.Length);
        SpanGuard.Exactly(nameof(gradOutput), gradOutput.Length, rows, OutputCount);
        SpanGuard.ExactlyOrEmpty(nameof(gradInput), gradInput.Length, rows, InputCount);
        SpanGuard.SameOrEmpty(nameof(gradWeights), gradWeights.Length, WeightCount);
        SpanGuard.Apart(nameof(gradInput), gradInput, input, weights, gradOutput);
        SpanGuard.Apart(nameof(gradWeights), gradWeights, input, weights, gradOutput, gradInput);
        RadialNetworkCall<T> call = new(1, ActivationScale, _sizes, rows, input, weights)
        {
            GradOutput = gradOutput,
            GradInput = gradInput,
            GradWeights = gradWeights,
        };
        RadialNetworkKernel.Run(ref call);
    }

    /// <summary>
    /// The gradients of Σ cotangentInput·gradInput + Σ cotangentWeights·gradWeights, with the gradients that <see cref="Backward"/> gives.
    /// </summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="input">[rows, inputs].</param>
    /// <param name="weights">[<see cref="WeightCount"/>].</param>
    /// <param name="gradOutput">The cotangent of the output, [rows, outputs].</param>
    /// <param name="cotangentInput">[rows, inputs], or empty for zero.</param>
    /// <param name="cotangentWeights">[<see cref="WeightCount"/>], or empty for zero.</param>
    /// <param name="gradInput">The gradient by the input, overwritten; empty if it is not wanted.</param>
    /// <param name="gradWeights">The gradient by the weights, overwritten; empty if it is not wanted.</param>
    /// <param name="gradGradOutput">The gradient by the cotangent of the output, overwritten; empty if it is not wanted.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a result overlaps an input; nothing has been written.</exception>
    public void DoubleBackward<T>(
        ReadOnlySpan<T> input,
        ReadOnlySpan<T> weights,
        ReadOnlySpan<T> gradOutput,
        ReadOnlySpan<T> cotangentInput,
        ReadOnlySpan<T> cotangentWeights,
        Span<T> gradInput,
        Span<T> gradWeights,
        Span<T> gradGradOutput
    )
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = Check(input.Length, weights.Length);
        SpanGuard.Exactly(nameof(gradOutput), gradOutput.Length, rows, OutputCount);
        SpanGuard.ExactlyOrEmpty(nameof(cotangentInput), cotangentInput.Length, rows, InputCount);
        SpanGuard.SameOrEmpty(nameof(cotangentWeights), cotangentWeights.Length, WeightCount);
        SpanGuard.ExactlyOrEmpty(nameof(gradInput), gradInput.Length, rows, InputCount);
        SpanGuard.SameOrEmpty(nameof(gradWeights), gradWeights.Length, WeightCount);
        SpanGuard.ExactlyOrEmpty(nameof(gradGradOutput), gradGradOutput.Length, rows, OutputCount);
        SpanGuard.Apart(nameof(gradInput), gradInput, input, weights, gradOutput, cotangentInput);
        SpanGuard.Apart(nameof(gradInput), gradInput, cotangentWeights);
        SpanGuard.Apart(nameof(gradWeights), gradWeights, input, weights, gradOutput, cotangentInput);
        SpanGuard.Apart(nameof(gradWeights), gradWeights, cotangentWeights, gradInput);
        SpanGuard.Apart(nameof(gradGradOutput), gradGradOutput, input, weights, gradOutput, cotangentInput);
        SpanGuard.Apart(nameof(gradGradOutput), gradGradOutput, cotangentWeights, gradInput, gradWeights);
        RadialNetworkCall<T> call = new(2, ActivationScale, _sizes, rows, input, weights)
        {
            GradOutput = gradOutput,
            CotangentInput = cotangentInput,
            CotangentWeights = cotangentWeights,
            GradInput = gradInput,
            GradWeights = gradWeights,
            Output = gradGradOutput,
        };
        RadialNetworkKernel.Run(ref call);
    }

    private int Check(int input, int weights)
    {
        int rows = SpanGuard.Rows(nameof(input), input, InputCount);
        SpanGuard.Exactly(nameof(weights), weights, 1, WeightCount);
        return rows;
    }
}
