using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Reps.Algebra;

/// <summary>
/// Copies of a tensor power: <c>16xV^2</c> is sixteen matrices. Of a product of groups there is one power for each space, and the axes of the
/// first space come first.
/// </summary>
/// <param name="Channels">How many copies.</param>
/// <param name="Powers">The power of each space.</param>
public sealed record TensorPower(int Channels, EquatableArray<int> Powers)
{
    /// <summary>The number of axes.</summary>
    public int Axes => Powers.Sum();

    /// <summary>The length of each axis, space after space.</summary>
    /// <param name="sizes">n of each space.</param>
    public IEnumerable<long> Lengths(IReadOnlyList<int> sizes) => Powers.SelectMany((power, space) => Enumerable.Repeat((long)sizes[space], power));

    /// <summary>The power without axes, on which the number one lies.</summary>
    internal static TensorPower One(EquatableArray<TensorSpace> spaces) => new(1, new(spaces.Select(static _ => 0)));

    /// <summary>The number of values of a channel.</summary>
    /// <param name="sizes">n of each space.</param>
    /// <exception cref="OverflowException">It is beyond what memory addresses.</exception>
    public long Size(IReadOnlyList<int> sizes)
    {
        long size = 1;
        for (int s = 0; s < Powers.Count; s++)
        for (int p = 0; p < Powers[s]; p++)
            size = checked(size * sizes[s]);
        return size;
    }

    /// <summary><c>16xV^2</c>, <c>4xV^(2,1)</c>.</summary>
    public override string ToString()
    {
        string powers = string.Join(",", Powers.Select(power => power.ToString(CultureInfo.InvariantCulture)));
        return Channels.ToString(CultureInfo.InvariantCulture) + "xV^" + (Powers.Count == 1 ? powers : "(" + powers + ")");
    }
}
