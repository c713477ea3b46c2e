using System.Collections.Generic;
using System.Linq;

namespace Reps.Analyzers.Flow;

/// <summary>Tensors side by side.</summary>
internal static class Joining
{
    public static void Register(Dictionary<string, Transfer> table)
    {
        table.Add(Concatenate, "cat", "concat", "concatenate");
        table.Add(Stack, "stack");
        table.Add(static call => Join(call, 0), "vstack", "row_stack");
        table.Add(static call => Join(call, 1), "hstack", "column_stack");
    }

    private static FlowValue Concatenate(TensorCall call)
    {
        FlowValue? given = call.Find("dim", "axis");
        long dim = (given as NumberValue)?.Integer ?? (given is null ? 0 : long.MinValue);
        return dim == long.MinValue || Parts(call) is not List<TensorValue> parts ? FlowValue.Unknown : Concatenate(call, parts, dim);
    }

    // Of tensors of at least two axes these are the same as others; of fewer, a new axis comes about.
    private static FlowValue Join(TensorCall call, long dim) =>
        Parts(call) is List<TensorValue> parts && parts.All(static part => part is { IsOpen: false, Axes.Count: >= 2 })
            ? Concatenate(call, parts, dim)
            : FlowValue.Unknown;

    private static FlowValue Concatenate(TensorCall call, List<TensorValue> parts, long dim)
    {
        if (parts.All(static part => part.IsOpen) && dim >= 0) return dim == 0 ? AlongBatch(call, parts, null) : FlowValue.Unknown;
        List<int?> places = [.. parts.Select(part => part.Find(dim) is int axis ? axis - part.Axes.Count : (int?)null).Distinct()];
        if (places.Count != 1 || places[0] is not int back) return FlowValue.Unknown;
        if (parts.Any(static part => Actions.HasMixed(part)) || parts.Select(static part => part.Weight).Distinct().Count() > 1)
            return FlowValue.Unknown;
        List<Axis> joined = [.. parts.Select(part => part.Axes[part.Axes.Count + back])];
        if (joined.Any(static axis => axis is ProductAxis)) return AlongProducts(call, parts, joined, back);
        if (parts.Any(Actions.HasProduct)) return FlowValue.Unknown;
        if (joined.Any(static axis => axis is PowersAxis)) return AlongPowers(parts, joined, back);
        if (!joined.Any(static axis => axis is IrrepsAxis) && parts.Select(static part => part.IsOdd).Distinct().Count() == 1)
            return AlongBatch(call, parts, back);
        return AlongRepresentation(parts, joined, back);
    }

    // Rows under rows: all of one representation.
    private static FlowValue AlongBatch(TensorCall call, List<TensorValue> parts, int? back)
    {
        TensorValue value = parts[0];
        for (int n = 1; n < parts.Count; n++)
        {
            TensorValue next = back is int b ? Resized(parts[n], b, value) : parts[n];
            if (TensorValue.Common(value, next) is TensorValue common) value = common;
            else if (AreUnlike(value, next)) return call.Report(
                Rules.SumOfUnlike,
                Describe.Tensor(value),
                Describe.Tensor(next),
                Witness.Between(value, next)
            );
            else return FlowValue.Unknown;
        }
        if (back is not int axis) return value;
        long? length = parts.Aggregate((long?)0, (sum, part) => sum + part.Axes[part.Axes.Count + axis].Length);
        int at = value.Axes.Count + axis;
        if (value.Axes[at] is not FreeAxis) return FlowValue.Unknown;
        IEnumerable<Axis> axes = value.Axes.Select((a, n) => n == at ? new FreeAxis(length) : a);
        return value with { Axes = new(axes), IsFixed = parts.All(static part => part.IsFixed) };
    }

    private static TensorValue Resized(TensorValue tensor, int back, TensorValue like)
    {
        int at = tensor.Axes.Count + back;
        return tensor.Axes[at] is FreeAxis && tensor.Axes.Count == like.Axes.Count && like.Axes[at] is FreeAxis
            ? tensor with { Axes = new(tensor.Axes.Select((a, n) => n == at ? like.Axes[at] : a)) }
            : tensor;
    }

    private static bool AreUnlike(TensorValue left, TensorValue right) =>
        left.Axes.Count == right.Axes.Count && (left.Axes.Count > 0) && left.Weight == right.Weight
        && (left.Axes[left.Axes.Count - 1], right.Axes[right.Axes.Count - 1]) is (IrrepsAxis a, IrrepsAxis b) && a != b;

    // Products of components and invariants side by side may still be summed together; components of a representation may not.
    private static FlowValue AlongProducts(TensorCall call, List<TensorValue> parts, List<Axis> joined, int back)
    {
        ProductAxis first = joined.OfType<ProductAxis>().First();
        if (joined.Any(static axis => axis is IrrepsAxis)) return Products.Report(call.Reporter, first);
        List<MulIrrep> left = [];
        List<MulIrrep> right = [];
        foreach (Axis axis in joined)
        {
            if (axis is ProductAxis product)
            {
                left.AddRange(product.Left);
                right.AddRange(product.Right);
            }
            else if (axis is FreeAxis { Count: long count and > 0 and <= Budget.MaxMultiplicity })
            {
                Irrep scalar = first.Left.Group == Group.O3 ? Irrep.O3(0, 1) : Irrep.SO3(0);
                left.Add(new((int)count, scalar));
                right.Add(new((int)count, scalar));
            }
            else return FlowValue.Unknown;
        }
        if (!Actions.AreFew(left) || parts.Any(static part => part.IsOdd) || parts.Select(static part => part.Axes.Count).Distinct().Count() > 1)
            return FlowValue.Unknown;
        ProductAxis all = new(new(first.Left.Group, left), new(first.Left.Group, right), first.Origin);
        return parts[0].With(parts[0].Axes.Select((axis, n) => n == parts[0].Axes.Count + back ? all : axis));
    }

