using System;
using System.Collections.Generic;
using Reps.Layers.Execution;
using Reps.Layers.Graphs;
using static TorchSharp.torch;

namespace Reps.Layers.Products;

/// <summary>A bilinear layer over the edges of one graph: messages are summed at the targets.</summary>
internal sealed class ConvolutionTensorKernel(ProductTensorKernel product, EdgeGraph graph) : TensorKernel
{
    public override string Name => "Convolution";

    public override long[] OutputShape(IReadOnlyList<Tensor> inputs) => [graph.TargetCount, product.OutputDim];

    public override void Forward(ReadOnlySpan<Block> inputs, Block output) => product.Forward(graph, inputs, output);

    public override void Backward(ReadOnlySpan<Block> inputs, Block gradOutput, ReadOnlySpan<Block> gradInputs) =>
        product.Backward(graph, inputs, gradOutput, gradInputs);

    public override void DoubleBackward(
        ReadOnlySpan<Block> inputs,
        Block gradOutput,
        ReadOnlySpan<Block> cotangents,
        ReadOnlySpan<Block> gradInputs,
        Block gradGradOutput
    ) => product.DoubleBackward(graph, inputs, gradOutput, cotangents, gradInputs, gradGradOutput);

    public override Tensor Operators(IReadOnlyList<Tensor> inputs)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        GraphIndices indices = GraphIndices.Of(graph);
        Tensor messages = product.Operators([inputs[0].index_select(0, indices.Sources(inputs[0])), inputs[1], inputs[2]]);
        Tensor output = zeros(graph.TargetCount, product.OutputDim, dtype: inputs[0].dtype, device: inputs[0].device);
        return scope.MoveToOuter(output.AddRows(indices.Targets(inputs[0]), messages));
    }
}
