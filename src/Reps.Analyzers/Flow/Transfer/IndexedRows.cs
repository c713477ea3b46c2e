using System.Collections.Generic;
using System.Linq;

namespace Reps.Analyzers.Flow;

/// <summary>
/// Rows that tensors of indices name: gathered, added to, overwritten. Of the indices themselves nothing need be known: those of edges move
/// with the nodes.
/// </summary>
internal static class IndexedRows
{
    public static void Register(Dictionary<string, Transfer> table)
    {
        table.Add(Gather, "gather", "take_along_dim");
        table.Add(static call => Write(call, "source", adds: true, byEntry: false), "index_add");
        table.Add(static call => Write(call, "source", adds: false, byEntry: false), "index_copy");
        table.Add(static call => Write(call, "src", adds: true, byEntry: true), "scatter_add");
        table.Add(static call => Write(call, "src", adds: false, byEntry: true), "scatter");
        table.Add(Fill, "index_fill");
    }

    /// <summary>Whether an operation reads numbers as indices.</summary>
    public static bool Reads(string name) =>
        name is "index_select" or "gather" or "take_along_dim" or "index_add" or "index_copy" or "index_fill"
            or "scatter" or "scatter_add" or "to" or "clone";

    private static FlowValue Gather(TensorCall call)
    {
        if (call.Tensor is not TensorValue tensor || call.Find("index", "indices") is not FlowValue indices) return FlowValue.Unknown;
        if (Along(call, tensor) is not (Axis along, int at)) return FlowValue.Unknown;
        if (along is NodeAxis && indices is NumbersValue) return ReportNumbers(call);
        if (along is not (FreeAxis or NodeAxis) || !AreWhole(indices, tensor, at)) return FlowValue.Unknown;
        return tensor.With(tensor.Axes.Select(static axis => axis is FreeAxis or NodeAxis ? FreeAxis.Unknown : axis));
    }

    private static FlowValue Write(TensorCall call, string name, bool adds, bool byEntry)
    {
        if (call.Find(name) is not FlowValue source || call.Find("index") is not FlowValue indices) return FlowValue.Unknown;
        if (call.Self is ZeroValue && source is ZeroValue) return call.Self;
        if ((call.Tensor ?? source) is not TensorValue tensor || Along(call, tensor) is not (Axis along, int at)) return FlowValue.Unknown;
        if (call.Tensor is not null && along is NodeAxis && indices is NumbersValue) return ReportNumbers(call);
        if (along is not (FreeAxis or NodeAxis) || (byEntry && !AreWhole(indices, tensor, at))) return FlowValue.Unknown;
        if (call.Self is ZeroValue && tensor.Weight == 0) return Resized(tensor, at - tensor.Axes.Count, FreeAxis.Unknown);
        if (call.Tensor is null) return FlowValue.Unknown;
        if (source is TensorValue rows && at >= 0) source = Resized(rows, at - tensor.Axes.Count, along);
        if (!adds) return Overwritten(tensor, source);
        return tensor.Weight == 0 && source is not TensorValue { Weight: not 0 } ? Arithmetic.Sum(call, tensor, source, 1) : FlowValue.Unknown;
    }

    private static FlowValue Overwritten(TensorValue tensor, FlowValue rows) =>
        rows is ZeroValue && tensor.Weight == 0 ? tensor
        : rows is TensorValue written && TensorValue.Common(tensor, written) is TensorValue common ? common
        : FlowValue.Unknown;

    private static FlowValue Fill(TensorCall call)
    {
        if (call.Tensor is not { Weight: 0 } tensor || call.Find("value") is not NumberValue { Value: double value }) return FlowValue.Unknown;
        if (Along(call, tensor) is not (Axis along, _)) return FlowValue.Unknown;
        if (along is NodeAxis && call.Find("index") is NumbersValue) return ReportNumbers(call);
        if (along is not (FreeAxis or NodeAxis) || Products.Misused(call, tensor) || Actions.HasMixed(tensor)) return FlowValue.Unknown;
        return value == 0 || Actions.Kind(tensor) == ActionKind.Permuting
            ? tensor
            : call.Report(Rules.ConstantAdded, Describe.Tensor(tensor), Witness.For(tensor));
    }

    private static FlowValue ReportNumbers(TensorCall call) => call.Report(Rules.NodeNumbering, "nodes by their numbers", Witness.Exchange);

    // The axis that the rows are counted on. Of a tensor with more axes than are known, the first is one of these.
    private static (Axis Axis, int At)? Along(TensorCall call, TensorValue tensor)
    {
        if (call.Axes(tensor, "dim") is { Count: 1 } axes) return (tensor.Axes[axes[0]], axes[0]);
        return call.NamesBatch(tensor, "dim") ? (FreeAxis.Unknown, -1) : null;
    }

    // Whether indices that are given entry by entry are the same for all components, so that whole irreps move.
    private static bool AreWhole(FlowValue indices, TensorValue tensor, int at)
    {
        for (int n = 0; n < tensor.Axes.Count; n++)
        {
            Axis axis = tensor.Axes[n];
            if (n == at || axis is FreeAxis or NodeAxis) continue;
            if ((indices as RepeatedValue)?.Covers(tensor.Axes.Count - n, axis.Length) != true) return false;
        }
        return true;
    }

    // As many rows as another tensor has.
    private static TensorValue Resized(TensorValue tensor, int back, Axis rows)
    {
        int at = tensor.Axes.Count + back;
        return at >= 0 && at < tensor.Axes.Count && tensor.Axes[at] is FreeAxis or NodeAxis
            ? tensor.With(tensor.Axes.Select((axis, n) => n == at ? rows : axis))
            : tensor;
    }
}
