using System.Collections.Generic;
using Reps.Algebra;

namespace Reps.Analyzers.Flow;

/// <summary>The axes of a tensor of tensor powers.</summary>
internal static class PowerAxes
{
    /// <summary>The axes [n, …, n, channels]; null for several powers side by side, and for groups that are not followed.</summary>
    public static List<Axis>? Of(TensorPowers powers)
    {
        if (powers.Terms.Count != 1 || powers.Terms[0].Axes > 8) return null;
        List<Axis> axes = [];
        for (int s = 0; s < powers.Spaces.Count; s++)
        for (int p = 0; p < powers.Terms[0].Powers[s]; p++)
        {
            if (AxisOf(powers.Spaces[s]) is not Axis axis) return null;
            axes.Add(axis);
        }
        axes.Add(new FreeAxis(powers.Terms[0].Channels));
        return axes;
    }

    private static Axis? AxisOf(TensorSpace space) =>
        space.Family switch
        {
            GroupFamily.Symmetric => new NodeAxis(space.IsOpen ? null : space.N),
            GroupFamily.Orthogonal when space.N == 3 => new IrrepsAxis(new Irreps(Group.O3, [new MulIrrep(1, Irrep.O3(1, -1))])),
            GroupFamily.SpecialOrthogonal when space.N == 3 => new IrrepsAxis(new Irreps(Group.SO3, [new MulIrrep(1, Irrep.SO3(1))])),
            _ => null,
        };
}
