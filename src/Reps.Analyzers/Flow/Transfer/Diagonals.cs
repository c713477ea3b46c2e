using System.Collections.Generic;
using System.Linq;

namespace Reps.Analyzers.Flow;

/// <summary>Parts of matrices that lie on one side of the diagonal, or on it.</summary>
internal static class Diagonals
{
    public static void Register(Dictionary<string, Transfer> table)
    {
        table.Add(Triangle, "tril", "triu");
        table.Add(Diagonal, "diagonal");
        table.Add(Trace, "trace");
    }

    // Which side an entry lies on depends on the order of rows and columns.
    private static FlowValue Triangle(TensorCall call)
    {
        if (call.Tensor is not { Axes.Count: >= 2 } tensor) return FlowValue.Unknown;
        if (Products.Misused(call, tensor) || Actions.HasMixed(tensor) || tensor.Weight != 0) return FlowValue.Unknown;
        List<Axis> last = [.. tensor.Axes.Skip(tensor.Axes.Count - 2)];
        if (last.Any(Actions.IsMixing)) return call.Report(Rules.OrderingAlong, Describe.Tensor(tensor), Witness.For(tensor));
        return last.All(static axis => axis is NodeAxis) ? call.Report(Rules.NodeNumbering, "the order of the nodes", Witness.Exchange)
            : last.All(static axis => axis is FreeAxis) ? tensor
            : FlowValue.Unknown;
    }

    // Of two axes of nodes, the entries of each node with itself.
    private static FlowValue Diagonal(TensorCall call)
    {
        if (call.Tensor is not TensorValue tensor || call.Find("offset") is not (null or NumberValue { Value: 0 })) return FlowValue.Unknown;
        bool last = call.Container == "linalg";
        long? first = call.Find("dim1") is FlowValue given ? (given as NumberValue)?.Integer : last ? -2 : 0;
        long? second = call.Find("dim2") is FlowValue other ? (other as NumberValue)?.Integer : last ? -1 : 1;
        if (tensor.Find(first) is not int a || tensor.Find(second) is not int b || a == b) return FlowValue.Unknown;
        Axis? axis = (tensor.Axes[a], tensor.Axes[b]) switch
        {
            (NodeAxis nodes, NodeAxis) => nodes,
            (FreeAxis, FreeAxis) => FreeAxis.Unknown,
            _ => null,
        };
        return axis is null ? FlowValue.Unknown : tensor.With(tensor.Axes.Where((_, n) => n != a && n != b).Append(axis));
    }

    private static FlowValue Trace(TensorCall call)
    {
        if (call.Tensor is not { IsOpen: false, Axes.Count: 2, Weight: 0 } tensor) return FlowValue.Unknown;
        return Contractions.Contract(call, tensor, tensor, tensor.Axes[0], tensor.Axes[1]) is bool odd
            ? TensorValue.Of([], false, tensor.IsOdd ^ odd, 0, tensor.IsFixed)
            : FlowValue.Unknown;
    }
}
