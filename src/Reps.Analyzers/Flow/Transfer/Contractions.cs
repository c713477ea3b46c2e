using System.Collections.Generic;
using System.Linq;

namespace Reps.Analyzers.Flow;

/// <summary>Matrix products, inner products, cross products and distances.</summary>
internal static class Contractions
{
    public static void Register(Dictionary<string, Transfer> table)
    {
        table.Add(static call => MatMul(call, call.Self, call.At(1)), "matmul", "bmm", "mm");
        table.Add(static call => MatVec(call, call.Self, call.At(1)), "mv");
        table.Add(Linear, "linear");
        table.Add(Cross, "cross");
        table.Add(Distances, "cdist", "dist");
        table.Add(Dot, "dot", "vdot", "inner", "vecdot");
        table.Add(Einsum.Apply, "einsum");
    }

    // A matrix and a vector.
    private static FlowValue MatVec(TensorCall call, FlowValue matrix, FlowValue vector)
    {
        if (matrix is not TensorValue { Axes.Count: 2 } a || vector is not TensorValue { Axes.Count: > 0 } b) return FlowValue.Unknown;
        if (Translations.Moves(call, a) || Translations.Moves(call, b)) return FlowValue.Unknown;
        return Contract(call, a, b, a.Axes[1], b.Axes[b.Axes.Count - 1]) is bool odd
            ? TensorValue.Of([a.Axes[0]], false, a.IsOdd ^ b.IsOdd ^ odd, 0, a.IsFixed && b.IsFixed)
            : FlowValue.Unknown;
    }

    /// <summary>A product of matrices.</summary>
    public static FlowValue MatMul(TensorCall call, FlowValue first, FlowValue second)
    {
        if (first is not TensorValue a || second is not TensorValue b) return FlowValue.Unknown;
        if (Translations.Moves(call, a) || Translations.Moves(call, b)) return FlowValue.Unknown;
        if (a.Axes.Count < 2 || b.Axes.Count < 2) return Weights(call, a, b);
        if (Contract(call, a, b, a.Axes[a.Axes.Count - 1], b.Axes[b.Axes.Count - 2]) is not bool odd) return FlowValue.Unknown;
        TensorValue left = a with { Axes = new(a.Axes.Take(a.Axes.Count - 2)) };
        TensorValue right = b with { Axes = new(b.Axes.Take(b.Axes.Count - 2)) };
        if (
            Broadcasting.Combine(
                left,
                right,
                static (x, y) => x is FreeAxis f && y is FreeAxis g ? Broadcasting.Free(f, g) : x == y ? x : x is null ? y : y is null ? x : null
            ) is not List<Axis> batch
        )
            return FlowValue.Unknown;
        return TensorValue.Of(
            [.. batch, a.Axes[a.Axes.Count - 2], b.Axes[b.Axes.Count - 1]],
            a.IsOpen || b.IsOpen,
            a.IsOdd ^ b.IsOdd ^ odd,
            0,
            a.IsFixed && b.IsFixed
        );
    }

    // A tensor of which only the last axis is known, times weights: the matrix acts on that axis.
    private static FlowValue Weights(TensorCall call, TensorValue a, TensorValue b)
    {
        if (b.IsFixed && (b.IsOfAnyShape || b.Axes.Count == 2) && a.Axes.Count > 0)
        {
            Axis axis = a.Axes[a.Axes.Count - 1];
            if (b.IsOfAnyShape && axis is FreeAxis) return FlowValue.Unknown;
            return Acts(call, a, axis)
                ? FlowValue.Unknown
                : b.Axes.Count == 2 && axis is FreeAxis
                ? a.With(a.Axes.Take(a.Axes.Count - 1).Append(b.Axes[1]))
                : FlowValue.Unknown;
        }
        return FlowValue.Unknown;
    }

