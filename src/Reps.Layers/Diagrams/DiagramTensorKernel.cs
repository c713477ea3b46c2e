using System;
using System.Collections.Generic;
using Reps.Algebra;
using Reps.Layers.Execution;
using static TorchSharp.torch;

namespace Reps.Layers.Diagrams;

/// <summary>A diagram layer for given sizes. Inputs: input [rows, dim], weights, biases (none, or [bias count]).</summary>
internal abstract class DiagramTensorKernel(DiagramPlan plan, int[] sizes, Lazy<OrbitOperators> orbits) : TensorKernel
{
    /// <summary>n of each space.</summary>
    protected int[] Sizes { get; } = sizes;

    public override string Name => "DiagramLinear";

    public override long[] OutputShape(IReadOnlyList<Tensor> inputs) => [inputs[0].size(0), plan.Output.Dim(Sizes)];

    public override Tensor Operators(IReadOnlyList<Tensor> inputs)
    {
        Tensor? biases = inputs[2].numel() > 0 ? inputs[2] : null;
        return plan.Input.HasOrbits
            ? orbits.Value.Evaluate(inputs[0], inputs[1], biases)
            : DiagramOperators.Evaluate(plan, Sizes, inputs[0], inputs[1], biases);
    }

    public override void DoubleBackward(
        ReadOnlySpan<Block> inputs, Block gradOutput, ReadOnlySpan<Block> cotangents, ReadOnlySpan<Block> gradInputs, Block gradGradOutput)
    {
        Second(inputs, gradOutput, cotangents, gradInputs, gradGradOutput);
        // Nothing that biases enter is multiplied with anything.
        if (gradOutput.IsSingle) gradInputs[2].Singles.Clear();
        else gradInputs[2].Doubles.Clear();
    }

    /// <summary>The vector-Jacobian products of the backward pass, but for the biases.</summary>
    protected abstract void Second(
        ReadOnlySpan<Block> inputs, Block gradOutput, ReadOnlySpan<Block> cotangents, ReadOnlySpan<Block> gradInputs, Block gradGradOutput);
}
