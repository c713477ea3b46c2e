using System;
using System.Collections.Generic;
using Reps.Layers.Execution;
using static TorchSharp.torch;

namespace Reps.Layers.Products;

/// <summary>A product of a feature with itself. Inputs: x [rows, dim], weights [count] or [rows, count].</summary>
internal sealed class SquareTensorKernel(TensorSquare layer) : TensorKernel
{
    private readonly Lazy<PlanOperators> _operators = new(() => new PlanOperators(layer.Plan.Segmented));

    public override string Name => "TensorSquare";

    public override long[] OutputShape(IReadOnlyList<Tensor> inputs) => [inputs[0].size(0), layer.Plan.Output.Dim];

    public override Tensor Operators(IReadOnlyList<Tensor> inputs) => _operators.Value.Evaluate([inputs[0], inputs[0], inputs[1]]);

    public override void Forward(ReadOnlySpan<Block> inputs, Block output)
    {
        if (output.IsSingle) layer.Forward<float>(inputs[0].Singles, inputs[1].Singles, output.Singles);
        else layer.Forward<double>(inputs[0].Doubles, inputs[1].Doubles, output.Doubles);
    }

    public override void Backward(ReadOnlySpan<Block> inputs, Block gradOutput, ReadOnlySpan<Block> gradInputs)
    {
        if (gradOutput.IsSingle)
            layer.Backward<float>(inputs[0].Singles, inputs[1].Singles, gradOutput.Singles, gradInputs[0].Singles, gradInputs[1].Singles);
        else layer.Backward<double>(inputs[0].Doubles, inputs[1].Doubles, gradOutput.Doubles, gradInputs[0].Doubles, gradInputs[1].Doubles);
    }

    public override void DoubleBackward(
        ReadOnlySpan<Block> inputs, Block gradOutput, ReadOnlySpan<Block> cotangents, ReadOnlySpan<Block> gradInputs, Block gradGradOutput)
    {
        if (gradOutput.IsSingle)
            layer.DoubleBackward<float>(
                inputs[0].Singles, inputs[1].Singles, gradOutput.Singles, cotangents[0].Singles, cotangents[1].Singles,
                gradInputs[0].Singles, gradInputs[1].Singles, gradGradOutput.Singles);
        else
            layer.DoubleBackward<double>(
                inputs[0].Doubles, inputs[1].Doubles, gradOutput.Doubles, cotangents[0].Doubles, cotangents[1].Doubles,
                gradInputs[0].Doubles, gradInputs[1].Doubles, gradGradOutput.Doubles);
    }
}
