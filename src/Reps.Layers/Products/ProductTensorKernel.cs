using System;
using System.Collections.Generic;
using Reps.Algebra;
using Reps.Layers.Execution;
using static TorchSharp.torch;

namespace Reps.Layers.Products;

/// <summary>A bilinear layer over the rows of a batch. Inputs: left [rows, dim], right [rows, dim], weights [count] or [rows, count].</summary>
internal abstract class ProductTensorKernel : TensorKernel
{
    private readonly Lazy<PlanOperators> _operators;

    protected ProductTensorKernel(Lazy<TensorProductPlan> plan) => _operators = new(() => new PlanOperators(plan.Value.Segmented));

    public abstract int OutputDim { get; }

    public override string Name => "TensorProduct";

    public override long[] OutputShape(IReadOnlyList<Tensor> inputs) => [inputs[0].size(0), OutputDim];

    public override Tensor Operators(IReadOnlyList<Tensor> inputs) => _operators.Value.Evaluate(inputs);

    /// <summary>The same layer over the edges of a graph. Inputs: left [sources, dim], right [edges, dim], weights [count] or [edges, count].</summary>
    public abstract void Forward(EdgeGraph graph, ReadOnlySpan<Block> inputs, Block output);

    /// <inheritdoc cref="TensorKernel.Backward"/>
    public abstract void Backward(EdgeGraph graph, ReadOnlySpan<Block> inputs, Block gradOutput, ReadOnlySpan<Block> gradInputs);

    /// <inheritdoc cref="TensorKernel.DoubleBackward"/>
    public abstract void DoubleBackward(
        EdgeGraph graph,
        ReadOnlySpan<Block> inputs,
        Block gradOutput,
        ReadOnlySpan<Block> cotangents,
        ReadOnlySpan<Block> gradInputs,
        Block gradGradOutput
    );
}
