using System.Collections.Generic;
using System.Linq;

namespace Reps.Analyzers.Flow;

/// <summary>Reshape and flatten: followed exactly as long as a representation can be found again.</summary>
internal static class Reshaping
{
    public static void Register(Dictionary<string, Transfer> table)
    {
        table.Add(static call => Reshape(call, call.At(1)), "reshape", "view");
        table.Add(
            static call => Reshape(call, call.At(1) is TensorValue other ? new ShapeValue(other) : FlowValue.Unknown),
            "view_as",
            "reshape_as"
        );
        table.Add(static call => Flatten(call, call.Find("start_dim", "startDim"), call.Find("end_dim", "endDim")), "flatten", "Flatten");
        table.Add(static call => Flatten(call, null, null), "ravel");
        table.Add(Unflatten, "unflatten");
    }

    private static FlowValue Reshape(TensorCall call, FlowValue shape)
    {
        if (call.Tensor is not TensorValue tensor) return FlowValue.Unknown;
        // The lengths of a tensor with more axes than are known stand for these as well.
        ShapeValue? front = shape is SizesValue given ? given.Front : shape is ShapeValue { Tensor.IsOpen: true } open ? open : null;
        IEnumerable<FlowValue>? items = shape switch
        {
            SequenceValue sequence => sequence.Items,
            ShapeValue lengths => lengths.Lengths,
            SizesValue both => both.Front.Lengths.Concat(both.Rest),
            _ => null,
        };
        if (items is null) return FlowValue.Unknown;
        List<long?> sizes = [.. items.Select(static item => (item as NumberValue)?.Integer is long size and >= 0 ? size : (long?)null)];
        List<Axis> axes = [.. tensor.Axes];
        List<Axis> result = [];
        while (sizes.Count > 0 && axes.Count > 0)
        {
            if (axes.All(static axis => axis is FreeAxis) && sizes.All(static size => size is null)) break;
            if (front is not null && sizes.Count == axes.Count && front.Axes.SequenceEqual(axes))
            {
                result.InsertRange(0, axes);
                (sizes, axes) = ([], []);
                break;
            }
            if (!Step(axes, sizes, result, out bool cuts))
                return cuts ? Report(call, tensor) : FlowValue.Unknown;
        }
        bool rest = axes.All(static axis => axis is FreeAxis);
        if (!rest || (front is null && axes.Count > 0 && sizes.Count == 0 && axes.Any(static axis => axis.Length != 1))) return FlowValue.Unknown;
        result.InsertRange(0, sizes.Select(static size => new FreeAxis(size)));
        return TensorValue.Of(result, front is not null, tensor.IsOdd, tensor.Weight, tensor.IsFixed);
    }

    private static FlowValue Report(TensorCall call, TensorValue tensor) =>
        call.Report(Rules.ReshapeMixing, Describe.Tensor(tensor), Witness.For(tensor));

    // Takes the last axes and the last sizes whose products agree.
    private static bool Step(List<Axis> axes, List<long?> sizes, List<Axis> result, out bool cuts)
    {
        cuts = false;
        if (sizes[sizes.Count - 1] is null || axes[axes.Count - 1].Length is null)
        {
            // One axis of unknown length for one of unknown size: only where nothing else is left can it be another.
            if (axes.Count != sizes.Count || (axes.Count > 1 && sizes.Count(static s => s is null) > 1)) return false;
            result.Insert(0, axes[axes.Count - 1]);
            axes.RemoveAt(axes.Count - 1);
            sizes.RemoveAt(sizes.Count - 1);
            return true;
        }
        (int a, int s) = (1, 1);
        long left = axes[axes.Count - 1].Length!.Value;
        long right = sizes[sizes.Count - 1]!.Value;
        while (left != right)
        {
            if (left < right)
            {
                if (++a > axes.Count || axes[axes.Count - a].Length is not long length) return Cut(axes.Skip(axes.Count - a + 1), out cuts);
                left *= length;
            }
            else
            {
                if (++s > sizes.Count || sizes[sizes.Count - s] is not long size) return Cut(axes.Skip(axes.Count - a), out cuts);
                right *= size;
            }
            if (left > 1L << 40 || right > 1L << 40) return false;
        }
        List<Axis> taken = axes.GetRange(axes.Count - a, a);
        if (AxisMerging.Merge(taken) is not Axis merged) return false;
        if (AxisMerging.Split(merged, [.. sizes.Skip(sizes.Count - s).Select(static size => size!.Value)]) is not List<Axis> parts)
            return Cut([merged], out cuts);
        result.InsertRange(0, parts);
        axes.RemoveRange(axes.Count - a, a);
        sizes.RemoveRange(sizes.Count - s, s);
        return true;
    }

    // A size that neither an axis nor a product of axes has: it cuts what lies there.
    private static bool Cut(IEnumerable<Axis> axes, out bool cuts)
    {
        cuts = axes.Any(Actions.IsMixing);
        return false;
    }

    private static FlowValue Flatten(TensorCall call, FlowValue? start, FlowValue? end)
    {
        if (call.Tensor is not TensorValue tensor) return FlowValue.Unknown;
        long first = call.Name == "Flatten" ? 1 : 0;
        if (start is not null && (start as NumberValue)?.Integer is not long) return FlowValue.Unknown;
        if (end is not null && (end as NumberValue)?.Integer is not long) return FlowValue.Unknown;
        first = (start as NumberValue)?.Integer ?? first;
        if (tensor.Find((end as NumberValue)?.Integer ?? -1) is not int last) return FlowValue.Unknown;
        if (tensor.IsOpen && first >= 0) return FlowValue.Unknown;
        if (tensor.Find(first) is not int from || from > last) return FlowValue.Unknown;
        if (AxisMerging.Merge([.. tensor.Axes.Skip(from).Take(last - from + 1)]) is not Axis merged) return FlowValue.Unknown;
        return tensor.With(tensor.Axes.Take(from).Append(merged).Concat(tensor.Axes.Skip(last + 1)));
    }

    private static FlowValue Unflatten(TensorCall call)
    {
        if (
            call.Tensor is not TensorValue tensor
                || call.Axes(tensor, "dim") is not { Count: 1 } axes
                || call.Find("sizes") is not SequenceValue sizes
        )
            return FlowValue.Unknown;
        Axis axis = tensor.Axes[axes[0]];
        List<long?> given = [.. sizes.Items.Select(static item => (item as NumberValue)?.Integer)];
        if (given.Count(static size => size is null or < 0) == 1 && axis.Length is long length)
        {
            long known = given.Aggregate(1L, static (product, size) => size is long s and > 0 ? product * s : product);
            if (known <= 0 || length % known != 0) return FlowValue.Unknown;
            given[given.FindIndex(static size => size is null or < 0)] = length / known;
        }
        if (given.Any(static size => size is null or <= 0)) return FlowValue.Unknown;
        if (AxisMerging.Split(axis, [.. given.Select(static size => size!.Value)]) is not List<Axis> parts)
            return Actions.IsMixing(axis) ? Report(call, tensor) : FlowValue.Unknown;
        return tensor.With(tensor.Axes.Take(axes[0]).Concat(parts).Concat(tensor.Axes.Skip(axes[0] + 1)));
    }
}
