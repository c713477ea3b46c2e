using System;
using Reps.Layers.Execution;

namespace Reps.Layers.Diagrams;

/// <summary>A diagram layer for signatures that are known at run time.</summary>
internal sealed class RunTimeDiagrams(DiagramLinear layer, int[] sizes, Lazy<OrbitOperators> orbits) : DiagramTensorKernel(layer.Plan, sizes, orbits)
{
    public override void Forward(ReadOnlySpan<Block> inputs, Block output)
    {
        if (output.IsSingle) layer.Forward<float>(Sizes, inputs[0].Singles, inputs[1].Singles, inputs[2].Singles, output.Singles);
        else layer.Forward<double>(Sizes, inputs[0].Doubles, inputs[1].Doubles, inputs[2].Doubles, output.Doubles);
    }

    public override void Backward(ReadOnlySpan<Block> inputs, Block gradOutput, ReadOnlySpan<Block> gradInputs)
    {
        if (gradOutput.IsSingle)
            layer.Backward<float>(
                Sizes, inputs[0].Singles, inputs[1].Singles, gradOutput.Singles, gradInputs[0].Singles, gradInputs[1].Singles, gradInputs[2].Singles);
        else
            layer.Backward<double>(
                Sizes, inputs[0].Doubles, inputs[1].Doubles, gradOutput.Doubles, gradInputs[0].Doubles, gradInputs[1].Doubles, gradInputs[2].Doubles);
    }

    protected override void Second(
        ReadOnlySpan<Block> inputs, Block gradOutput, ReadOnlySpan<Block> cotangents, ReadOnlySpan<Block> gradInputs, Block gradGradOutput)
    {
        if (gradOutput.IsSingle)
            layer.DoubleBackward<float>(
                Sizes, inputs[0].Singles, inputs[1].Singles, gradOutput.Singles, cotangents[0].Singles, cotangents[1].Singles, cotangents[2].Singles,
                gradInputs[0].Singles, gradInputs[1].Singles, gradGradOutput.Singles);
        else
            layer.DoubleBackward<double>(
                Sizes, inputs[0].Doubles, inputs[1].Doubles, gradOutput.Doubles, cotangents[0].Doubles, cotangents[1].Doubles, cotangents[2].Doubles,
                gradInputs[0].Doubles, gradInputs[1].Doubles, gradGradOutput.Doubles);
    }
}
