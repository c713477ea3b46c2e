using System;
using System.Collections.Generic;
using Reps.Algebra;
using Reps.Layers.Execution;
using static TorchSharp.torch;

namespace Reps.Layers.Contraction;

/// <summary>A symmetric contraction with the elements of one batch. Inputs: input [rows, dim], weights [elements, count].</summary>
internal abstract class ContractionTensorKernel(int outputDim, Lazy<PlanOperators> operators, int[] elements) : TensorKernel
{
    protected ReadOnlySpan<int> Elements => elements;

    public override string Name => "SymmetricContraction";

    public override long[] OutputShape(IReadOnlyList<Tensor> inputs) => [inputs[0].size(0), outputDim];

    public override Tensor Operators(IReadOnlyList<Tensor> inputs)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor indices = tensor(Array.ConvertAll(elements, e => (long)e), ScalarType.Int64).to(inputs[0].device);
        return scope.MoveToOuter(operators.Value.Evaluate([inputs[0], inputs[1].index_select(0, indices)]));
    }

    /// <summary>The operators of a contraction, made once.</summary>
    public static Lazy<PlanOperators> OperatorsOf(Func<SymmetricContractionPlan> plan) => new(() => new PlanOperators(plan().Segmented));
}
