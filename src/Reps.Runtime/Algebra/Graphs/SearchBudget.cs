using System;
using System.Threading;

namespace Reps.Algebra;

/// <summary>Counts the steps of a search for automorphisms, and ends it.</summary>
internal sealed class SearchBudget(SymmetryGraph graph, long maxSteps, CancellationToken cancellationToken)
{
    private long _steps;

    /// <exception cref="OverflowException">There are none left.</exception>
    public void Spend(int steps)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _steps += steps;
        if (_steps > maxSteps)
            throw new OverflowException(
                FormattableString.Invariant(
                    $"The search for the automorphisms of '{graph.Name}' ({graph.Count} vertices) took more than {maxSteps} steps: allow more, colour vertices that differ, or give the group by its generators."
                )
            );
    }
}
