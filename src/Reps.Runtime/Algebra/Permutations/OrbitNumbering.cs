using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Reps.Algebra;

/// <summary>
/// Numbers the orbits on lists of points. The block of lists that start with a point is that of the smallest point of its orbit, moved; and
/// that one is numbered by the stabiliser of the point, in the same way.
/// </summary>
internal sealed class OrbitNumbering
{
    private readonly int[] _strides;
    private readonly PointStabilizers _stabilizers;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Numbers the orbits of a group on n⁰ … n^N lists, of which the powers are given.</summary>
    public OrbitNumbering(StabilizerChain group, int[] strides, CancellationToken cancellationToken)
    {
        (_strides, _cancellationToken) = (strides, cancellationToken);
        _stabilizers = new(group, cancellationToken);
        Ids = new int[strides[strides.Length - 1]];
        Number(default, group, 0, strides.Length - 1);
    }

    /// <summary>The number of the orbit of each list.</summary>
    public int[] Ids { get; }

    /// <summary>The position of the smallest list of each orbit.</summary>
    public List<int> Representatives { get; } = [];

    // All lists with the same beginning, at an offset, under the stabiliser of the points in it.
    private void Number(EquatableArray<int> points, StabilizerChain chain, int offset, int length)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (length == 0 || chain.IsTrivial)
        {
            for (int n = 0; n < _strides[length]; n++)
            {
                Ids[offset + n] = Representatives.Count;
                Representatives.Add(offset + n);
            }
            return;
        }
        int stride = _strides[length - 1];
        foreach (int[] orbit in PointOrbits.Of(chain))
        {
            int first = offset + (orbit[0] * stride);
            if (orbit.Length == 1)
            {
                Number(points, chain, first, length - 1);
                continue;
            }
            StabilizerChain rebased = _stabilizers.At(points, chain, orbit[0]);
            Number(PointStabilizers.With(points, orbit[0]), rebased.Below(1), first, length - 1);
            foreach (int point in orbit.Skip(1)) Copy(rebased[0].ToPoint[point]!, first, offset + (point * stride), length - 1);
        }
    }

    private void Copy(int[] move, int from, int to, int length)
    {
        if (length == 0)
        {
            Ids[to] = Ids[from];
            return;
        }
        if (length > 1) _cancellationToken.ThrowIfCancellationRequested();
        int stride = _strides[length - 1];
        for (int point = 0; point < move.Length; point++) Copy(move, from + (move[point] * stride), to + (point * stride), length - 1);
    }
}
