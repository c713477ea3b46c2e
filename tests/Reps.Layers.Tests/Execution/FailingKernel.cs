using System;
using System.Collections.Generic;
using Reps.Layers.Execution;
using static TorchSharp.torch;

namespace Reps.Tests.Execution;

/// <summary>The cube of each number, in float. It throws in one of its functions once it is told to.</summary>
internal sealed class FailingKernel(string place) : TensorKernel
{
    public bool Fails { get; set; }

    public string? Cause { get; init; }

    public override string Name => "Cube";

    public override long[] OutputShape(IReadOnlyList<Tensor> inputs) => inputs[0].shape;

    public override void Forward(ReadOnlySpan<Block> inputs, Block output)
    {
        Check(nameof(Forward));
        for (int n = 0; n < output.Singles.Length; n++) output.Singles[n] = MathF.Pow(inputs[0].Singles[n], 3);
    }

    public override void Backward(ReadOnlySpan<Block> inputs, Block gradOutput, ReadOnlySpan<Block> gradInputs)
    {
        Check(nameof(Backward));
        for (int n = 0; n < gradInputs[0].Singles.Length; n++)
            gradInputs[0].Singles[n] = 3 * inputs[0].Singles[n] * inputs[0].Singles[n] * gradOutput.Singles[n];
    }

    public override void DoubleBackward(
        ReadOnlySpan<Block> inputs, Block gradOutput, ReadOnlySpan<Block> cotangents, ReadOnlySpan<Block> gradInputs, Block gradGradOutput)
    {
        Check(nameof(DoubleBackward));
        for (int n = 0; n < gradInputs[0].Singles.Length; n++)
            gradInputs[0].Singles[n] = 6 * inputs[0].Singles[n] * gradOutput.Singles[n] * cotangents[0].Singles[n];
        for (int n = 0; n < gradGradOutput.Singles.Length; n++)
            gradGradOutput.Singles[n] = 3 * inputs[0].Singles[n] * inputs[0].Singles[n] * cotangents[0].Singles[n];
    }

    public override Tensor Operators(IReadOnlyList<Tensor> inputs)
    {
        Check(nameof(Operators));
        return inputs[0] * inputs[0] * inputs[0];
    }

    private void Check(string function)
    {
        if (Fails && function == place) throw new InvalidOperationException(Cause ?? $"{place} fails");
    }
}
