using System.Collections.Generic;
using System.Threading;

namespace Reps.Algebra;

/// <summary>Chooses how a bilinear plan is executed.</summary>
public static class ProductProgram
{
    /// <summary>Lowers a plan with inputs left, right and weights to the form that suits its channels.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="straightLineLimit">The most pairs of a path for which a straight-line kernel is asked; 0 for none.</param>
    /// <param name="shapes">Filled with the patterns that straight-line kernels are needed for.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The program.</returns>
    public static LayerProgram Lower(
        SegmentedPlan plan,
        int straightLineLimit,
        List<ChannelwiseProgram.Shape> shapes,
        CancellationToken cancellationToken
    ) => ChannelwiseProgram.TryLower(plan, straightLineLimit, shapes, cancellationToken) ?? RowwiseProgram.Lower(plan, cancellationToken);
}
