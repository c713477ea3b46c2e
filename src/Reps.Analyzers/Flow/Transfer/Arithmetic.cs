using System;
using System.Collections.Generic;
using System.Linq;

namespace Reps.Analyzers.Flow;

/// <summary>Sums, products and quotients.</summary>
internal static class Arithmetic
{
    public static void Register(Dictionary<string, Transfer> table)
    {
        table.Add(static call => Sum(call, 1), "add");
        table.Add(static call => Sum(call, -1), "sub", "subtract");
        table.Add(static call => Product(call, call.Self, call.At(1)), "mul", "multiply");
        table.Add(static call => Quotient(call, call.Self, call.At(1)), "div", "divide", "true_divide");
        table.Add(static call => Scaled(call.Self, -1), "neg", "negative");
        table.Add(Lerp, "lerp");
    }

    // start + weight (end - start): what the difference may be formed of, and nothing else.
    private static FlowValue Lerp(TensorCall call)
    {
        if (call.At(2) is not NumberValue || call.Self is not TensorValue start) return FlowValue.Unknown;
        FlowValue difference = Sum(call, start, call.At(1), -1);
        return difference is TensorValue ? start with { IsFixed = false } : difference;
    }

    /// <summary>The value times a number.</summary>
    public static FlowValue Scaled(FlowValue value, double? factor) =>
        value switch
        {
            TensorValue { Weight: 0 } tensor => tensor,
            TensorValue tensor when factor is double number => tensor with { Weight = tensor.Weight * number },
            ZeroValue zero => zero,
            _ => FlowValue.Unknown,
        };

    // A factor on what is added moves it so many times as far with the origin.
    private static FlowValue Sum(TensorCall call, int sign) =>
        call.Find("alpha") is FlowValue factor
            ? Scaled(call.At(1), (factor as NumberValue)?.Value) is FlowValue scaled and not UnknownValue
                ? Sum(call, call.Self, scaled, sign)
                : FlowValue.Unknown
            : Sum(call, call.Self, call.At(1), sign);

    /// <summary>A sum or difference.</summary>
    public static FlowValue Sum(TensorCall call, FlowValue left, FlowValue right, int sign)
    {
        if (left is ZeroValue or NumberValue { Value: 0 }) return Scaled(right, sign);
        if (right is ZeroValue or NumberValue { Value: 0 }) return left;
        if ((left is NumberValue ? TensorValue.FixedNumber : left) is not TensorValue a) return FlowValue.Unknown;
        if ((right is NumberValue ? TensorValue.FixedNumber : right) is not TensorValue b) return FlowValue.Unknown;
        if (a.IsFixed && a.IsOfAnyShape) return Constant(call, b);
        if (b.IsFixed && b.IsOfAnyShape) return Constant(call, a);
        if (Actions.HasMixed(a) || Actions.HasMixed(b)) return FlowValue.Unknown;
        SumOfAxes axes = new(a, b);
        List<Axis>? result = Broadcasting.Combine(a, b, axes.Combine);
        double weight = a.Weight + sign * b.Weight;
        if (axes.Misused is ProductAxis product) return Products.Report(call.Reporter, product);
        if (axes.BrokenNodes is Axis added) return call.Report(Rules.NodeNumbering, "a constant for each node", Witness.Exchanging(added));
        if (result is null && !axes.IsUnlike) return FlowValue.Unknown;
        if (axes.IsUnlike || a.IsOdd != b.IsOdd) return Unlike(call, a, b);
        return TensorValue.Of(result!, a.IsOpen || b.IsOpen, a.IsOdd, weight, a.IsFixed && b.IsFixed);
    }

    // A constant of unknown shape may be zero on what is not invariant only where there is something invariant beside it.
    private static FlowValue Constant(TensorCall call, TensorValue tensor)
    {
        if (Actions.IsInvariant(tensor)) return tensor.Axes.Any(Actions.IsPermuted) || !tensor.IsOpen ? FlowValue.Unknown : tensor;
        return HasScalars(tensor) || Actions.HasProduct(tensor) || Actions.HasMixed(tensor) ? FlowValue.Unknown : ReportConstant(call, tensor);
    }

