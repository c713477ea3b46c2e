using System;
using Reps.Layers.Execution;

namespace Reps.Layers.Contraction;

/// <summary>A symmetric contraction whose tables the compiler wrote.</summary>
internal sealed class GeneratedContraction<TLayer, TInput, TOutput>(int[] elements) : ContractionTensorKernel(TOutput.Dim, s_operators, elements)
    where TLayer : ISymmetricContraction<TInput, TOutput>
    where TInput : struct, IRep<TInput>
    where TOutput : struct, IRep<TOutput>
{
    private static readonly Lazy<PlanOperators> s_operators = OperatorsOf(() => TLayer.CreatePlan());

    public override void Forward(ReadOnlySpan<Block> inputs, Block output)
    {
        if (output.IsSingle) TLayer.Forward(inputs[0].Singles, inputs[1].Singles, Elements, output.Singles);
        else TLayer.Forward(inputs[0].Doubles, inputs[1].Doubles, Elements, output.Doubles);
    }

    public override void Backward(ReadOnlySpan<Block> inputs, Block gradOutput, ReadOnlySpan<Block> gradInputs)
    {
        if (gradOutput.IsSingle)
            TLayer.Backward(inputs[0].Singles, inputs[1].Singles, Elements, gradOutput.Singles, gradInputs[0].Singles, gradInputs[1].Singles);
        else TLayer.Backward(inputs[0].Doubles, inputs[1].Doubles, Elements, gradOutput.Doubles, gradInputs[0].Doubles, gradInputs[1].Doubles);
    }

    public override void DoubleBackward(
        ReadOnlySpan<Block> inputs, Block gradOutput, ReadOnlySpan<Block> cotangents, ReadOnlySpan<Block> gradInputs, Block gradGradOutput)
    {
        if (gradOutput.IsSingle)
            TLayer.DoubleBackward(
                inputs[0].Singles, inputs[1].Singles, Elements, gradOutput.Singles, cotangents[0].Singles, cotangents[1].Singles,
                gradInputs[0].Singles, gradInputs[1].Singles, gradGradOutput.Singles);
        else
            TLayer.DoubleBackward(
                inputs[0].Doubles, inputs[1].Doubles, Elements, gradOutput.Doubles, cotangents[0].Doubles, cotangents[1].Doubles,
                gradInputs[0].Doubles, gradInputs[1].Doubles, gradGradOutput.Doubles);
    }
}
