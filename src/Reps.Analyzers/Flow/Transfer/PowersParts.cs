using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;

namespace Reps.Analyzers.Flow;

/// <summary>
/// Sums of tensor powers in one axis, of groups that mix coordinates: their terms cut out, put side by side, taken apart and put together.
/// </summary>
internal static class PowersParts
{
    /// <summary>All numbers of powers in one axis: irreps where no power is higher than the first.</summary>
    public static Axis Row(TensorPowers powers)
    {
        if (powers.Terms.All(static term => term.Axes == 0)) return new FreeAxis(powers.Terms.Sum(static term => (long)term.Channels));
        if (powers.Spaces.Count != 1 || Vector(powers.Spaces[0]) is not IrrepsAxis vector || powers.Terms.Any(static term => term.Axes > 1))
            return new PowersAxis(powers);
        Irreps one = vector.Irreps;
        Irrep scalar = one.Group == Group.O3 ? Irrep.O3(0, 1) : Irrep.SO3(0);
        return new IrrepsAxis(new(one.Group, [.. powers.Terms.Select(term => new MulIrrep(term.Channels, term.Axes == 0 ? scalar : one[0].Irrep))]));
    }

    /// <summary>The coordinates that O(3) and SO(3) act on are irreps; null for another space.</summary>
    public static IrrepsAxis? Vector(TensorSpace space) =>
        space.N != 3 ? null
        : space.Family == GroupFamily.Orthogonal ? new(new Irreps(Group.O3, [new MulIrrep(1, Irrep.O3(1, -1))]))
        : space.Family == GroupFamily.SpecialOrthogonal ? new(new Irreps(Group.SO3, [new MulIrrep(1, Irrep.SO3(1))]))
        : null;

    /// <summary>The numbers from one to another: whole terms, and channels of invariants.</summary>
    /// <returns>Whether it is known what remains; if not, it may have been reported.</returns>
    public static bool Take(TensorCall call, TensorValue tensor, TensorPowers powers, long start, long stop, bool isSingle, List<Axis> result)
    {
        if (powers.IsOpen || !PointGroups.Mixes(powers)) return false;
        int[] sizes = [.. powers.Spaces.Select(static space => space.N)];
        List<TensorPower> taken = [];
        long offset = 0;
        foreach (TensorPower term in powers.Terms)
        {
            long length = term.Channels * term.Size(sizes);
            (long first, long last) = (System.Math.Max(start, offset), System.Math.Min(stop, offset + length));
            offset += length;
            if (first >= last) continue;
            if (last - first == length) taken.Add(term);
            else if (term.Axes == 0) taken.Add(term with { Channels = (int)(last - first) });
            else
            {
                call.Report(
                    Rules.SliceAcross,
                    $"{Describe.Number(start)} to {Describe.Number(stop)}",
                    Describe.Tensor(tensor),
                    term.ToString(),
                    Witness.QuarterTurn
                );
                return false;
            }
        }
        if (taken.Count == 0 || stop > offset || (isSingle && taken.Any(static term => term.Axes > 0))) return false;
        if (!isSingle) result.Add(Row(powers with { Terms = new(taken) }));
        return true;
    }

    /// <summary>One power as several axes: its coordinates one by one or all together, and the channels; null for other lengths.</summary>
    public static List<Axis>? Split(TensorPowers powers, IReadOnlyList<long> lengths)
    {
        if (powers.IsOpen || powers.Terms.Count != 1 || powers.Spaces.Count != 1 || !PointGroups.Mixes(powers)) return null;
        (TensorSpace space, TensorPower term) = (powers.Spaces[0], powers.Terms[0]);
        List<long> all = [.. Enumerable.Repeat((long)space.N, term.Axes), term.Channels];
        if (term.Channels == 1 && lengths.Count == term.Axes) all.RemoveAt(term.Axes);
        if (lengths.SequenceEqual(all))
            return [.. all.Select((length, n) => n < term.Axes ? Vector(space) ?? (Axis)new VectorAxis(space) : new FreeAxis(length))];
        return lengths.Count == 2 && lengths[1] == term.Channels && lengths[0] == term.Size([space.N])
            ? [Row(powers with { Terms = new([term with { Channels = 1 }]) }), new FreeAxis(lengths[1])]
            : null;
    }

    /// <summary>Axes of coordinates of one space, and channels after them, as one; null for others.</summary>
    public static Axis? Merge(IReadOnlyList<Axis> axes)
    {
        int channels = axes[axes.Count - 1] is FreeAxis { Count: long count and > 0 and <= Budget.MaxMultiplicity } ? (int)count : 0;
        List<Axis> parts = [.. channels > 0 ? axes.Take(axes.Count - 1) : axes];
        if (parts.Count == 0) return null;
        if (
            parts.Count == 1
                && parts[0] is PowersAxis { Powers: { Spaces.Count: 1, Terms.Count: 1 } power }
                && power.Terms[0].Channels == 1
                && PointGroups.Mixes(power)
        )
            return Row(power with { Terms = new([power.Terms[0] with { Channels = System.Math.Max(1, channels) }]) });
        TensorSpace? space = parts[0] is VectorAxis vector ? vector.Space : SpaceOf(parts);
        if (space is null || (parts[0] is VectorAxis && parts.Any(part => part != parts[0]))) return null;
        return Row(new(new([space]), new([new TensorPower(System.Math.Max(1, channels), new([parts.Count]))])));
    }

    /// <summary>Axes side by side as one sum; null where they are of other groups.</summary>
    public static Axis? Join(IReadOnlyList<Axis> axes)
    {
        if (axes.OfType<PowersAxis>().FirstOrDefault()?.Powers is not { Spaces.Count: 1 } first || !PointGroups.Mixes(first)) return null;
        List<TensorPower> terms = [];
        foreach (Axis axis in axes)
        {
            if (axis is PowersAxis { Powers: TensorPowers powers } && powers.Spaces.SequenceEqual(first.Spaces)) terms.AddRange(powers.Terms);
            else if (axis is FreeAxis { Count: long count and > 0 and <= Budget.MaxMultiplicity }) terms.Add(new((int)count, new([0])));
            else if (axis is IrrepsAxis { Irreps: Irreps irreps } && Vector(first.Spaces[0])?.Irreps[0].Irrep is Irrep one)
            {
                if (irreps.Any(entry => entry.Irrep != one && !entry.Irrep.IsScalar)) return null;
                terms.AddRange(irreps.Select(entry => new TensorPower(entry.Mul, new([entry.Irrep == one ? 1 : 0]))));
            }
            else return null;
        }
        return terms.Count <= Actions.MaxEntries ? Row(first with { Terms = new(terms) }) : null;
    }

    // Vectors and axial vectors: two of one kind multiply as two of the other do, so that only the parity of all together counts.
    private static TensorSpace? SpaceOf(List<Axis> parts)
    {
        int parity = 1;
        Group? group = null;
        foreach (Axis part in parts)
        {
            if (part is not IrrepsAxis { Irreps: { Count: 1 } irreps } || irreps[0] is not { Mul: 1, Irrep: { TwoJ: 2 } irrep }) return null;
            if (group is not null && group != irreps.Group) return null;
            (group, parity) = (irreps.Group, irreps.Group == Group.O3 ? parity * irrep.Parity : 1);
        }
        if (group == Group.SO3) return new(GroupFamily.SpecialOrthogonal, 3);
        return group == Group.O3 && parity == (parts.Count % 2 == 0 ? 1 : -1) ? new(GroupFamily.Orthogonal, 3) : null;
    }
}