    private static FlowValue AlongPowers(List<TensorValue> parts, List<Axis> joined, int back)
    {
        if (parts.Any(static part => part.IsOdd) || parts.Any(part => (part.Axes.Count, part.IsOpen) != (parts[0].Axes.Count, parts[0].IsOpen)))
            return FlowValue.Unknown;
        int at = parts[0].Axes.Count + back;
        if (parts.Any(part => part.Axes.Where((axis, n) => n != at && axis is not FreeAxis).Any())) return FlowValue.Unknown;
        return PowersParts.Join(joined) is Axis row
            ? parts[0].With(parts[0].Axes.Select((axis, n) => n == at ? row : FreeAxis.Unknown)) with { IsFixed = false }
            : FlowValue.Unknown;
    }

    // One representation after the other.
    private static FlowValue AlongRepresentation(List<TensorValue> parts, List<Axis> joined, int back)
    {
        Group? group = joined.OfType<IrrepsAxis>().Select(static axis => (Group?)axis.Irreps.Group).FirstOrDefault() ?? Group.O3;
        List<MulIrrep> entries = [];
        for (int n = 0; n < parts.Count; n++)
        {
            // The sign of a part sits in its representation; where it does not, the part has none but pseudoscalars.
            if (joined[n] is IrrepsAxis irreps && irreps.Irreps.Group == group && !parts[n].IsOdd) entries.AddRange(irreps.Irreps);
            else if (
                joined[n] is FreeAxis { Count: long count and > 0 and <= Budget.MaxMultiplicity }
                    && !parts[n].Axes.Any(static axis => axis is IrrepsAxis)
            )
                entries.Add(new((int)count, group == Group.O3 ? Irrep.O3(0, parts[n].IsOdd ? -1 : 1) : Irrep.SO3(0)));
            else return FlowValue.Unknown;
            if (!Actions.AreFew(entries) || parts[n].Axes.Where((_, k) => k != parts[n].Axes.Count + back).Any(static axis => axis is IrrepsAxis))
                return FlowValue.Unknown;
        }
        TensorValue longest = parts.OrderByDescending(static part => part.Axes.Count).First();
        if (parts.Any(part => !part.IsOpen && part.Axes.Count != longest.Axes.Count)) return FlowValue.Unknown;
        if (
            longest.Axes.Any(static axis => axis is NodeAxis)
                && parts.Any(part => part.Axes.Count(static a => a is NodeAxis) != longest.Axes.Count(static a => a is NodeAxis))
        )
            return FlowValue.Unknown;
        int at = longest.Axes.Count + back;
        return TensorValue.Of(
            longest.Axes.Select((axis, n) => n == at ? new IrrepsAxis(new(group!.Value, entries)) : axis is FreeAxis ? FreeAxis.Unknown : axis),
            parts.Any(static part => part.IsOpen),
            false,
            parts[0].Weight
        );
    }

    private static FlowValue Stack(TensorCall call)
    {
        if (Parts(call) is not List<TensorValue> parts) return FlowValue.Unknown;
        TensorValue value = parts[0];
        foreach (TensorValue next in parts.Skip(1))
        {
            if (TensorValue.Common(value, next) is TensorValue common) value = common;
            else if (AreUnlike(value, next)) return call.Report(
                Rules.SumOfUnlike,
                Describe.Tensor(value),
                Describe.Tensor(next),
                Witness.Between(value, next)
            );
            else return FlowValue.Unknown;
        }
        FlowValue? given = call.Find("dim");
        long dim = given is null ? 0 : (given as NumberValue)?.Integer ?? long.MinValue;
        if (value.IsOpen && dim >= 0) return dim == 0 ? value : FlowValue.Unknown;
        List<Axis> axes = [.. value.Axes];
        long at = dim < 0 ? dim + axes.Count + 1 : dim;
        while (value.IsOpen && at < 0 && dim > -16)
        {
            axes.Insert(0, FreeAxis.Unknown);
            at++;
        }
        if (at < 0 || at > axes.Count) return FlowValue.Unknown;
        axes.Insert((int)at, new FreeAxis(parts.Count));
        return value.With(axes);
    }

    // Tensors that are joined have the same number of axes; where one has it known, it is known of all.
    private static List<TensorValue>? Parts(TensorCall call)
    {
        if (call.Self is not SequenceValue { Items.Count: > 0 } sequence || !sequence.Items.All(static item => item is TensorValue)) return null;
        List<TensorValue> parts = [.. sequence.Items.Cast<TensorValue>()];
        return parts.FirstOrDefault(static part => !part.IsOpen) is TensorValue known
            ? [.. parts.Select(part => part.OfRank(known.Axes.Count))]
            : parts;
    }
}
