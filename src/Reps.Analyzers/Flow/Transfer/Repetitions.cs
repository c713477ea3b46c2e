using System.Collections.Generic;
using System.Linq;

namespace Reps.Analyzers.Flow;

/// <summary>
/// Tensors that are not known otherwise and get axes along which they are the same: <c>index.unsqueeze(-1).expand(-1, 12)</c>. Indices of rows are
/// brought to the shape of features so.
/// </summary>
internal static class Repetitions
{
    /// <summary>What becomes of a tensor that is not known.</summary>
    public static FlowValue Apply(TensorCall call)
    {
        switch (call.Name)
        {
            case "unsqueeze" when call.Find("dim") is NumberValue { Integer: -1 }:
                return Of([.. Lengths(call.Self), 1]);
            case "unsqueeze" when call.Find("dim") is NumberValue { Integer: 0 }:
                return call.Self;
            case "view" or "reshape" when call.At(1) is SequenceValue { Items: { Count: > 1 } sizes } && sizes[0] is NumberValue { Integer: -1 }:
                return Of(sizes.Select(static size => (size as NumberValue)?.Integer).Reverse().TakeWhile(static size => size == 1).ToArray());
            case "expand" or "broadcast_to" when call.At(1) is SequenceValue sizes:
                return Of(Stretched(Lengths(call.Self), [.. sizes.Items.Select(static size => (size as NumberValue)?.Integer)]));
            case "expand" when call.At(1) is ShapeValue { Dropped: 0 } shape:
                return Of(Stretched(Lengths(call.Self), [.. shape.Tensor.Axes.Select(static axis => axis.Length)]));
            case "expand_as" when call.At(1) is TensorValue other:
                return Of(Stretched(Lengths(call.Self), [.. other.Axes.Select(static axis => axis.Length)]));
            default:
                return FlowValue.Unknown;
        }
    }

    private static FlowValue Of(IReadOnlyCollection<long?> lengths) =>
        lengths.Count is 0 or > 16 ? FlowValue.Unknown : new RepeatedValue(new(lengths.Select(static length => new FreeAxis(length))));

    private static long?[] Lengths(FlowValue value) => value is RepeatedValue repeated ? [.. repeated.Axes.Select(static axis => axis.Count)] : [];

    // Axes of one entry get the lengths that are asked for; -1 keeps one.
    private static long?[] Stretched(long?[] lengths, long?[] sizes)
    {
        long?[] result = [.. lengths];
        for (int back = 1; back <= lengths.Length && back <= sizes.Length; back++)
            if (sizes[sizes.Length - back] != -1 && lengths[lengths.Length - back] == 1)
                result[result.Length - back] = sizes[sizes.Length - back];
        return result;
    }
}
