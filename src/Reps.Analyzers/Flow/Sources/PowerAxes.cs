using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;

namespace Reps.Analyzers.Flow;

/// <summary>The axes of a tensor of tensor powers.</summary>
internal static class PowerAxes
{
    private const int MostAxes = 8;

    /// <summary>The axes [n, …, n, channels] of one power, and one axis for several side by side; null for groups that are not followed.</summary>
    public static List<Axis>? Of(TensorPowers powers) => powers.Terms.Count == 1 ? Of(powers, 0) : Row(powers) is Axis row ? [row] : null;

    /// <summary>The axes of one of the powers.</summary>
    public static List<Axis>? Of(TensorPowers powers, int term)
    {
        if (powers.Terms[term].Axes > MostAxes) return null;
        List<Axis> axes = [];
        for (int s = 0; s < powers.Spaces.Count; s++)
        for (int p = 0; p < powers.Terms[term].Powers[s]; p++)
        {
            if (AxisOf(powers.Spaces[s]) is not Axis axis) return null;
            axes.Add(axis);
        }
        axes.Add(new FreeAxis(powers.Terms[term].Channels));
        return axes;
    }

    /// <summary>All numbers in one axis; null for groups that are not followed.</summary>
    public static Axis? Row(TensorPowers powers) =>
        powers.Spaces.Any(static space => AxisOf(space) is null) ? null
        : PowersParts.Row(powers);

    // On one coordinate there are no matrices but signs.
    private static Axis? AxisOf(TensorSpace space) =>
        space.Family switch
        {
            GroupFamily.Symmetric => new NodeAxis(space.IsOpen ? null : space.N),
            _ when PointGroups.Mixes(space) => PowersParts.Vector(space) ?? (space.N == 1 ? null : (Axis)new VectorAxis(space)),
            _ => new PointsAxis(space),
        };
}
