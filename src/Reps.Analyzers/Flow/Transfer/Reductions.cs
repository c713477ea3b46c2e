using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;

namespace Reps.Analyzers.Flow;

/// <summary>Sums, means, norms and extrema over axes.</summary>
internal static class Reductions
{
    public static void Register(Dictionary<string, Transfer> table)
    {
        table.Add(static call => Additive(call, isMean: false), "sum", "nansum");
        table.Add(static call => Additive(call, isMean: true), "mean", "nanmean");
        table.Add(Norm, "norm", "vector_norm");
        table.Add(
            static call => Nonlinear(call),
            "amax",
            "amin",
            "max",
            "min",
            "prod",
            "median",
            "nanmedian",
            "std",
            "logsumexp",
            "quantile",
            "nanquantile",
            "std_mean",
            "aminmax"
        );
        table.Add(Variance, "var", "any", "all", "count_nonzero");
    }

    /// <summary>The axes that remain; null where the axes cannot be told.</summary>
    private static TensorValue? Without(TensorCall call, TensorValue tensor, List<int>? axes)
    {
        if (axes is null) return call.NamesBatch(tensor) ? tensor : null;
        bool keep = call.Find("keepdim", "keepDimension") is NumberValue { Value: 1 };
        if (axes.Count == 0) return TensorValue.Of([], false, tensor.IsOdd, tensor.Weight, tensor.IsFixed);
        IEnumerable<Axis> left = keep
            ? tensor.Axes.Select((axis, n) => axes.Contains(n) ? new FreeAxis(1) : axis)
            : tensor.Axes.Where((_, n) => !axes.Contains(n));
        return tensor.With(left);
    }

    private static IEnumerable<Axis> Reduced(TensorValue tensor, List<int> axes) =>
        axes.Count == 0 ? tensor.Axes : axes.Distinct().Select(axis => tensor.Axes[axis]);

    private static FlowValue Additive(TensorCall call, bool isMean)
    {
        if (call.Tensor is not TensorValue tensor) return call.Self is ZeroValue ? call.Self : FlowValue.Unknown;
        List<int>? axes = call.Axes(tensor);
        if (axes is null && !call.NamesBatch(tensor)) return FlowValue.Unknown;
        // The sum of so many positions moves so many times as far.
        double? weight = tensor.Weight;
        bool odd = tensor.IsOdd;
        foreach (Axis axis in axes is null ? [FreeAxis.Unknown] : Reduced(tensor, axes))
        {
            if (axis is MixedAxis) return FlowValue.Unknown;
            if (axis is IrrepsAxis or VectorAxis || Actions.IsMixing(axis)) return ReportAlong(call, tensor, axis);
            if (axis is ProductAxis product)
            {
                if (Products.Sign(product) is not int sign) return Products.Report(call.Reporter, product);
                odd ^= sign < 0;
            }
            if (!isMean && weight != 0) weight = axis.Length is long length ? weight * length : null;
        }
        if (weight is not double known) return FlowValue.Unknown;
        if (axes is { Count: 0 } && !isMean && tensor.Weight != 0) return FlowValue.Unknown;
        return Without(call, tensor, axes) is TensorValue rest
            ? TensorValue.Of(rest.Axes, rest.IsOpen, odd, known, tensor.IsFixed)
            : FlowValue.Unknown;
    }

    private static FlowValue ReportAlong(TensorCall call, TensorValue tensor, Axis axis) =>
        call.Report(Rules.ReductionAlong, Describe.Axis(axis), Witness.For(tensor));

    private static FlowValue Norm(TensorCall call)
    {
        if (call.Tensor is not TensorValue tensor) return FlowValue.Unknown;
        if (Translations.Moves(call, tensor) || Products.Misused(call, tensor) || Actions.HasMixed(tensor)) return FlowValue.Unknown;
        List<int>? axes = call.Axes(tensor);
        if (axes is null && !call.NamesBatch(tensor)) return FlowValue.Unknown;
        FlowValue? order = call.Find("p", "ord");
        if (order is not null and not NumberValue { Value: 2 } && order is not NumberValue { Value: double }) return FlowValue.Unknown;
        bool euclidean = order is null or NumberValue { Value: 2 };
        // Along all axes that the group mixes the Euclidean norm is invariant; along others alone no norm is.
        bool covers = tensor.Axes.Select(static (axis, n) => (axis, n))
            .All(pair => !Actions.IsMixing(pair.axis) || axes is { Count: 0 } || axes?.Contains(pair.n) == true);
        if (!covers || (!euclidean && Actions.Kind(tensor) == ActionKind.Mixing))
            return call.Report(Rules.ReductionAlong, Describe.Tensor(tensor), Witness.For(tensor));
        // Symplectic matrices keep areas, and no lengths.
        if (tensor.Axes.Any(Actions.IsSymplectic)) return FlowValue.Unknown;
        if (Without(call, tensor, axes) is not TensorValue rest) return FlowValue.Unknown;
        return rest.Axes.Any(static axis => axis is IrrepsAxis)
            ? FlowValue.Unknown
            : TensorValue.Of(rest.Axes, rest.IsOpen, false, 0, tensor.IsFixed);
    }

    // Largest, product, spread: of single components none of them is kept.
    private static FlowValue Nonlinear(TensorCall call)
    {
        if (call.Tensor is not TensorValue tensor) return FlowValue.Unknown;
        if (call.At(1) is TensorValue && call.Name is "max" or "min") return FlowValue.Unknown;
        if (Translations.Moves(call, tensor) || Products.Misused(call, tensor) || Actions.HasMixed(tensor)) return FlowValue.Unknown;
        ActionKind kind = Actions.Kind(tensor);
        if (
            kind == ActionKind.Mixing
                || (kind == ActionKind.Signed && call.Name is not ("prod" or "std" or "std_mean" or "quantile" or "nanquantile" or "median"))
        )
            return call.Report(Rules.ReductionAlong, Describe.Tensor(tensor), Witness.For(tensor));
        if (kind != ActionKind.Permuting || call.Name is "quantile" or "nanquantile") return FlowValue.Unknown;
        FlowValue value = (FlowValue?)Without(call, tensor, call.Axes(tensor)) ?? FlowValue.Unknown;
        bool two = call.Name is "std_mean" or "aminmax" || (call.Name is "max" or "min" && call.Has("dim"));
        return two && value is TensorValue
            ? new SequenceValue(EquatableArray<FlowValue>.Of(value, call.Name is "max" or "min" ? FlowValue.Unknown : value))
            : value;
    }

    private static FlowValue Variance(TensorCall call)
    {
        if (call.Tensor is not TensorValue tensor || tensor.Weight != 0) return FlowValue.Unknown;
        return Actions.IsInvariant(tensor) ? (FlowValue?)Without(call, tensor, call.Axes(tensor)) ?? FlowValue.Unknown : FlowValue.Unknown;
    }
}
