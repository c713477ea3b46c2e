using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reps.Analyzers.Flow;

namespace Reps.Analyzers.CodeFixes.Flow;

/// <summary>A tensor as features in storage order: one representation along the last axis, once the axes of its channels are joined to it.</summary>
/// <param name="Irreps">The representation.</param>
/// <param name="Sizes">The lengths of the axes that are joined; one where there is nothing to join.</param>
/// <param name="Rank">The number of axes of the tensor as it is; null where there may be more than are known.</param>
internal sealed record Flat(Irreps Irreps, IReadOnlyList<long> Sizes, int? Rank)
{
    /// <summary>Whether the representation is the last axis as it is.</summary>
    public bool IsLast => Sizes.Count == 1;

    /// <summary>Finds the representation; null where there are several, or a length is unknown.</summary>
    public static Flat? Of(TensorValue? tensor)
    {
        if (tensor is null || tensor.Weight != 0 || tensor.Axes.Count == 0) return null;
        List<Axis> axes = [.. tensor.Axes];
        int? rank = tensor.IsOpen ? null : axes.Count;
        int at = axes.FindIndex(static axis => axis is IrrepsAxis);
        if (at < 0)
            return tensor.IsOdd && axes.TrueForAll(static a => a is FreeAxis) && axes[axes.Count - 1].Length is long count and > 0 and <= int.MaxValue
                ? new(new Irreps(Group.O3, [new MulIrrep((int)count, Irrep.O3(0, -1))]), [count], rank)
                : null;
        if (axes.Where((axis, n) => n != at && axis is not (FreeAxis or NodeAxis)).Any()) return null;
        List<Axis> joined = axes.GetRange(at, axes.Count - at);
        if (joined.Any(static axis => axis.Length is null)) return null;
        if (AxisMerging.Merge(joined) is not IrrepsAxis { Irreps: Irreps irreps }) return null;
        return irreps.All(static entry => entry.Mul > 0) ? new(irreps, [.. joined.Select(static axis => axis.Length!.Value)], rank) : null;
    }

    /// <summary>A call of a module on a tensor, which gives the shape that the tensor had; null where the tensor is needed twice and may not be.</summary>
    /// <param name="module">The module, whose input and output are of this representation.</param>
    /// <param name="tensor">The tensor.</param>
    public string? Through(string module, ExpressionSyntax tensor)
    {
        if (IsLast) return $"{module}.call({tensor})";
        string receiver = Code.Receiver(tensor);
        string call = $"{module}.call({receiver}.flatten({Code.Number(-Sizes.Count)}))";
        // TorchSharp counts the axis that it splits from the first one.
        if (Rank is int rank) return $"{call}.unflatten({Code.Number(rank - Sizes.Count)}, {string.Join(", ", Sizes.Select(Code.Number))})";
        return Code.IsRepeatable(tensor) ? $"{call}.reshape({receiver}.shape)" : null;
    }

    /// <summary>The last axis, with irreps of one kind, as [components, channels]; null where there is no way to write which axis it is.</summary>
    /// <param name="site">Where it is written.</param>
    /// <param name="tensor">The tensor.</param>
    public string? Split(FlowSite site, ExpressionSyntax tensor)
    {
        string? axis = Rank is int rank
            ? Code.Number(rank - 1)
            : Code.Holder(site, tensor) is ExpressionSyntax holder ? $"{holder}.dim() - 1" : null;
        return axis is null
            ? null
            : $"{Code.Receiver(tensor)}.unflatten({axis}, {Code.Number(Irreps[0].Irrep.Dim)}, {Code.Number(Irreps[0].Mul)})";
    }

    /// <summary>The segments from number to number, scalars and others apart.</summary>
    public IEnumerable<(long Start, long Length, bool AreInvariant)> Runs()
    {
        (long start, long length, bool invariant) = (0, 0, false);
        foreach (MulIrrep entry in Irreps)
        {
            if (length > 0 && entry.Irrep.IsScalar != invariant)
            {
                yield return (start, length, invariant);
                (start, length) = (start + length, 0);
            }
            (invariant, length) = (entry.Irrep.IsScalar, length + entry.Dim);
        }
        yield return (start, length, invariant);
    }
}
