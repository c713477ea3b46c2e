using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reps.Analyzers.Flow;

namespace Reps.Analyzers.CodeFixes.Flow;

/// <summary>A tensor as features in storage order: one representation along the last axis, once the axes of its channels are joined to it.</summary>
/// <param name="Irreps">The representation.</param>
/// <param name="Sizes">The lengths of the axes that are joined; one where there is nothing to join.</param>
internal sealed record Flat(Irreps Irreps, IReadOnlyList<long> Sizes)
{
    /// <summary>Whether the representation is the last axis as it is.</summary>
    public bool IsLast => Sizes.Count == 1;

    /// <summary>Finds the representation; null where there are several, or a length is unknown.</summary>
    public static Flat? Of(TensorValue? tensor)
    {
        if (tensor is null || tensor.Weight != 0 || tensor.Axes.Count == 0) return null;
        List<Axis> axes = [.. tensor.Axes];
        int at = axes.FindIndex(static axis => axis is IrrepsAxis);
        if (at < 0)
            return tensor.IsOdd && axes.TrueForAll(static a => a is FreeAxis) && axes[axes.Count - 1].Length is long count and > 0 and <= int.MaxValue
                ? new(new Irreps(Group.O3, [new MulIrrep((int)count, Irrep.O3(0, -1))]), [count])
                : null;
        if (axes.Where((axis, n) => n != at && axis is not (FreeAxis or NodeAxis)).Any()) return null;
        List<Axis> joined = axes.GetRange(at, axes.Count - at);
        if (joined.Any(static axis => axis.Length is null)) return null;
        if (AxisMerging.Merge(joined) is not IrrepsAxis { Irreps: Irreps irreps }) return null;
        return irreps.All(static entry => entry.Mul > 0) ? new(irreps, [.. joined.Select(static axis => axis.Length!.Value)]) : null;
    }

    /// <summary>A call of a module on a tensor, which gives the shape that the tensor had.</summary>
    /// <param name="module">The module, whose input and output are of this representation.</param>
    /// <param name="tensor">The tensor.</param>
    public string Through(string module, ExpressionSyntax tensor) =>
        IsLast
            ? $"{module}.call({tensor})"
            : $"{module}.call({Code.Receiver(tensor)}.flatten({Code.Number(-Sizes.Count)}))"
                + $".unflatten(-1, {string.Join(", ", Sizes.Select(Code.Number))})";

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
