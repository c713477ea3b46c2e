using System;
using System.Collections.Generic;

namespace Reps.Analyzers.Flow;

/// <summary>Aligns the axes of two tensors from the last on, as torch does.</summary>
internal static class Broadcasting
{
    /// <summary>Combines two tensors axis by axis.</summary>
    /// <param name="left">One tensor.</param>
    /// <param name="right">Another.</param>
    /// <param name="combine">What comes of two axes, of which one may be missing; null where that cannot be told.</param>
    /// <returns>The axes of the result, or null.</returns>
    public static List<Axis>? Combine(TensorValue left, TensorValue right, Func<Axis?, Axis?, Axis?> combine)
    {
        int count = Math.Max(left.Axes.Count, right.Axes.Count);
        List<Axis> axes = [];
        for (int n = count; n >= 1; n--)
        {
            Axis? a = n <= left.Axes.Count ? left.Axes[left.Axes.Count - n] : null;
            Axis? b = n <= right.Axes.Count ? right.Axes[right.Axes.Count - n] : null;
            // Before the axes that are known there may be one of a batch, or none.
            if (a is null && left.IsOpen && b is not FreeAxis) return null;
            if (b is null && right.IsOpen && a is not FreeAxis) return null;
            if (combine(a, b) is not Axis axis) return null;
            axes.Add((a is null && left.IsOpen) || (b is null && right.IsOpen) ? FreeAxis.Unknown : axis);
        }
        return axes;
    }

    /// <summary>What comes of two free axes.</summary>
    public static FreeAxis Free(FreeAxis left, FreeAxis right) =>
        left.Count == 1 ? right
        : right.Count == 1 ? left
        : new(left.Count ?? right.Count);

    /// <summary>Whether an axis is stretched along the other: it is missing or has one entry.</summary>
    public static bool IsStretched(Axis? axis) => axis is null or FreeAxis { Count: 1 };
}
