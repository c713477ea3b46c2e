using System.Collections.Generic;
using System.Linq;

namespace Reps.Analyzers.Flow;

/// <summary>Operations that weigh, order or accumulate the entries of an axis: softmax, argmax, sort, cumulative sums.</summary>
internal static class Orderings
{
    public static void Register(Dictionary<string, Transfer> table)
    {
        table.Add(static call => Order(call), "softmax", "log_softmax", "Softmax", "LogSoftmax", "Softmin", "softmin");
        table.Add(static call => Order(call), "argmax", "argmin", "sort", "argsort", "topk", "kthvalue", "msort");
        table.Add(Accumulate, "cumsum", "cumprod", "flip", "roll", "diff", "cummax", "cummin", "logcumsumexp");
    }

    private static FlowValue Order(TensorCall call)
    {
        if (call.Tensor is not TensorValue tensor) return FlowValue.Unknown;
        // Of one entry there is nothing to compare.
        if (call.Axes(tensor) is { Count: 1 } axes && tensor.Axes[axes[0]].Length == 1) return FlowValue.Unknown;
        if (Translations.Moves(call, tensor) || Products.Misused(call, tensor) || Actions.HasMixed(tensor)) return FlowValue.Unknown;
        if (Actions.Kind(tensor) != ActionKind.Permuting) return call.Report(Rules.OrderingAlong, Describe.Tensor(tensor), Witness.For(tensor));
        return call.Name.ToUpperInvariant().Contains("SOFTM") ? tensor : FlowValue.Unknown;
    }

    // Along an axis of nodes these depend on the numbering; along components, on the basis.
    private static FlowValue Accumulate(TensorCall call)
    {
        if (call.Tensor is not TensorValue tensor || call.Axes(tensor) is not { Count: > 0 } axes) return FlowValue.Unknown;
        foreach (Axis axis in axes.Select(n => tensor.Axes[n]))
        {
            if (axis is NodeAxis) return call.Report(Rules.NodeNumbering, "the order of the nodes", Witness.Exchange);
            if (Actions.IsMixing(axis)) return call.Report(Rules.OrderingAlong, Describe.Tensor(tensor), Witness.For(tensor));
            if (axis is not FreeAxis) return FlowValue.Unknown;
        }
        return tensor.Weight == 0 && call.Name is "cumsum" or "flip" or "roll" ? tensor : FlowValue.Unknown;
    }
}
