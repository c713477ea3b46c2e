using System;
using Reps.Algebra;
using Reps.Layers.Execution;

namespace Reps.Layers.LinearMaps;

/// <summary>A linear layer whose program the compiler wrote.</summary>
internal sealed class GeneratedLinear<TLayer, TInput, TOutput> : LinearTensorKernel
    where TLayer : ILinear<TInput, TOutput>
    where TInput : struct, IRep<TInput>
    where TOutput : struct, IRep<TOutput>
{
    public static readonly GeneratedLinear<TLayer, TInput, TOutput> Instance = new();

    private GeneratedLinear()
        : base(new Lazy<LinearPlan>(() => TLayer.CreatePlan())) { }

    public override int OutputDim => TOutput.Dim;

    public override void Forward(ReadOnlySpan<Block> inputs, Block output)
    {
        if (output.IsSingle) TLayer.Forward(inputs[0].Singles, inputs[1].Singles, output.Singles);
        else TLayer.Forward(inputs[0].Doubles, inputs[1].Doubles, output.Doubles);
    }

    public override void Backward(ReadOnlySpan<Block> inputs, Block gradOutput, ReadOnlySpan<Block> gradInputs)
    {
        if (gradOutput.IsSingle)
            TLayer.Backward(inputs[0].Singles, inputs[1].Singles, gradOutput.Singles, gradInputs[0].Singles, gradInputs[1].Singles);
        else TLayer.Backward(inputs[0].Doubles, inputs[1].Doubles, gradOutput.Doubles, gradInputs[0].Doubles, gradInputs[1].Doubles);
    }

    public override void DoubleBackward(
        ReadOnlySpan<Block> inputs, Block gradOutput, ReadOnlySpan<Block> cotangents, ReadOnlySpan<Block> gradInputs, Block gradGradOutput)
    {
        if (gradOutput.IsSingle)
            TLayer.DoubleBackward(
                inputs[0].Singles, inputs[1].Singles, gradOutput.Singles, cotangents[0].Singles, cotangents[1].Singles,
                gradInputs[0].Singles, gradInputs[1].Singles, gradGradOutput.Singles);
        else
            TLayer.DoubleBackward(
                inputs[0].Doubles, inputs[1].Doubles, gradOutput.Doubles, cotangents[0].Doubles, cotangents[1].Doubles,
                gradInputs[0].Doubles, gradInputs[1].Doubles, gradGradOutput.Doubles);
    }
}
