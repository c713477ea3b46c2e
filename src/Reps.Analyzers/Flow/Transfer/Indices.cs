using System.Collections.Generic;

namespace Reps.Analyzers.Flow;

/// <summary>What stands between the brackets of an indexed tensor.</summary>
internal static class Indices
{
    /// <summary>A predefined index.</summary>
    public static FlowValue OfName(string name) =>
        name switch
        {
            "Ellipsis" => new IndexValue(IndexKind.Ellipsis),
            "None" or "Null" => new IndexValue(IndexKind.NewAxis),
            "Colon" => new IndexValue(IndexKind.Range, 0),
            _ => FlowValue.Unknown,
        };

    /// <summary>An index made by a function of <c>TensorIndex</c>, or by a conversion to it.</summary>
    public static FlowValue OfCall(string name, IReadOnlyList<CallArgument> arguments)
    {
        if (arguments.Count == 0) return FlowValue.Unknown;
        if (name == "Tensor") return IndexValue.OfTensor(arguments[0].Value);
        if (name is "op_Implicit" or "Single") return Of(arguments[0].Value);
        if (name != "Slice") return FlowValue.Unknown;
        if (arguments.Count == 1) return Of(arguments[0].Value);
        if (arguments.Count > 2 && !arguments[2].IsDefault) return new IndexValue(IndexKind.Range, IsExact: false);
        long? start = Bound(arguments[0], out bool knownStart);
        long? stop = Bound(arguments[1], out bool knownStop);
        return new IndexValue(IndexKind.Range, start ?? 0, stop, knownStart && knownStop);
    }

    /// <summary>A value as an index.</summary>
    public static FlowValue Of(FlowValue value) =>
        value switch
        {
            IndexValue index => index,
            NumberValue number => new IndexValue(IndexKind.Single, number.Integer, IsExact: number.Integer is not null),
            RangeValue range => new IndexValue(IndexKind.Range, range.Start, range.Stop),
            NumbersValue numbers => IndexValue.OfTensor(numbers),
            TensorValue or SequenceValue => IndexValue.OfTensor(FlowValue.Unknown),
            _ => FlowValue.Unknown,
        };

    private static long? Bound(CallArgument argument, out bool known)
    {
        known = argument.IsDefault
            || argument.Value is NumberValue { Integer: not null }
            || argument.Operation.ConstantValue is { HasValue: true, Value: null };
        return (argument.Value as NumberValue)?.Integer;
    }
}
