using System.Linq;
using Reps.Algebra;

namespace Reps.Analyzers.Flow;

/// <summary>One group element, and what it does to what it meets: the concrete half of every message.</summary>
internal static class Witness
{
    public const string Inversion = "the inversion changes the sign";
    public const string Exchange = "exchanging nodes 0 and 1 exchanges their rows";
    public const string Translation = "moving the origin by (1,0,0) adds (1,0,0) to every position";

    /// <summary>An element of O(n), of SO(n) and, since the first two coordinates are a pair of the form, of Sp(n).</summary>
    public const string QuarterTurn = "a quarter turn of the first two coordinates maps (1,0,…) to (0,1,…)";

    /// <summary>An element that moves a point.</summary>
    public static string Moving(TensorSpace space, (int From, int To) points) =>
        $"an element of {space} maps point {Describe.Number(points.From)} to point {Describe.Number(points.To)}";

    /// <summary>An element that acts on a tensor other than trivially.</summary>
    public static string For(TensorValue tensor)
    {
        foreach (Axis axis in tensor.Axes)
        {
            if (axis is IrrepsAxis { Irreps: Irreps irreps } && Actions.Kind(irreps) == ActionKind.Mixing)
                return Of(irreps.First(static entry => entry.Irrep.TwoJ > 0).Irrep);
            if (Actions.IsMixing(axis)) return QuarterTurn;
        }
        return Inversion;
    }

    /// <summary>An element that acts on two tensors in different ways.</summary>
    public static string Between(TensorValue left, TensorValue right)
    {
        if (left.Axes.Select(Unsigned).SequenceEqual(right.Axes.Select(Unsigned))) return Inversion + " of one of them";
        return For(Actions.Kind(left) >= Actions.Kind(right) ? left : right);
    }

    /// <summary>A rotation that maps one component of an irrep to another.</summary>
    public static string Of(Irrep irrep) =>
        irrep.L switch
        {
            0 => Inversion,
            1 => "a rotation by 90° about z maps (1,0,0) to (0,1,0)",
            // The components m and -m turn by m times the angle about y, and these two are the ends.
            int l => $"a rotation by {Angle(l)}° about y maps the last of the {2 * l + 1} components of {irrep} to the first, up to sign",
        };

    // What is left of an axis when neither signs nor lengths matter.
    private static Axis Unsigned(Axis axis) =>
        axis switch
        {
            IrrepsAxis irreps => new IrrepsAxis(Parity.Absolute(irreps.Irreps)),
            FreeAxis => FreeAxis.Unknown,
            _ => axis,
        };

    /// <summary>An element that exchanges entries of an axis.</summary>
    public static string Exchanging(Axis axis)
    {
        TensorSpace? space = axis is PointsAxis points
            ? points.Space
            : (axis as PowersAxis)?.Powers.Spaces.FirstOrDefault(static s => PointGroups.Moved(s) is not null);
        return space is { Family: not GroupFamily.Symmetric } && PointGroups.Moved(space) is (int, int) moved ? Moving(space, moved) : Exchange;
    }

    private static string Angle(int l) => (90.0 / l).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
