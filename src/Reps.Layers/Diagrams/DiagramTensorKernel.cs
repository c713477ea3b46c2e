using System;
using System.Collections.Generic;
using Reps.Layers.Execution;
using static TorchSharp.torch;

namespace Reps.Layers.Diagrams;

/// <summary>A diagram layer for given sizes. Inputs: input [rows, dim], weights, biases (none, or [bias count]).</summary>
internal sealed class DiagramTensorKernel(DiagramLinear layer, int[] sizes, Lazy<OrbitOperators> orbits) : TensorKernel
{
    public override string Name => "DiagramLinear";

    public override long[] OutputShape(IReadOnlyList<Tensor> inputs) => [inputs[0].shape[0], layer.Plan.Output.Dim(sizes)];

    public override void Forward(ReadOnlySpan<Block> inputs, Block output)
    {
        if (output.IsSingle) layer.Forward<float>(sizes, inputs[0].Singles, inputs[1].Singles, inputs[2].Singles, output.Singles);
        else layer.Forward<double>(sizes, inputs[0].Doubles, inputs[1].Doubles, inputs[2].Doubles, output.Doubles);
    }

    public override void Backward(ReadOnlySpan<Block> inputs, Block gradOutput, ReadOnlySpan<Block> gradInputs)
    {
        if (gradOutput.IsSingle)
            layer.Backward<float>(
                sizes, inputs[0].Singles, inputs[1].Singles, gradOutput.Singles, gradInputs[0].Singles, gradInputs[1].Singles, gradInputs[2].Singles);
        else
            layer.Backward<double>(
                sizes, inputs[0].Doubles, inputs[1].Doubles, gradOutput.Doubles, gradInputs[0].Doubles, gradInputs[1].Doubles, gradInputs[2].Doubles);
    }

    public override void DoubleBackward(ReadOnlySpan<Block> inputs, Block gradOutput, ReadOnlySpan<Block> cotangents, ReadOnlySpan<Block> gradInputs, Block gradGradOutput)
    {
        if (gradOutput.IsSingle)
            layer.DoubleBackward<float>(
                sizes, inputs[0].Singles, inputs[1].Singles, gradOutput.Singles, cotangents[0].Singles, cotangents[1].Singles, cotangents[2].Singles,
                gradInputs[0].Singles, gradInputs[1].Singles, gradGradOutput.Singles);
        else
            layer.DoubleBackward<double>(
                sizes, inputs[0].Doubles, inputs[1].Doubles, gradOutput.Doubles, cotangents[0].Doubles, cotangents[1].Doubles, cotangents[2].Doubles,
                gradInputs[0].Doubles, gradInputs[1].Doubles, gradGradOutput.Doubles);
        // Nothing that biases enter is multiplied with anything.
        if (gradOutput.IsSingle) gradInputs[2].Singles.Clear();
        else gradInputs[2].Doubles.Clear();
    }

    public override Tensor Operators(IReadOnlyList<Tensor> inputs)
    {
        Tensor? biases = inputs[2].numel() > 0 ? inputs[2] : null;
        return layer.Plan.Input.HasOrbits
            ? orbits.Value.Evaluate(inputs[0], inputs[1], biases)
            : DiagramOperators.Evaluate(layer.Plan, sizes, inputs[0], inputs[1], biases);
    }
}
