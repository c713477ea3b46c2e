using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;

namespace Reps.Analyzers.Flow;

/// <summary>Parts of tensors: slices, single entries, gathered rows.</summary>
internal static class Selection
{
    public static void Register(Dictionary<string, Transfer> table)
    {
        table.Add(Narrow, "narrow");
        table.Add(Slice, "slice");
        table.Add(
            static call => call.Find("index") is NumberValue index
                ? At(call, new IndexValue(IndexKind.Single, index.Integer, IsExact: index.Integer is not null))
                : FlowValue.Unknown,
            "select"
        );
        table.Add(static call => At(call, IndexValue.OfTensor(call.Find("index") ?? FlowValue.Unknown)), "index_select");
        table.Add(Split, "split", "split_with_sizes");
        table.Add(Chunk, "chunk", "tensor_split");
        table.Add(Unbind, "unbind");
        table.Add(
            static call => call.Tensor is TensorValue tensor
                ? Index(call, tensor, new(new(call.Arguments.Skip(1).Select(static a => a.Value))))
                : FlowValue.Unknown,
            "index"
        );
    }

    /// <summary>An indexed tensor.</summary>
    public static FlowValue Index(TensorCall call, TensorValue tensor, SequenceValue given)
    {
        List<IndexValue> indices = [];
        foreach (FlowValue item in given.Items)
        {
            if (Indices.Of(item) is not IndexValue index) return FlowValue.Unknown;
            indices.Add(index);
        }
        int used = indices.Count(static index => index.Kind is not (IndexKind.Ellipsis or IndexKind.NewAxis));
        int dots = indices.FindIndex(static index => index.Kind == IndexKind.Ellipsis);
        if (indices.Count(static index => index.Kind == IndexKind.Tensor) > 1) return FlowValue.Unknown;
        if (dots < 0 && tensor.IsOpen) return OfBatch(tensor, indices);
        if (used > tensor.Axes.Count && !tensor.IsOpen) return FlowValue.Unknown;
        return Walk(call, tensor, indices, dots, used);
    }

    // One index into a tensor with more axes than are known is taken to be into its batch.
    private static FlowValue OfBatch(TensorValue tensor, List<IndexValue> indices) =>
        indices.Count == 1 && indices[0].Kind is not IndexKind.NewAxis ? tensor : FlowValue.Unknown;

    private static FlowValue Walk(TensorCall call, TensorValue tensor, List<IndexValue> indices, int dots, int used)
    {
        List<Axis> axes = [.. tensor.Axes];
        int before = dots < 0 ? indices.Count : indices.Take(dots).Count(static index => index.Kind != IndexKind.NewAxis);
        // In a tensor with more axes than are known, what stands before the dots counts from its first axis: a batch.
        if (tensor.IsOpen && before > 0) return FlowValue.Unknown;
        int after = dots < 0 ? 0 : used - before;
        if (after > axes.Count) return FlowValue.Unknown;
        List<Axis> result = [];
        int at = 0;
        for (int n = 0; n < indices.Count; n++)
        {
            if (n == dots)
            {
                int next = axes.Count - after;
                result.AddRange(axes.Skip(at).Take(next - at));
                at = next;
                continue;
            }
            if (indices[n].Kind == IndexKind.NewAxis)
            {
                result.Add(new FreeAxis(1));
                continue;
            }
            if (!AxisParts.Take(call, tensor, axes[at++], indices[n], result)) return FlowValue.Unknown;
        }
        if (dots < 0) result.AddRange(axes.Skip(at));
        return tensor.With(result);
    }

    private static FlowValue At(TensorCall call, IndexValue index)
    {
        if (call.Tensor is not TensorValue tensor) return FlowValue.Unknown;
        if (call.Axes(tensor, "dim") is not { Count: 1 } axes) return call.NamesBatch(tensor, "dim") ? tensor : FlowValue.Unknown;
        List<Axis> part = [];
        return AxisParts.Take(call, tensor, tensor.Axes[axes[0]], index, part)
            ? tensor.With(tensor.Axes.Take(axes[0]).Concat(part).Concat(tensor.Axes.Skip(axes[0] + 1)))
            : FlowValue.Unknown;
    }

