using System.Collections.Generic;
using System.Linq;

namespace Reps.Analyzers.Flow;

/// <summary>Operations that move, add or drop axes and keep each as it is.</summary>
internal static class Views
{
    public static void Register(Dictionary<string, Transfer> table)
    {
        table.Add(Unsqueeze, "unsqueeze");
        table.Add(Squeeze, "squeeze");
        table.Add(static call => Transpose(call, call.Find("dim0", "axis0"), call.Find("dim1", "axis1")), "transpose", "swapdims", "swapaxes");
        table.Add(static call => Swap(call.Tensor, -2, -1), "mT", "mH");
        table.Add(Reverse, "T", "t", "H");
        table.Add(Permute, "permute");
        table.Add(Expand, "expand", "broadcast_to");
        table.Add(
            static call => call.At(1) is TensorValue other && call.Tensor is TensorValue tensor ? ExpandAs(tensor, other) : FlowValue.Unknown,
            "expand_as"
        );
        table.Add(Repeat, "repeat_interleave");
        table.Add(Tile, "repeat", "tile");
        table.Add(Move, "movedim", "moveaxis");
    }

    private static FlowValue Unsqueeze(TensorCall call)
    {
        if (call.Tensor is not TensorValue tensor || call.Find("dim") is not NumberValue { Integer: long dim }) return FlowValue.Unknown;
        List<Axis> axes = [.. tensor.Axes];
        if (tensor.IsOpen && dim >= 0) return dim == 0 ? tensor : FlowValue.Unknown;
        long at = dim < 0 ? dim + axes.Count + 1 : dim;
        while (tensor.IsOpen && at < 0 && axes.Count < 16)
        {
            axes.Insert(0, FreeAxis.Unknown);
            at++;
        }
        if (at < 0 || at > axes.Count) return FlowValue.Unknown;
        axes.Insert((int)at, new FreeAxis(1));
        return tensor.With(axes);
    }

    private static FlowValue Squeeze(TensorCall call)
    {
        if (call.Tensor is not TensorValue tensor || call.Find("dim") is not NumberValue { Integer: long dim }) return FlowValue.Unknown;
        if (tensor.Find(dim) is not int axis) return FlowValue.Unknown;
        return tensor.Axes[axis] is FreeAxis { Count: 1 }
            ? tensor.With(tensor.Axes.Where((_, n) => n != axis))
            : tensor.Axes[axis].Length > 1
            ? tensor
            : FlowValue.Unknown;
    }

    private static FlowValue Transpose(TensorCall call, FlowValue? first, FlowValue? second) =>
        first is NumberValue { Integer: long a } && second is NumberValue { Integer: long b } ? Swap(call.Tensor, a, b) : FlowValue.Unknown;

    private static FlowValue Swap(TensorValue? tensor, long first, long second)
    {
        if (tensor is null) return FlowValue.Unknown;
        List<Axis> axes = [.. tensor.Axes];
        // Of a tensor with more axes than are known, those before them are free.
        while (tensor.IsOpen && System.Math.Min(first, second) < -axes.Count && axes.Count < 16) axes.Insert(0, FreeAxis.Unknown);
        TensorValue known = tensor with { Axes = new(axes) };
        if (known.Find(first) is not int a || known.Find(second) is not int b) return FlowValue.Unknown;
        (axes[a], axes[b]) = (axes[b], axes[a]);
        return known.With(axes);
    }

    private static FlowValue Reverse(TensorCall call) =>
        call.Tensor is { IsOpen: false } tensor ? tensor.With(tensor.Axes.Reverse())
        : call.Tensor is { Axes.Count: <= 2 } open ? Swap(open, -2, -1)
        : FlowValue.Unknown;

    private static FlowValue Permute(TensorCall call)
    {
        if (call.Tensor is not { IsOpen: false } tensor || call.At(1) is not SequenceValue order || order.Items.Count != tensor.Axes.Count)
            return FlowValue.Unknown;
        List<int?> axes = [.. order.Items.Select(item => tensor.Find((item as NumberValue)?.Integer))];
        return axes.Contains(null) || axes.Distinct().Count() != axes.Count
            ? FlowValue.Unknown
            : tensor.With(axes.Select(axis => tensor.Axes[axis!.Value]));
    }

