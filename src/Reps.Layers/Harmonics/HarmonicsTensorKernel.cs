using System;
using System.Collections.Generic;
using Reps.Layers.Execution;
using static TorchSharp.torch;

namespace Reps.Layers.Harmonics;

/// <summary>Spherical harmonics of vectors. Input: [rows, 3].</summary>
internal sealed class HarmonicsTensorKernel(SphericalHarmonics layer) : TensorKernel
{
    private readonly HarmonicsOperators _operators = new(layer.Output, layer.Normalization, layer.Normalize);

    public override string Name => "SphericalHarmonics";

    public override long[] OutputShape(IReadOnlyList<Tensor> inputs) => [inputs[0].size(0), layer.Output.Dim];

    public override Tensor Operators(IReadOnlyList<Tensor> inputs) => _operators.Evaluate(inputs[0]);

    public override void Forward(ReadOnlySpan<Block> inputs, Block output)
    {
        if (output.IsSingle) layer.Forward<float>(inputs[0].Singles, output.Singles);
        else layer.Forward<double>(inputs[0].Doubles, output.Doubles);
    }

    public override void Backward(ReadOnlySpan<Block> inputs, Block gradOutput, ReadOnlySpan<Block> gradInputs)
    {
        if (gradOutput.IsSingle) layer.Backward<float>(inputs[0].Singles, gradOutput.Singles, gradInputs[0].Singles);
        else layer.Backward<double>(inputs[0].Doubles, gradOutput.Doubles, gradInputs[0].Doubles);
    }

    public override void DoubleBackward(
        ReadOnlySpan<Block> inputs, Block gradOutput, ReadOnlySpan<Block> cotangents, ReadOnlySpan<Block> gradInputs, Block gradGradOutput)
    {
        if (gradOutput.IsSingle)
            layer.DoubleBackward<float>(inputs[0].Singles, gradOutput.Singles, cotangents[0].Singles, gradInputs[0].Singles, gradGradOutput.Singles);
        else layer.DoubleBackward<double>(inputs[0].Doubles, gradOutput.Doubles, cotangents[0].Doubles, gradInputs[0].Doubles, gradGradOutput.Doubles);
    }
}
