using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Reps.Algebra;

/// <summary>The stabilisers of sets of points, point by point, each computed once.</summary>
/// <param name="group">The group.</param>
/// <param name="cancellationToken">Stops the work.</param>
internal sealed class PointStabilizers(StabilizerChain group, CancellationToken cancellationToken)
{
    // A few seconds, and 256 MiB.
    private const int MaxCount = 1 << 13;
    private const long MaxStored = 1L << 26;

    private readonly Dictionary<(EquatableArray<int>, int), StabilizerChain> _chains = [];
    private long _stored;

    /// <summary>A set of points with one more, ascending.</summary>
    public static EquatableArray<int> With(EquatableArray<int> points, int point) => new(points.Append(point).OrderBy(p => p));

    /// <summary>The pointwise stabiliser of a set, with a base that starts at a point: one level below is the stabiliser with that point too.</summary>
    /// <param name="points">The set, ascending.</param>
    /// <param name="chain">Its stabiliser.</param>
    /// <param name="point">The point.</param>
    public StabilizerChain At(EquatableArray<int> points, StabilizerChain chain, int point)
    {
        if (_chains.TryGetValue((points, point), out StabilizerChain? known)) return known;
        if (_chains.Count >= MaxCount || _stored > MaxStored)
            throw new OverflowException(
                FormattableString.Invariant(
                    $"The orbits of this group of {group.Order} permutations of {group.Degree} points need more than {_chains.Count} stabilisers: take shorter lists of points."
                )
            );
        StabilizerChain rebased = chain.Rebase([point], cancellationToken);
        _chains.Add((points, point), rebased);
        _stored += rebased.Stored;
        return rebased;
    }
}
