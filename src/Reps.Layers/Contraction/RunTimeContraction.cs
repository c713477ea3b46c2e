using System;
using Reps.Layers.Execution;

namespace Reps.Layers.Contraction;

/// <summary>A symmetric contraction for signatures that are known at run time.</summary>
internal sealed class RunTimeContraction(SymmetricContraction layer, Lazy<PlanOperators> operators, int[] elements)
    : ContractionTensorKernel(layer.Plan.Output.Dim, operators, elements)
{

    public override void Forward(ReadOnlySpan<Block> inputs, Block output)
    {
        if (output.IsSingle) layer.Forward(inputs[0].Singles, inputs[1].Singles, Elements, output.Singles);
        else layer.Forward(inputs[0].Doubles, inputs[1].Doubles, Elements, output.Doubles);
    }

    public override void Backward(ReadOnlySpan<Block> inputs, Block gradOutput, ReadOnlySpan<Block> gradInputs)
    {
        if (gradOutput.IsSingle)
            layer.Backward(inputs[0].Singles, inputs[1].Singles, Elements, gradOutput.Singles, gradInputs[0].Singles, gradInputs[1].Singles);
        else layer.Backward(inputs[0].Doubles, inputs[1].Doubles, Elements, gradOutput.Doubles, gradInputs[0].Doubles, gradInputs[1].Doubles);
    }

    public override void DoubleBackward(
        ReadOnlySpan<Block> inputs, Block gradOutput, ReadOnlySpan<Block> cotangents, ReadOnlySpan<Block> gradInputs, Block gradGradOutput)
    {
        if (gradOutput.IsSingle)
            layer.DoubleBackward(
                inputs[0].Singles, inputs[1].Singles, Elements, gradOutput.Singles, cotangents[0].Singles, cotangents[1].Singles,
                gradInputs[0].Singles, gradInputs[1].Singles, gradGradOutput.Singles);
        else
            layer.DoubleBackward(
                inputs[0].Doubles, inputs[1].Doubles, Elements, gradOutput.Doubles, cotangents[0].Doubles, cotangents[1].Doubles,
                gradInputs[0].Doubles, gradInputs[1].Doubles, gradGradOutput.Doubles);
    }
}
