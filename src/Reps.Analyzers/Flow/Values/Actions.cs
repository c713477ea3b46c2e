using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;

namespace Reps.Analyzers.Flow;

/// <summary>How the group acts on the numbers of a tensor, as far as functions of single numbers are concerned: the rows of the decision table.</summary>
internal enum ActionKind
{
    /// <summary>Not at all, or by exchanging numbers.</summary>
    Permuting,

    /// <summary>Also by changing signs.</summary>
    Signed,

    /// <summary>By a connected group that mixes components.</summary>
    Mixing,
}

/// <summary>Questions about how the group acts on a tensor.</summary>
internal static class Actions
{
    /// <summary>How many entries a representation may have.</summary>
    public const int MaxEntries = 256;

    /// <summary>The row of the decision table.</summary>
    public static ActionKind Kind(TensorValue tensor)
    {
        ActionKind kind = tensor.IsOdd ? ActionKind.Signed : ActionKind.Permuting;
        foreach (Axis axis in tensor.Axes)
        {
            if (axis is IrrepsAxis { Irreps: Irreps irreps }) kind = (ActionKind)System.Math.Max((int)kind, (int)Kind(irreps));
            else if (IsMixing(axis)) kind = ActionKind.Mixing;
        }
        return kind;
    }

    /// <summary>The row of the decision table for one axis: each summand is judged by itself, and the worst counts.</summary>
    public static ActionKind Kind(Irreps irreps)
    {
        ActionKind kind = ActionKind.Permuting;
        foreach ((int mul, Irrep irrep) in irreps)
        {
            if (mul == 0 || irrep.IsScalar) continue;
            if (irrep.TwoJ > 0) return ActionKind.Mixing;
            kind = ActionKind.Signed;
        }
        return kind;
    }

    /// <summary>Whether the group leaves the tensor alone, but for the order of nodes.</summary>
    public static bool IsInvariant(TensorValue tensor) =>
        Kind(tensor) == ActionKind.Permuting && tensor.Weight == 0 && !HasProduct(tensor) && !HasMixed(tensor);

    /// <summary>Whether components were multiplied and not yet summed.</summary>
    public static bool HasProduct(TensorValue tensor) => tensor.Axes.Any(static axis => axis is ProductAxis);

    /// <summary>Whether axes were merged beyond recognition.</summary>
    public static bool HasMixed(TensorValue tensor) => tensor.Axes.Any(static axis => axis is MixedAxis);

    /// <summary>Whether an axis is a representation other than of invariants.</summary>
    public static bool IsRepresentation(Axis axis) =>
        (axis is IrrepsAxis { Irreps: Irreps irreps } && Kind(irreps) != ActionKind.Permuting) || IsMixing(axis);

    /// <summary>Whether an axis is one on which components mix.</summary>
    public static bool IsMixing(Axis axis) =>
        axis switch
        {
            IrrepsAxis { Irreps: Irreps irreps } => Kind(irreps) == ActionKind.Mixing,
            VectorAxis => true,
            PowersAxis { Powers: TensorPowers powers } => PointGroups.Mixes(powers),
            _ => false,
        };

    /// <summary>Whether symplectic matrices act on an axis.</summary>
    public static bool IsSymplectic(Axis axis) =>
        axis switch
        {
            VectorAxis { Space: TensorSpace space } => space.Family == GroupFamily.Symplectic,
            PowersAxis { Powers: TensorPowers powers } => powers.Spaces.Any(static space => space.Family == GroupFamily.Symplectic),
            _ => false,
        };

    /// <summary>Whether entries of an axis are exchanged: nodes, and points that the group moves.</summary>
    public static bool IsPermuted(Axis axis) =>
        axis switch
        {
            NodeAxis => true,
            PointsAxis { Space: TensorSpace space } => PointGroups.Moved(space) is not null,
            PowersAxis { Powers: TensorPowers powers } =>
                !PointGroups.Mixes(powers)
                    && powers.Spaces.Where((space, s) => powers.Terms.Any(term => term.Powers[s] > 0) && PointGroups.Moved(space) is not null).Any(),
            _ => false,
        };

    /// <summary>Whether groups of matrices act on a tensor whose products are not followed.</summary>
    public static bool HasMatrices(TensorValue tensor) => tensor.Axes.Any(static axis => axis is VectorAxis or PowersAxis && IsMixing(axis));

    /// <summary>Whether entries make a representation that is followed: a program that is being written may ask for any size.</summary>
    public static bool AreFew(IReadOnlyList<MulIrrep> entries) =>
        entries.Count <= MaxEntries && entries.Sum(static entry => (long)entry.Mul * entry.Irrep.Dim) <= Budget.MaxDim;

    /// <summary>Entries of the same irrep side by side as one where that is the same storage, and none without channels.</summary>
    public static Irreps Storage(Irreps irreps)
    {
        List<MulIrrep> entries = [];
        foreach (MulIrrep entry in irreps)
        {
            if (entry.Mul == 0) continue;
            if (entry.Irrep.Dim == 1 && entries.Count > 0 && entries[entries.Count - 1].Irrep == entry.Irrep)
                entries[entries.Count - 1] = new(entries[entries.Count - 1].Mul + entry.Mul, entry.Irrep);
            else entries.Add(entry);
        }
        return new(irreps.Group, entries);
    }
}
