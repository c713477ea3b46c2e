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
            // Points of another group may be exchanged, too; but what only exchanges them may do what the group does.
            if (axis is NodeAxis || (Actions.IsPermuted(axis) && call.Name is not ("flip" or "roll")))
                return call.Report(Rules.NodeNumbering, "the order of the nodes", Witness.Exchange);
            if (Actions.IsMixing(axis)) return call.Report(Rules.OrderingAlong, Describe.Tensor(tensor), Witness.For(tensor));
            // Numbers of both parities, one after the other.
            if (axis is IrrepsAxis && call.Name is not ("flip" or "roll"))
                return call.Report(Rules.OrderingAlong, Describe.Tensor(tensor), Witness.For(tensor));
            if (axis is not (FreeAxis or IrrepsAxis)) return FlowValue.Unknown;
        }
        if (tensor.Weight != 0) return FlowValue.Unknown;
        if (axes.All(n => tensor.Axes[n] is FreeAxis)) return call.Name is "cumsum" or "flip" or "roll" ? tensor : FlowValue.Unknown;
        return axes.Count == 1 && Moved(call, ((IrrepsAxis)tensor.Axes[axes[0]]).Irreps) is Irreps moved
            ? tensor.With(tensor.Axes.Select((axis, n) => n == axes[0] ? new IrrepsAxis(moved) : axis))
            : FlowValue.Unknown;
    }

    // Numbers of both parities in another order.
    private static Irreps? Moved(TensorCall call, Irreps irreps)
    {
        if (irreps.Dim > Actions.MaxEntries) return null;
        List<Irrep> numbers = [.. irreps.SelectMany(static entry => Enumerable.Repeat(entry.Irrep, entry.Mul))];
        if (call.Name == "flip") numbers.Reverse();
        else
        {
            FlowValue? by = call.Find("shifts") is SequenceValue { Items.Count: 1 } list ? list.Items[0] : call.Find("shifts");
            if ((by as NumberValue)?.Integer is not long shift) return null;
            int first = (int)(((-shift % numbers.Count) + numbers.Count) % numbers.Count);
            numbers = [.. numbers.Skip(first), .. numbers.Take(first)];
        }
        return Actions.Storage(new(irreps.Group, [.. numbers.Select(static irrep => new MulIrrep(1, irrep))]));
    }
}