    private static FlowValue Expand(TensorCall call)
    {
        if (call.Tensor is not TensorValue tensor || call.Arguments.Count < 2) return FlowValue.Unknown;
        if (call.At(1) is ShapeValue { Dropped: 0 } shape) return ExpandAs(tensor, shape.Tensor);
        if (call.At(1) is not SequenceValue sizes || sizes.Items.Count < tensor.Axes.Count) return FlowValue.Unknown;
        int before = sizes.Items.Count - tensor.Axes.Count;
        List<Axis> axes = [];
        for (int n = 0; n < sizes.Items.Count; n++)
        {
            long? size = (sizes.Items[n] as NumberValue)?.Integer;
            Axis? axis = n < before ? null : tensor.Axes[n - before];
            axes.Add(axis is null or FreeAxis ? new FreeAxis(size == -1 ? axis?.Length : size) : axis);
        }
        return tensor with { Axes = new(axes), IsOpen = false };
    }

    private static FlowValue ExpandAs(TensorValue tensor, TensorValue other)
    {
        if (
            Broadcasting.Combine(
                tensor,
                other,
                static (a, b) => a is null or FreeAxis ? b is FreeAxis or null ? new FreeAxis(b?.Length) : null : a
            ) is not List<Axis> axes
        )
            return FlowValue.Unknown;
        return TensorValue.Of(axes, tensor.IsOpen || other.IsOpen, tensor.IsOdd, tensor.Weight, tensor.IsFixed);
    }

    private static FlowValue Repeat(TensorCall call)
    {
        if (call.Tensor is not TensorValue tensor || call.Axes(tensor, "dim") is not { Count: 1 } axes || tensor.Axes[axes[0]] is not FreeAxis)
            return FlowValue.Unknown;
        return tensor.With(tensor.Axes.Select((axis, n) => n == axes[0] ? FreeAxis.Unknown : axis));
    }

    private static FlowValue Move(TensorCall call)
    {
        FlowValue? source = call.Find("source");
        FlowValue? destination = call.Find("destination");
        if (source is SequenceValue { Items.Count: 1 } first && destination is SequenceValue { Items.Count: 1 } second)
            (source, destination) = (first.Items[0], second.Items[0]);
        if (call.Tensor is not TensorValue tensor) return FlowValue.Unknown;
        if (tensor.Find((source as NumberValue)?.Integer) is not int from || tensor.Find((destination as NumberValue)?.Integer) is not int to)
            return FlowValue.Unknown;
        List<Axis> axes = [.. tensor.Axes];
        axes.RemoveAt(from);
        axes.Insert(to, tensor.Axes[from]);
        return tensor.With(axes);
    }

    // Copies one after the other.
    private static FlowValue Tile(TensorCall call)
    {
        if (call.Tensor is not TensorValue tensor || call.At(1) is not SequenceValue { Items: { Count: <= 16 } sizes }) return FlowValue.Unknown;
        if (call.Name == "repeat" && sizes.Count < tensor.Axes.Count) return FlowValue.Unknown;
        List<Axis> axes = [.. tensor.OfRank(sizes.Count).Axes];
        while (axes.Count < sizes.Count) axes.Insert(0, new FreeAxis(1));
        for (int back = 1; back <= sizes.Count; back++)
        {
            int at = axes.Count - back;
            long? copies = (sizes[sizes.Count - back] as NumberValue)?.Integer;
            if (copies == 1) continue;
            if (axes[at] is FreeAxis free) axes[at] = new FreeAxis(free.Count * copies);
            else if (copies is long count and > 0 && axes[at] is IrrepsAxis) axes[at] = AxisMerging.Merge([new FreeAxis(count), axes[at]])!;
            else return FlowValue.Unknown;
        }
        return TensorValue.Of(axes, tensor.IsOpen && sizes.Count < tensor.Axes.Count, tensor.IsOdd, tensor.Weight, tensor.IsFixed);
    }
}
