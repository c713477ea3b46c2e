using System.Collections.Generic;
using System.Linq;

namespace Reps.Algebra;

/// <summary>
/// A plan in the form that a kernel executes: integers that say what is multiplied, and the coefficients. Generated code stores both as
/// static data; for a signature known only at run time the same lowering fills arrays. The first integer is the <see cref="ProgramForm"/>,
/// which says which kernel reads the rest.
/// </summary>
/// <param name="Form">The kernel.</param>
/// <param name="Integers">The header and the sections, as the form lays them out.</param>
/// <param name="Coefficients">The coefficients, path scales multiplied in, each still exact.</param>
public sealed record LayerProgram(ProgramForm Form, EquatableArray<int> Integers, EquatableArray<Surd> Coefficients)
{
    /// <summary>The bit of a bilinear program's second integer that says that the channels are on the left.</summary>
    public const int ChannelsOnTheLeft = 1;

    /// <summary>
    /// The bit of a bilinear program's second integer that says that some paths have weights and others have none: the map is then affine in
    /// the weights, and not linear.
    /// </summary>
    public const int AffineInWeights = 2;

    /// <summary>The second integer of a bilinear program.</summary>
    internal static int Flags(SegmentedPlan plan, bool channelsOnTheLeft)
    {
        bool affine = plan.Inputs[2].Size > 0 && plan.Paths.Any(static path => path.Factors.All(static factor => factor.Operand != 2));
        return (channelsOnTheLeft ? ChannelsOnTheLeft : 0) | (affine ? AffineInWeights : 0);
    }

    /// <summary>Joins a header and sections.</summary>
    internal static EquatableArray<int> Join(params IReadOnlyList<int>[] sections)
    {
        List<int> all = [];
        foreach (IReadOnlyList<int> section in sections) all.AddRange(section);
        return EquatableArray<int>.Of(all.ToArray());
    }

    /// <summary>Offset and length of every segment that no path reaches.</summary>
    internal static List<int> Unreached(PlanOperand operand, HashSet<int> reached)
    {
        List<int> ranges = [];
        for (int s = 0; s < operand.Segments.Count; s++)
            if (!reached.Contains(s) && operand.Segments[s].Size > 0)
                ranges.AddRange([operand.Segments[s].Offset, operand.Segments[s].Size]);
        return ranges;
    }
}
