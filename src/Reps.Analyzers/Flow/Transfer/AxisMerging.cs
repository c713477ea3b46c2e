using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;

namespace Reps.Analyzers.Flow;

/// <summary>Neighbouring axes as one, and one as several, as long as the storage of a representation stays that of one.</summary>
internal static class AxisMerging
{
    /// <summary>Several axes as one; null where a length is missing.</summary>
    public static Axis? Merge(IReadOnlyList<Axis> axes)
    {
        if (axes.Count == 1) return axes[0];
        long? length = 1;
        foreach (Axis axis in axes) length *= axis.Length;
        if (axes.All(static axis => axis is FreeAxis)) return new FreeAxis(length);
        int at = axes.ToList().FindIndex(static axis => axis is not FreeAxis);
        bool single = axes.Where(static axis => axis is not FreeAxis).Count() == 1;
        if (single && length is not null && axes[at] is IrrepsAxis { Irreps: Irreps irreps } && axes.All(static axis => axis.Length <= 1 << 20))
        {
            long before = axes.Take(at).Aggregate(1L, static (product, axis) => product * axis.Length!.Value);
            long after = axes.Skip(at + 1).Aggregate(1L, static (product, axis) => product * axis.Length!.Value);
            if (Repeated(irreps, before, after) is Irreps merged) return new IrrepsAxis(merged);
        }
        if (single && axes[at] is ProductAxis product)
            return Merge([.. axes.Select(axis => axis is ProductAxis ? new IrrepsAxis(product.Left) : axis)]) is IrrepsAxis left
                && Merge([.. axes.Select(axis => axis is ProductAxis ? new IrrepsAxis(product.Right) : axis)]) is IrrepsAxis right
                ? new ProductAxis(left.Irreps, right.Irreps, product.Origin)
                : new MixedAxis(true, false, length);
        if (length is not null && PowersParts.Merge(axes) is Axis powers) return powers;
        return new MixedAxis(axes.Any(Actions.IsRepresentation), axes.Any(Actions.IsPermuted), length);
    }

    /// <summary>One axis as several; null where that cuts through a representation.</summary>
    public static List<Axis>? Split(Axis axis, IReadOnlyList<long> lengths)
    {
        if (lengths.Count == 1) return [axis];
        if (lengths.Any(static length => length <= 0)) return null;
        if (axis is FreeAxis) return [.. lengths.Select(static length => new FreeAxis(length))];
        if (axis is ProductAxis product) return SplitProduct(product, lengths);
        if (axis is PowersAxis { Length: not null, Powers: TensorPowers powers } && PowersParts.Split(powers, lengths) is List<Axis> parts) return parts;
        if (axis is not IrrepsAxis { Irreps: Irreps irreps })
            return lengths.Count(static length => length != 1) <= 1 ? [.. lengths.Select(l => l == 1 ? new FreeAxis(1) : axis)] : null;
        // What comes before the representation counts copies of it, and what comes after counts channels.
        for (int at = 0; at < lengths.Count; at++)
        {
            long before = lengths.Take(at).Aggregate(1L, static (product, length) => product * length);
            long after = lengths.Skip(at + 1).Aggregate(1L, static (product, length) => product * length);
            if (
                lengths[at] > 1
                    && Part(irreps, before, lengths[at], after) is Irreps part
                    && Repeated(part, before, after) is Irreps whole
                    && Actions.Storage(whole) == Actions.Storage(irreps)
            )
                return [.. lengths.Select((length, n) => n == at ? (Axis)new IrrepsAxis(part) : new FreeAxis(length))];
        }
        return null;
    }

    private static List<Axis>? SplitProduct(ProductAxis product, IReadOnlyList<long> lengths)
    {
        if (
            Split(new IrrepsAxis(product.Left), lengths) is not List<Axis> left
                || Split(new IrrepsAxis(product.Right), lengths) is not List<Axis> right
        )
            return null;
        return [.. left.Zip(right, (a, b) => a is IrrepsAxis x && b is IrrepsAxis y ? new ProductAxis(x.Irreps, y.Irreps, product.Origin) : a)];
    }

    private static Irreps? Part(Irreps irreps, long copies, long length, long channels)
    {
        List<MulIrrep> entries = [];
        long dim = 0;
        foreach (MulIrrep entry in irreps)
        {
            if (dim >= length) break;
            if (entry.Mul % channels != 0) return null;
            MulIrrep part = new((int)(entry.Mul / channels), entry.Irrep);
            // Scalars side by side are one entry, of which a copy may take a part.
            if (dim + part.Dim > length && part.Irrep.Dim == 1) part = new((int)(length - dim), entry.Irrep);
            entries.Add(part);
            dim += part.Dim;
        }
        return dim == length && copies >= 1 ? new(irreps.Group, entries) : null;
    }

    private static Irreps? Repeated(Irreps irreps, long copies, long channels)
    {
        if (copies > Actions.MaxEntries / System.Math.Max(1, irreps.Count) || channels > Budget.MaxMultiplicity) return null;
        List<MulIrrep> entries = [];
        for (long copy = 0; copy < copies; copy++)
            foreach ((int mul, Irrep irrep) in irreps)
            {
                if ((long)mul * channels > Budget.MaxMultiplicity) return null;
                entries.Add(new((int)(mul * channels), irrep));
            }
        return Actions.AreFew(entries) ? new(irreps.Group, entries) : null;
    }
}