    private static FlowValue Narrow(TensorCall call) =>
        call.Find("start") is NumberValue start && call.Find("length") is NumberValue length
            ? At(
                call,
                new IndexValue(
                    IndexKind.Range,
                    start.Integer,
                    start.Integer + length.Integer,
                    start.Integer is not null && length.Integer is not null
                )
            )
            : FlowValue.Unknown;

    private static FlowValue Slice(TensorCall call) =>
        call.Find("start") is NumberValue start && call.Find("finish", "end") is NumberValue stop
            ? At(
                call,
                new IndexValue(
                    IndexKind.Range,
                    start.Integer,
                    stop.Integer,
                    start.Integer is not null && stop.Integer is not null && call.Find("step") is NumberValue { Value: 1 }
                )
            )
            : FlowValue.Unknown;

    private static FlowValue Split(TensorCall call)
    {
        if (call.Tensor is not TensorValue tensor || SplitAxis(call, tensor) is not int axis || call.At(1) is not FlowValue given)
            return FlowValue.Unknown;
        if (given is SequenceValue sizes && sizes.Items.All(static item => item is NumberValue { Integer: not null }))
            return Parts(call, tensor, axis, sizes.Items.Select(static item => ((NumberValue)item).Integer!.Value));
        if (given is NumberValue { Integer: long size and > 0 } && tensor.Axes[axis].Length is long length && length / size <= 64)
            return Parts(
                call,
                tensor,
                axis,
                Enumerable.Range(0, (int)((length + size - 1) / size)).Select(n => System.Math.Min(size, length - n * size))
            );
        return FlowValue.Unknown;
    }

    private static FlowValue Chunk(TensorCall call)
    {
        if (call.Tensor is not TensorValue tensor || SplitAxis(call, tensor) is not int axis) return FlowValue.Unknown;
        if (
            call.At(1) is not NumberValue { Integer: long chunks and > 0 and <= 64 }
                || tensor.Axes[axis].Length is not long length
                || length % chunks != 0
        )
            return FlowValue.Unknown;
        return Parts(call, tensor, axis, Enumerable.Repeat(length / chunks, (int)chunks));
    }

    private static int? SplitAxis(TensorCall call, TensorValue tensor) => call.Axes(tensor, "dim") is { Count: 1 } axes ? axes[0] : null;

    private static FlowValue Parts(TensorCall call, TensorValue tensor, int axis, IEnumerable<long> sizes)
    {
        List<FlowValue> parts = [];
        long start = 0;
        foreach (long size in sizes)
        {
            List<Axis> part = [];
            if (!AxisParts.Take(call, tensor, tensor.Axes[axis], new IndexValue(IndexKind.Range, start, start + size), part)) return FlowValue.Unknown;
            parts.Add(tensor.With(tensor.Axes.Take(axis).Concat(part).Concat(tensor.Axes.Skip(axis + 1))));
            start += size;
        }
        return new SequenceValue(EquatableArray<FlowValue>.Of([.. parts]));
    }

    private static FlowValue Unbind(TensorCall call)
    {
        if (call.Tensor is not TensorValue tensor || call.Axes(tensor) is not { Count: 1 } axes) return FlowValue.Unknown;
        if (tensor.Axes[axes[0]].Length is not long length || length > 64) return FlowValue.Unknown;
        List<FlowValue> parts = [];
        for (long n = 0; n < length; n++)
        {
            List<Axis> part = [];
            if (!AxisParts.Take(call, tensor, tensor.Axes[axes[0]], new IndexValue(IndexKind.Single, n), part)) return FlowValue.Unknown;
            parts.Add(tensor.With(tensor.Axes.Where((_, k) => k != axes[0])));
        }
        return new SequenceValue(EquatableArray<FlowValue>.Of([.. parts]));
    }
}
