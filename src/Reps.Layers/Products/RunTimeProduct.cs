using System;
using Reps.Algebra;
using Reps.Layers.Execution;

namespace Reps.Layers.Products;

/// <summary>A bilinear layer for signatures that are known at run time.</summary>
internal sealed class RunTimeProduct(TensorProduct layer) : ProductTensorKernel(new Lazy<TensorProductPlan>(() => layer.Plan))
{
    public override int OutputDim => layer.Plan.Output.Dim;

    public override void Forward(ReadOnlySpan<Block> inputs, Block output)
    {
        if (output.IsSingle) layer.Forward<float>(inputs[0].Singles, inputs[1].Singles, inputs[2].Singles, output.Singles);
        else layer.Forward<double>(inputs[0].Doubles, inputs[1].Doubles, inputs[2].Doubles, output.Doubles);
    }

    public override void Backward(ReadOnlySpan<Block> inputs, Block gradOutput, ReadOnlySpan<Block> gradInputs)
    {
        if (gradOutput.IsSingle)
            layer.Backward<float>(
                inputs[0].Singles, inputs[1].Singles, inputs[2].Singles, gradOutput.Singles, gradInputs[0].Singles, gradInputs[1].Singles, gradInputs[2].Singles);
        else
            layer.Backward<double>(
                inputs[0].Doubles, inputs[1].Doubles, inputs[2].Doubles, gradOutput.Doubles, gradInputs[0].Doubles, gradInputs[1].Doubles, gradInputs[2].Doubles);
    }

    public override void DoubleBackward(
        ReadOnlySpan<Block> inputs, Block gradOutput, ReadOnlySpan<Block> cotangents, ReadOnlySpan<Block> gradInputs, Block gradGradOutput)
    {
        if (gradOutput.IsSingle)
            layer.DoubleBackward<float>(
                inputs[0].Singles, inputs[1].Singles, inputs[2].Singles, gradOutput.Singles,
                cotangents[0].Singles, cotangents[1].Singles, cotangents[2].Singles,
                gradInputs[0].Singles, gradInputs[1].Singles, gradInputs[2].Singles, gradGradOutput.Singles);
        else
            layer.DoubleBackward<double>(
                inputs[0].Doubles, inputs[1].Doubles, inputs[2].Doubles, gradOutput.Doubles,
                cotangents[0].Doubles, cotangents[1].Doubles, cotangents[2].Doubles,
                gradInputs[0].Doubles, gradInputs[1].Doubles, gradInputs[2].Doubles, gradGradOutput.Doubles);
    }

    public override void Forward(EdgeGraph graph, ReadOnlySpan<Block> inputs, Block output)
    {
        if (output.IsSingle) layer.Forward<float>(graph, inputs[0].Singles, inputs[1].Singles, inputs[2].Singles, output.Singles);
        else layer.Forward<double>(graph, inputs[0].Doubles, inputs[1].Doubles, inputs[2].Doubles, output.Doubles);
    }

    public override void Backward(EdgeGraph graph, ReadOnlySpan<Block> inputs, Block gradOutput, ReadOnlySpan<Block> gradInputs)
    {
        if (gradOutput.IsSingle)
            layer.Backward<float>(
                graph, inputs[0].Singles, inputs[1].Singles, inputs[2].Singles, gradOutput.Singles,
                gradInputs[0].Singles, gradInputs[1].Singles, gradInputs[2].Singles);
        else
            layer.Backward<double>(
                graph, inputs[0].Doubles, inputs[1].Doubles, inputs[2].Doubles, gradOutput.Doubles,
                gradInputs[0].Doubles, gradInputs[1].Doubles, gradInputs[2].Doubles);
    }

    public override void DoubleBackward(
        EdgeGraph graph, ReadOnlySpan<Block> inputs, Block gradOutput, ReadOnlySpan<Block> cotangents, ReadOnlySpan<Block> gradInputs, Block gradGradOutput)
    {
        if (gradOutput.IsSingle)
            layer.DoubleBackward<float>(
                graph, inputs[0].Singles, inputs[1].Singles, inputs[2].Singles, gradOutput.Singles,
                cotangents[0].Singles, cotangents[1].Singles, cotangents[2].Singles,
                gradInputs[0].Singles, gradInputs[1].Singles, gradInputs[2].Singles, gradGradOutput.Singles);
        else
            layer.DoubleBackward<double>(
                graph, inputs[0].Doubles, inputs[1].Doubles, inputs[2].Doubles, gradOutput.Doubles,
                cotangents[0].Doubles, cotangents[1].Doubles, cotangents[2].Doubles,
                gradInputs[0].Doubles, gradInputs[1].Doubles, gradInputs[2].Doubles, gradGradOutput.Doubles);
    }
}
