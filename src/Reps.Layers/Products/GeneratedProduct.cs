using System;
using Reps.Algebra;
using Reps.Layers.Execution;

namespace Reps.Layers.Products;

/// <summary>A bilinear layer whose kernels the compiler wrote.</summary>
internal sealed class GeneratedProduct<TLayer, TLeft, TRight, TOutput> : ProductTensorKernel
    where TLayer : ITensorProduct<TLeft, TRight, TOutput>
    where TLeft : struct, IRep<TLeft>
    where TRight : struct, IRep<TRight>
    where TOutput : struct, IRep<TOutput>
{
    public static readonly GeneratedProduct<TLayer, TLeft, TRight, TOutput> Instance = new();

    private GeneratedProduct()
        : base(new Lazy<TensorProductPlan>(() => TLayer.CreatePlan())) { }

    public override int OutputDim => TOutput.Dim;

    public override void Forward(ReadOnlySpan<Block> inputs, Block output)
    {
        if (output.IsSingle) TLayer.Forward(inputs[0].Singles, inputs[1].Singles, inputs[2].Singles, output.Singles);
        else TLayer.Forward(inputs[0].Doubles, inputs[1].Doubles, inputs[2].Doubles, output.Doubles);
    }

    public override void Backward(ReadOnlySpan<Block> inputs, Block gradOutput, ReadOnlySpan<Block> gradInputs)
    {
        if (gradOutput.IsSingle)
            TLayer.Backward(
                inputs[0].Singles, inputs[1].Singles, inputs[2].Singles, gradOutput.Singles, gradInputs[0].Singles, gradInputs[1].Singles, gradInputs[2].Singles);
        else
            TLayer.Backward(
                inputs[0].Doubles, inputs[1].Doubles, inputs[2].Doubles, gradOutput.Doubles, gradInputs[0].Doubles, gradInputs[1].Doubles, gradInputs[2].Doubles);
    }

    public override void DoubleBackward(
        ReadOnlySpan<Block> inputs, Block gradOutput, ReadOnlySpan<Block> cotangents, ReadOnlySpan<Block> gradInputs, Block gradGradOutput)
    {
        if (gradOutput.IsSingle)
            TLayer.DoubleBackward(
                inputs[0].Singles, inputs[1].Singles, inputs[2].Singles, gradOutput.Singles,
                cotangents[0].Singles, cotangents[1].Singles, cotangents[2].Singles,
                gradInputs[0].Singles, gradInputs[1].Singles, gradInputs[2].Singles, gradGradOutput.Singles);
        else
            TLayer.DoubleBackward(
                inputs[0].Doubles, inputs[1].Doubles, inputs[2].Doubles, gradOutput.Doubles,
                cotangents[0].Doubles, cotangents[1].Doubles, cotangents[2].Doubles,
                gradInputs[0].Doubles, gradInputs[1].Doubles, gradInputs[2].Doubles, gradGradOutput.Doubles);
    }

    public override void Forward(EdgeGraph graph, ReadOnlySpan<Block> inputs, Block output)
    {
        if (output.IsSingle) TLayer.Forward(graph, inputs[0].Singles, inputs[1].Singles, inputs[2].Singles, output.Singles);
        else TLayer.Forward(graph, inputs[0].Doubles, inputs[1].Doubles, inputs[2].Doubles, output.Doubles);
    }

    public override void Backward(EdgeGraph graph, ReadOnlySpan<Block> inputs, Block gradOutput, ReadOnlySpan<Block> gradInputs)
    {
        if (gradOutput.IsSingle)
            TLayer.Backward(
                graph, inputs[0].Singles, inputs[1].Singles, inputs[2].Singles, gradOutput.Singles,
                gradInputs[0].Singles, gradInputs[1].Singles, gradInputs[2].Singles);
        else
            TLayer.Backward(
                graph, inputs[0].Doubles, inputs[1].Doubles, inputs[2].Doubles, gradOutput.Doubles,
                gradInputs[0].Doubles, gradInputs[1].Doubles, gradInputs[2].Doubles);
    }

    public override void DoubleBackward(
        EdgeGraph graph, ReadOnlySpan<Block> inputs, Block gradOutput, ReadOnlySpan<Block> cotangents, ReadOnlySpan<Block> gradInputs, Block gradGradOutput)
    {
        if (gradOutput.IsSingle)
            TLayer.DoubleBackward(
                graph, inputs[0].Singles, inputs[1].Singles, inputs[2].Singles, gradOutput.Singles,
                cotangents[0].Singles, cotangents[1].Singles, cotangents[2].Singles,
                gradInputs[0].Singles, gradInputs[1].Singles, gradInputs[2].Singles, gradGradOutput.Singles);
        else
            TLayer.DoubleBackward(
                graph, inputs[0].Doubles, inputs[1].Doubles, inputs[2].Doubles, gradOutput.Doubles,
                cotangents[0].Doubles, cotangents[1].Doubles, cotangents[2].Doubles,
                gradInputs[0].Doubles, gradInputs[1].Doubles, gradInputs[2].Doubles, gradGradOutput.Doubles);
    }
}
