using System;
using System.Collections.Generic;
using Reps.Layers.Execution;
using static TorchSharp.torch;

namespace Reps.Layers.Radial;

/// <summary>A radial network. Inputs: input [rows, inputs], weights [count].</summary>
internal sealed class RadialTensorKernel(RadialNetwork network) : TensorKernel
{
    public override string Name => nameof(RadialNetwork);

    public override long[] OutputShape(IReadOnlyList<Tensor> inputs) => [inputs[0].size(0), network.OutputCount];

    public override Tensor Operators(IReadOnlyList<Tensor> inputs)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        (Tensor values, Tensor weights) = (inputs[0], inputs[1]);
        long offset = 0;
        for (int n = 1; n < network.Sizes.Length; n++)
        {
            (long from, long to) = (network.Sizes[n - 1], network.Sizes[n]);
            values = values.matmul(weights.narrow(0, offset, from * to).reshape(from, to).Over(Math.Sqrt(from)));
            if (n < network.Sizes.Length - 1) values = values.silu().Times(network.ActivationScale);
            offset += from * to;
        }
        return scope.MoveToOuter(values);
    }

    public override void Forward(ReadOnlySpan<Block> inputs, Block output)
    {
        if (output.IsSingle) network.Forward<float>(inputs[0].Singles, inputs[1].Singles, output.Singles);
        else network.Forward<double>(inputs[0].Doubles, inputs[1].Doubles, output.Doubles);
    }

    public override void Backward(ReadOnlySpan<Block> inputs, Block gradOutput, ReadOnlySpan<Block> gradInputs)
    {
        if (gradOutput.IsSingle)
            network.Backward<float>(inputs[0].Singles, inputs[1].Singles, gradOutput.Singles, gradInputs[0].Singles, gradInputs[1].Singles);
        else network.Backward<double>(inputs[0].Doubles, inputs[1].Doubles, gradOutput.Doubles, gradInputs[0].Doubles, gradInputs[1].Doubles);
    }

    public override void DoubleBackward(
        ReadOnlySpan<Block> inputs, Block gradOutput, ReadOnlySpan<Block> cotangents, ReadOnlySpan<Block> gradInputs, Block gradGradOutput)
    {
        if (gradOutput.IsSingle)
            network.DoubleBackward<float>(
                inputs[0].Singles, inputs[1].Singles, gradOutput.Singles, cotangents[0].Singles, cotangents[1].Singles,
                gradInputs[0].Singles, gradInputs[1].Singles, gradGradOutput.Singles);
        else
            network.DoubleBackward<double>(
                inputs[0].Doubles, inputs[1].Doubles, gradOutput.Doubles, cotangents[0].Doubles, cotangents[1].Doubles,
                gradInputs[0].Doubles, gradInputs[1].Doubles, gradGradOutput.Doubles);
    }
}
