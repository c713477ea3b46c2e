using System;
using System.Collections.Generic;
using Reps.Algebra;
using Reps.Layers.Execution;
using static TorchSharp.torch;

namespace Reps.Layers.LinearMaps;

/// <summary>A linear layer over the rows of a batch. Inputs: input [rows, dim], weights [count] or [rows, count].</summary>
internal abstract class LinearTensorKernel(Lazy<LinearPlan> plan) : TensorKernel
{
    private readonly Lazy<PlanOperators> _operators = new(() => new PlanOperators(plan.Value.Segmented));

    public abstract int OutputDim { get; }

    public override string Name => "Linear";

    public override long[] OutputShape(IReadOnlyList<Tensor> inputs) => [inputs[0].size(0), OutputDim];

    public override Tensor Operators(IReadOnlyList<Tensor> inputs) => _operators.Value.Evaluate(inputs);
}