    /// <summary>Whether a fixed matrix acts on an axis of a representation or of nodes; then it is reported.</summary>
    public static bool Acts(TensorCall call, TensorValue tensor, Axis axis)
    {
        switch (axis)
        {
            case IrrepsAxis irreps:
                call.Report(Rules.LinearAlong, Describe.Irreps(irreps.Irreps), Witness.For(tensor));
                return true;
            case MixedAxis { HasIrreps: true }:
                call.Report(Rules.LinearAlong, "an axis with components of a representation", Witness.For(tensor));
                return true;
            case VectorAxis or PowersAxis when Actions.IsMixing(axis):
                call.Report(Rules.LinearAlong, Describe.Axis(axis), Witness.For(tensor));
                return true;
            case MixedAxis { HasNodes: true }:
            case NodeAxis or PointsAxis or PowersAxis when Actions.IsPermuted(axis):
                call.Report(Rules.NodeNumbering, "weights for each node", Witness.Exchanging(axis));
                return true;
            case ProductAxis product:
                Products.Report(call.Reporter, product);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Sums products over two axes.</summary>
    /// <returns>Whether that gives a sign under inversion; null where it is not known to be equivariant.</returns>
    public static bool? Contract(TensorCall call, TensorValue left, TensorValue right, Axis a, Axis b)
    {
        if (a is FreeAxis && b is FreeAxis) return false;
        if (a is NodeAxis && b is NodeAxis) return false;
        if (a is PointsAxis or PowersAxis or VectorAxis { Space.Family: not Reps.Algebra.GroupFamily.Symplectic } && a == b)
            return a is PowersAxis ? null : false;
        if (a is IrrepsAxis x && b is IrrepsAxis y && Products.AreAlike(x.Irreps, y.Irreps))
        {
            if (Products.Sign(new(x.Irreps, y.Irreps, new(call.Location, call.Text))) is int sign) return sign < 0;
            return null;
        }
        if (a is FreeAxis && left.IsFixed) _ = Acts(call, right, b);
        else if (b is FreeAxis && right.IsFixed) _ = Acts(call, left, a);
        else if (a is not FreeAxis && b is FreeAxis && Actions.IsMixing(a)) _ = Acts(call, left, a);
        else if (b is not FreeAxis && a is FreeAxis && Actions.IsMixing(b)) _ = Acts(call, right, b);
        return null;
    }

    // input, weights, bias
    private static FlowValue Linear(TensorCall call)
    {
        if (call.Tensor is not TensorValue tensor || tensor.Axes.Count == 0 || call.At(1) is not TensorValue { IsFixed: true } weights)
            return FlowValue.Unknown;
        bool bias = call.Find("bias") is TensorValue or RandomValue;
        return Linear(call, tensor, bias, weights.Axes.Count == 2 ? weights.Axes[0].Length : null);
    }

    /// <summary>A linear layer along the last axis.</summary>
    public static FlowValue Linear(TensorCall call, TensorValue tensor, bool bias, long? outputs)
    {
        if (Translations.Moves(call, tensor)) return FlowValue.Unknown;
        if (Acts(call, tensor, tensor.Axes[tensor.Axes.Count - 1])) return FlowValue.Unknown;
        if (Products.Misused(call, tensor) || Actions.HasMixed(tensor)) return FlowValue.Unknown;
        if (bias && Actions.Kind(tensor) != ActionKind.Permuting)
            return call.Report(Rules.BiasOnNonInvariants, Describe.Tensor(tensor), Witness.For(tensor));
        return tensor.With(tensor.Axes.Take(tensor.Axes.Count - 1).Append(new FreeAxis(outputs)));
    }

    private static FlowValue Cross(TensorCall call)
    {
        if (call.Self is not TensorValue a || call.At(1) is not TensorValue b) return FlowValue.Unknown;
        if (Translations.Moves(call, a) || Translations.Moves(call, b)) return FlowValue.Unknown;
        long dim = call.Find("dim") is FlowValue given ? (given as NumberValue)?.Integer ?? long.MinValue : -1;
        if (a.Find(dim) is not int i || b.Find(dim) is not int j || a.Axes[i] is not IrrepsAxis x || b.Axes[j] is not IrrepsAxis y)
            return FlowValue.Unknown;
        if (!IsVector(x) || !IsVector(y) || x.Irreps.Group != y.Irreps.Group || i - a.Axes.Count != j - b.Axes.Count) return FlowValue.Unknown;
        IrrepsAxis axis = x.Irreps.Group == Group.O3
            ? new(new(Group.O3, [new MulIrrep(1, Irrep.O3(1, x.Irreps[0].Irrep.Parity * y.Irreps[0].Irrep.Parity))]))
            : x;
        if (
            Broadcasting.Combine(
                a,
                b,
                (p, q) => p == x && q == y ? axis : p is FreeAxis f && q is FreeAxis g ? Broadcasting.Free(f, g) : p == q ? p : null
            ) is not List<Axis> axes
        )
            return FlowValue.Unknown;
        return TensorValue.Of(axes, a.IsOpen || b.IsOpen, a.IsOdd ^ b.IsOdd);
    }

    private static bool IsVector(IrrepsAxis axis) => axis.Irreps.Count == 1 && axis.Irreps[0].Mul == 1 && axis.Irreps[0].Irrep.TwoJ == 2;

    // Distances between rows: positions may be compared with positions.
    private static FlowValue Distances(TensorCall call)
    {
        if (call.Self is not TensorValue a || call.At(1) is not TensorValue b || call.Name != "cdist") return FlowValue.Unknown;
        if (call.Find("p") is not (null or NumberValue { Value: 2 }) || a.Axes.Count < 2 || b.Axes.Count < 2) return FlowValue.Unknown;
        if (a.Weight != b.Weight && Translations.Moves(call, a.Weight != 0 ? a : b)) return FlowValue.Unknown;
        if (a.Axes[a.Axes.Count - 1] is not IrrepsAxis x || x != b.Axes[b.Axes.Count - 1] || a.Axes.Count != b.Axes.Count)
            return FlowValue.Unknown;
        return TensorValue.Of([.. a.Axes.Take(a.Axes.Count - 1), b.Axes[b.Axes.Count - 2]], a.IsOpen || b.IsOpen);
    }

    private static FlowValue Dot(TensorCall call)
    {
        if (call.Self is not TensorValue a || call.At(1) is not TensorValue b || a.Axes.Count == 0 || b.Axes.Count == 0)
            return FlowValue.Unknown;
        if (Translations.Moves(call, a) || Translations.Moves(call, b)) return FlowValue.Unknown;
        if (Contract(call, a, b, a.Axes[a.Axes.Count - 1], b.Axes[b.Axes.Count - 1]) is not bool odd || call.Name != "vecdot")
            return FlowValue.Unknown;
        TensorValue left = a with { Axes = new(a.Axes.Take(a.Axes.Count - 1)) };
        TensorValue right = b with { Axes = new(b.Axes.Take(b.Axes.Count - 1)) };
        return Broadcasting.Combine(
            left,
            right,
            static (x, y) => x is FreeAxis f && y is FreeAxis g ? Broadcasting.Free(f, g) : x == y ? x : null
        ) is List<Axis> axes
            ? TensorValue.Of(axes, a.IsOpen || b.IsOpen, a.IsOdd ^ b.IsOdd ^ odd)
            : FlowValue.Unknown;
    }
}
