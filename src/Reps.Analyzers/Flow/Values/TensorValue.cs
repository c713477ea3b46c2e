using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;

namespace Reps.Analyzers.Flow;

/// <summary>
/// A tensor and how the groups act on it: along each axis, by a sign, and by moving the origin. The action on the whole is the product of
/// these.
/// </summary>
/// <param name="Axes">The last axes, in order.</param>
/// <param name="IsOpen">Whether there may be more axes before them, along which nothing happens.</param>
internal sealed record TensorValue(EquatableArray<Axis> Axes, bool IsOpen) : FlowValue
{
    /// <summary>Whether all numbers change their sign under inversion, beside what the axes say. Folded into an axis where there is one.</summary>
    public bool IsOdd { get; init; }

    /// <summary>How many times a translation is added when the origin moves: one for a position, none for a difference of two.</summary>
    public double Weight { get; init; }

    /// <summary>Whether no feature went into it: weights, numbers written down.</summary>
    public bool IsFixed { get; init; }

    /// <summary>A tensor of invariants of any shape, that no feature went into.</summary>
    public static TensorValue FixedOfAnyShape { get; } = new(default, true) { IsFixed = true };

    /// <summary>One number that no feature went into.</summary>
    public static TensorValue FixedNumber { get; } = new(default, false) { IsFixed = true };

    /// <summary>Whether the shape is unknown altogether.</summary>
    public bool IsOfAnyShape => IsOpen && Axes.Count == 0;

    /// <summary>
    /// A tensor from its axes, in canonical form: an axis of invariants is free, one of pseudoscalars is free and gives the whole a sign, and
    /// the sign of the whole sits in the last representation where there is one.
    /// </summary>
    public static TensorValue Of(IEnumerable<Axis> axes, bool isOpen, bool isOdd = false, double weight = 0, bool isFixed = false)
    {
        Axis[] all = [.. axes];
        for (int n = 0; n < all.Length; n++)
        {
            if (all[n] is not IrrepsAxis { Irreps: Irreps irreps }) continue;
            if (irreps.All(static entry => entry.Mul == 0 || entry.Irrep.IsScalar)) all[n] = new FreeAxis(irreps.Dim);
            else if (irreps.All(static entry => entry.Mul == 0 || (entry.Irrep.TwoJ == 0 && entry.Irrep.Parity < 0)))
                (all[n], isOdd) = (new FreeAxis(irreps.Dim), !isOdd);
            else all[n] = new IrrepsAxis(Actions.Storage(irreps));
        }
        int last = System.Array.FindLastIndex(all, static axis => axis is IrrepsAxis { Irreps.Group: Group.O3 });
        for (int n = 0; n < last; n++)
            if (all[n] is IrrepsAxis { Irreps: { Group: Group.O3 } irreps } && irreps.All(static entry => entry.Irrep.Parity < 0))
                (all[n], isOdd) = (new IrrepsAxis(Parity.Flip(irreps)), !isOdd);
        if (isOdd && last >= 0) (all[last], isOdd) = (new IrrepsAxis(Parity.Flip(((IrrepsAxis)all[last]).Irreps)), false);
        return new(EquatableArray<Axis>.Of(all), isOpen) { IsOdd = isOdd, Weight = weight, IsFixed = isFixed };
    }

    /// <summary>The tensor where it is known how many axes it has: those in front are free.</summary>
    public TensorValue OfRank(int rank) =>
        IsOpen && Axes.Count <= rank
            ? this with { Axes = new(Enumerable.Repeat<Axis>(FreeAxis.Unknown, rank - Axes.Count).Concat(Axes)), IsOpen = false }
            : this;

    /// <summary>The same action on other axes.</summary>
    public TensorValue With(IEnumerable<Axis> axes) => Of(axes, IsOpen, IsOdd, Weight, IsFixed);

    /// <summary>The index of an axis among those known; null where it is one before them, or cannot be told.</summary>
    /// <param name="axis">As torch counts it.</param>
    public int? Find(long? axis)
    {
        if (axis is not long number) return null;
        if (number < 0) number += Axes.Count;
        else if (IsOpen) return null;
        return number >= 0 && number < Axes.Count ? (int)number : null;
    }

    /// <summary>What holds of both of two tensors; null if that is nothing.</summary>
    public static TensorValue? Common(TensorValue left, TensorValue right)
    {
        if (left.Axes.Count != right.Axes.Count || left.IsOpen != right.IsOpen || left.IsOdd != right.IsOdd || left.Weight != right.Weight)
            return null;
        List<Axis> axes = [];
        for (int n = 0; n < left.Axes.Count; n++)
        {
            if (left.Axes[n] == right.Axes[n]) axes.Add(left.Axes[n]);
            else if (left.Axes[n] is FreeAxis && right.Axes[n] is FreeAxis) axes.Add(FreeAxis.Unknown);
            else if (left.Axes[n] is NodeAxis && right.Axes[n] is NodeAxis) axes.Add(new NodeAxis(null));
            else return null;
        }
        return left with { Axes = new(axes), IsFixed = left.IsFixed && right.IsFixed };
    }
}
