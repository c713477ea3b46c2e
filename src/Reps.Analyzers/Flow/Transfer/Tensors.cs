using System.Collections.Generic;
using System.Linq;

namespace Reps.Analyzers.Flow;

/// <summary>Tensors that are made from nothing, and operations that leave the numbers as they are.</summary>
internal static class Tensors
{
    public static void Register(Dictionary<string, Transfer> table)
    {
        table.Add(
            static call => call.Self,
            "clone", "contiguous", "detach", "to", "cpu", "cuda", "float", "double", "type", "to_type", "type_as", "requires_grad",
            "alias", "MoveToOuterDisposeScope", "DetachFromDisposeScope", "retain_grad", "nan_to_num", "positive", "with_requires_grad"
        );
        table.Add(static _ => new ZeroValue(), "zeros", "zeros_like", "new_zeros", "zero");
        table.Add(static call => Filled(call, Lengths(call)), "ones", "full");
        table.Add(static call => Random(call), "rand", "randn", "empty");
        table.Add(
            static call => Literal(call.Self, call.Arguments.FirstOrDefault(static a => a.Name is "dimensions")?.Value),
            "tensor",
            "as_tensor",
            "from_array"
        );
        table.Add(static call => call.Tensor is { } t ? t : call.Self, "item", "ToSingle", "ToDouble", "ReadCpuSingle", "ReadCpuDouble");
    }

    /// <summary>Weights of a module: their values are not known, even if they begin as zeros.</summary>
    public static FlowValue AsWeights(FlowValue value) => value switch
    {
        TensorValue tensor => tensor with { IsFixed = true },
        RandomValue random => random.Tensor,
        _ => TensorValue.FixedOfAnyShape,
    };

    // Random numbers may be meant to be symmetric in distribution, so nothing is said about them until they are weights.
    private static FlowValue Random(TensorCall call) =>
        Filled(call, Lengths(call)) is TensorValue tensor ? new RandomValue(tensor) : FlowValue.Unknown;

    private static FlowValue Filled(TensorCall call, List<long?>? lengths) =>
        call.Find("value", "fill_value") is NumberValue { Value: 0 } ? new ZeroValue()
        : lengths is null ? TensorValue.FixedOfAnyShape
        : TensorValue.Of(lengths.Select(static length => new FreeAxis(length)), false, isFixed: true);

    // As one list, or as one argument after the other.
    private static List<long?>? Lengths(TensorCall call)
    {
        if (call.Self is SequenceValue sequence) return [.. sequence.Items.Select(static item => (item as NumberValue)?.Integer)];
        List<long?> lengths = [
            .. call.Arguments.TakeWhile(static a => a.Name is "size" or "rows" or "columns" or "dim0" or "dim1" or "dim2" or "dim3")
            .Select(static a => (a.Value as NumberValue)?.Integer)
        ];
        return lengths.Count > 0 && call.Self is NumberValue ? lengths : null;
    }

    // An array with zeros may vanish just where a constant must.
    private static FlowValue Literal(FlowValue value, FlowValue? shape)
    {
        if (value is NumberValue { Value: not 0 }) return TensorValue.FixedNumber;
        if (value is not SequenceValue { Items: { Count: > 0 } items } || shape is not null and not UnknownValue) return FlowValue.Unknown;
        return items.All(static item => item is NumberValue { Value: not (null or 0) })
            ? TensorValue.Of([new FreeAxis(items.Count)], false, isFixed: true)
            : FlowValue.Unknown;
    }
}
