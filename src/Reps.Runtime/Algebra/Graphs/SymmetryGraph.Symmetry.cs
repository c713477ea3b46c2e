using System;
using System.Collections.Generic;
using System.Threading;
using Reps.Algebra;

namespace Reps;

/// <content>Its symmetries.</content>
public sealed partial class SymmetryGraph
{
    /// <summary>How many steps the search for automorphisms takes unless told otherwise: a few seconds.</summary>
    public const long DefaultSearchSteps = 1L << 31;

    /// <summary>The group of the permutations of the vertices that keep edges and colours.</summary>
    /// <param name="maxSteps">The most steps of the search: one for each edge or vertex that is looked at.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The automorphism group, on the points 0 … n−1.</returns>
    /// <exception cref="OverflowException">The search takes more steps.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public PermutationGroup Automorphisms(long maxSteps = DefaultSearchSteps, CancellationToken cancellationToken = default)
    {
        (List<int> points, List<int[]> strong) = new AutomorphismSearch(this, new(this, maxSteps, cancellationToken)).Run();
        return PermutationGroup.FromStrong(Count, points, strong, cancellationToken);
    }
}
