using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;
using static TorchSharp.torch;

namespace Reps.Layers.Execution;

/// <summary>A plan as operators of torch.</summary>
internal sealed class PlanOperators
{
    private readonly SegmentedPlan _plan;
    private readonly PathOperators[] _paths;

    public PlanOperators(SegmentedPlan plan)
    {
        _plan = plan;
        _paths = [.. plan.Paths.Select(path => new PathOperators(plan, path))];
    }

    /// <summary>Evaluates the plan.</summary>
    /// <param name="inputs">Features [rows, dim], weights [count] or [rows, count]; the first is a feature.</param>
    /// <returns>[rows, output dim].</returns>
    public Tensor Evaluate(IReadOnlyList<Tensor> inputs)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        long rows = inputs[0].size(0);
        Tensor?[] sums = new Tensor?[_plan.Output.Segments.Count];
        foreach (PathOperators path in _paths)
        {
            Tensor share = path.Evaluate(inputs);
            sums[path.Output] = sums[path.Output] is Tensor sum ? sum.Plus(share) : share;
        }
        List<Tensor> segments = [];
        for (int s = 0; s < sums.Length; s++)
        {
            // The size in numbers: without rows torch cannot infer it.
            long size = _plan.Output.Segments[s].Size;
            segments.Add(sums[s]?.reshape(rows, size) ?? zeros(rows, size, dtype: inputs[0].dtype, device: inputs[0].device));
        }
        Tensor output = segments.Count == 0 ? zeros(rows, 0, dtype: inputs[0].dtype, device: inputs[0].device) : cat(segments, -1);
        return scope.MoveToOuter(output);
    }
}
