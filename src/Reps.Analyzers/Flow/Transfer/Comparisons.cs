using System.Collections.Generic;

namespace Reps.Analyzers.Flow;

/// <summary>Comparisons, and choices by their results.</summary>
internal static class Comparisons
{
    public static void Register(Dictionary<string, Transfer> table)
    {
        table.Add(Order, "lt", "gt", "le", "ge", "less", "greater", "less_equal", "greater_equal", "signbit");
        table.Add(Mask, "eq", "ne", "equal", "not_equal", "isclose", "logical_and", "logical_or", "logical_xor");
        table.Add(Mask, "bitwise_and", "bitwise_or", "bitwise_xor");
        table.Add(Mask, "logical_not", "bitwise_not", "isnan", "isinf", "isfinite", "isposinf", "isneginf", "bool", "int", "long", "short", "byte");
        table.Add(Where, "where");
        table.Add(Fill, "masked_fill");
    }

    private static FlowValue Order(TensorCall call)
    {
        foreach (FlowValue value in (FlowValue[])[call.Self, call.At(1)])
        {
            if (value is not TensorValue tensor) continue;
            if (Translations.Moves(call, tensor) || Products.Misused(call, tensor) || Actions.HasMixed(tensor)) return FlowValue.Unknown;
            if (!Actions.IsInvariant(tensor)) return call.Report(Rules.ComparisonOfNonInvariants, Describe.Tensor(tensor), Witness.For(tensor));
        }
        return (call.Self, call.At(1)) switch
        {
            (TensorValue a, NumberValue or ZeroValue) => a,
            (NumberValue or ZeroValue, TensorValue b) => b,
            (TensorValue a, TensorValue b) => Arithmetic.Product(call, a, b),
            _ => FlowValue.Unknown,
        };
    }

    // Of invariants these are invariants. Of others nothing is said: whether a number is exactly zero, or none, is asked to find mistakes.
    private static FlowValue Mask(TensorCall call)
    {
        if (call.Tensor is not TensorValue tensor || !Actions.IsInvariant(tensor)) return FlowValue.Unknown;
        return call.Arguments.Count < 2 || call.Arguments[1].IsDefault || call.At(1) is NumberValue or ZeroValue ? tensor
            : call.At(1) is TensorValue other && Actions.IsInvariant(other) ? Arithmetic.Product(call, tensor, other)
            : FlowValue.Unknown;
    }

    // torch.where(condition, x, y) and x.where(condition, y).
    private static FlowValue Where(TensorCall call)
    {
        bool method = call.Arguments.Count > 1 && call.Arguments[1].Name == "condition";
        (FlowValue condition, FlowValue x, FlowValue y) = (call.At(method ? 1 : 0), call.At(method ? 0 : 1), call.At(2));
        if (condition is not TensorValue mask || !Actions.IsInvariant(mask)) return FlowValue.Unknown;
        // A choice between representations is an error as their sum is.
        FlowValue chosen = x is TensorValue { Weight: not 0 } || y is TensorValue { Weight: not 0 }
            ? FlowValue.Join(x, y)
            : Arithmetic.Sum(call, Number(x), Number(y), 1);
        if (chosen is ReportedValue) return chosen;
        return chosen is TensorValue { Weight: 0 } value ? Arithmetic.Product(call, mask, value) : FlowValue.Unknown;
    }

    private static FlowValue Number(FlowValue value) => value is NumberValue { Value: 0 } ? new ZeroValue() : value;

    private static FlowValue Fill(TensorCall call)
    {
        if (
            call.Tensor is not TensorValue tensor
                || call.Find("mask") is not TensorValue mask
                || call.Find("value") is not NumberValue { Value: double value }
        )
            return FlowValue.Unknown;
        if (!Actions.IsInvariant(mask) || tensor.Weight != 0) return FlowValue.Unknown;
        if (value != 0 && Actions.Kind(tensor) != ActionKind.Permuting && !Actions.HasMixed(tensor))
            return call.Report(Rules.ConstantAdded, Describe.Tensor(tensor), Witness.For(tensor));
        return Arithmetic.Product(call, mask, tensor);
    }
}
