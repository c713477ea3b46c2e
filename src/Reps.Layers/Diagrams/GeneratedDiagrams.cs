using System;
using Reps.Algebra;
using Reps.Layers.Execution;

namespace Reps.Layers.Diagrams;

/// <summary>A diagram layer whose program the compiler wrote.</summary>
internal sealed class GeneratedDiagrams<TLayer, TInput, TOutput>(DiagramPlan plan, int[] sizes, Lazy<OrbitOperators> orbits)
    : DiagramTensorKernel(plan, sizes, orbits)
    where TLayer : IDiagramLinear<TInput, TOutput>
    where TInput : struct, ITensorPowers<TInput>
    where TOutput : struct, ITensorPowers<TOutput>
{
    public override void Forward(ReadOnlySpan<Block> inputs, Block output)
    {
        if (output.IsSingle) TLayer.Forward(Sizes, inputs[0].Singles, inputs[1].Singles, inputs[2].Singles, output.Singles);
        else TLayer.Forward(Sizes, inputs[0].Doubles, inputs[1].Doubles, inputs[2].Doubles, output.Doubles);
    }

    public override void Backward(ReadOnlySpan<Block> inputs, Block gradOutput, ReadOnlySpan<Block> gradInputs)
    {
        if (gradOutput.IsSingle)
            TLayer.Backward(
                Sizes, inputs[0].Singles, inputs[1].Singles, gradOutput.Singles, gradInputs[0].Singles, gradInputs[1].Singles, gradInputs[2].Singles);
        else
            TLayer.Backward(
                Sizes, inputs[0].Doubles, inputs[1].Doubles, gradOutput.Doubles, gradInputs[0].Doubles, gradInputs[1].Doubles, gradInputs[2].Doubles);
    }

    protected override void Second(
        ReadOnlySpan<Block> inputs, Block gradOutput, ReadOnlySpan<Block> cotangents, ReadOnlySpan<Block> gradInputs, Block gradGradOutput)
    {
        if (gradOutput.IsSingle)
            TLayer.DoubleBackward(
                Sizes, inputs[0].Singles, inputs[1].Singles, gradOutput.Singles, cotangents[0].Singles, cotangents[1].Singles, cotangents[2].Singles,
                gradInputs[0].Singles, gradInputs[1].Singles, gradGradOutput.Singles);
        else
            TLayer.DoubleBackward(
                Sizes, inputs[0].Doubles, inputs[1].Doubles, gradOutput.Doubles, cotangents[0].Doubles, cotangents[1].Doubles, cotangents[2].Doubles,
                gradInputs[0].Doubles, gradInputs[1].Doubles, gradGradOutput.Doubles);
    }
}