    private static FlowValue Unlike(TensorCall call, TensorValue left, TensorValue right)
    {
        (TensorValue met, TensorValue other) = Actions.IsInvariant(left) ? (right, left) : (left, right);
        if (!other.IsFixed || !Actions.IsInvariant(other))
            return call.Report(Rules.SumOfUnlike, Describe.Tensor(left), Describe.Tensor(right), Witness.Between(left, right));
        bool maybeZero = HasScalars(met) && other.Axes.Count > 0 && other.Axes[other.Axes.Count - 1] is not FreeAxis { Count: 1 };
        return maybeZero ? FlowValue.Unknown : ReportConstant(call, met);
    }

    private static FlowValue ReportConstant(TensorCall call, TensorValue tensor) =>
        call.Report(Rules.ConstantAdded, Describe.Tensor(tensor), Witness.For(tensor));

    private static bool HasScalars(TensorValue tensor) =>
        tensor.Axes.Any(static axis => axis is IrrepsAxis { Irreps: Irreps irreps } && irreps.Any(static entry => entry.Irrep.TwoJ == 0));

    /// <summary>A product, entry by entry.</summary>
    public static FlowValue Product(TensorCall call, FlowValue left, FlowValue right)
    {
        if (left is NumberValue number) return Scaled(right, number.Value);
        if (right is NumberValue other) return Scaled(left, other.Value);
        if (left is ZeroValue || right is ZeroValue) return new ZeroValue();
        if (left is not TensorValue a || right is not TensorValue b) return FlowValue.Unknown;
        if (a.Weight != 0 && b.Weight != 0 && Translations.Moves(call, a)) return FlowValue.Reported;
        // A position times weights may be part of a mean.
        if (a.Weight != 0 || b.Weight != 0) return FlowValue.Unknown;
        if (Actions.HasMatrices(a) && Actions.HasMatrices(b)) return FlowValue.Unknown;
        if (a.IsFixed && a.IsOfAnyShape) return Actions.IsInvariant(b) && b.IsOpen ? b : FlowValue.Unknown;
        if (b.IsFixed && b.IsOfAnyShape) return Actions.IsInvariant(a) && a.IsOpen ? a : FlowValue.Unknown;
        if (Actions.HasMixed(a) || Actions.HasMixed(b)) return FlowValue.Unknown;
        ProductOfAxes axes = new(a, b, new Origin(call.Location, call.Text));
        List<Axis>? result = Broadcasting.Combine(a, b, axes.Combine);
        if (axes.Misused is ProductAxis product) return Products.Report(call.Reporter, product);
        if (axes.BrokenNodes is Axis scaled) return call.Report(Rules.NodeNumbering, "a factor for each node", Witness.Exchanging(scaled));
        if (axes.Unequal is (IrrepsAxis met, bool isFixed))
            return isFixed
                ? call.Report(Rules.FactorPerComponent, Describe.Irreps(met.Irreps), Witness.For(a.Axes.Contains(met) ? a : b))
                : call.Report(Rules.ComponentProduct, Describe.Tensor(a), Describe.Tensor(b), Witness.For(Actions.IsInvariant(a) ? b : a));
        return result is null ? FlowValue.Unknown : TensorValue.Of(result, a.IsOpen || b.IsOpen, a.IsOdd != b.IsOdd, 0, a.IsFixed && b.IsFixed);
    }

    /// <summary>A quotient, entry by entry.</summary>
    public static FlowValue Quotient(TensorCall call, FlowValue left, FlowValue right)
    {
        if (call.Find("rounding_mode") is not null) return FlowValue.Unknown;
        if (right is NumberValue number) return Scaled(left, 1 / number.Value);
        if (right is not TensorValue b) return FlowValue.Unknown;
        if (Translations.Moves(call, b)) return FlowValue.Unknown;
        if (Actions.Kind(b) == ActionKind.Mixing)
            return call.Report(
                Rules.ComponentProduct,
                left is TensorValue t ? Describe.Tensor(t) : "a number",
                Describe.Tensor(b),
                Witness.For(b)
            );
        if (b.Axes.FirstOrDefault(static axis => axis is ProductAxis) is ProductAxis product) return Products.Report(call.Reporter, product);
        return left is NumberValue ? b : Product(call, left, b);
    }
}
