using System;

namespace Reps;

/// <summary>Argument checks that the grids share.</summary>
internal static class GridArguments
{
    /// <summary>Most numbers in one table, so that no size overflows and none is allocated by mistake: 512 MiB.</summary>
    public const long MaxTable = 1 << 26;

    /// <summary>Largest number of points along one angle.</summary>
    public const int MaxResolution = 1 << 14;

    /// <summary>Returns a degree within the budget.</summary>
    public static int Degree(int lmax, string name = "lmax") => lmax is >= 0 and <= Budget.MaxDegree
        ? lmax
        : throw new ArgumentOutOfRangeException(name, lmax, $"A degree must be from 0 to {Budget.MaxDegree}.");

    /// <summary>The largest of some degrees, 0 if there are none, and the number of components of all.</summary>
    public static (int Lmax, int Dim) Degrees(ReadOnlySpan<int> degrees)
    {
        (int lmax, long dim) = (0, 0);
        foreach (int l in degrees)
        {
            lmax = Math.Max(lmax, Degree(l, nameof(degrees)));
            dim += 2 * l + 1;
        }
        Budget.CheckDim(dim);
        return (lmax, (int)dim);
    }

    /// <summary>Returns a number of points along one angle, if it is from 1 to the limit.</summary>
    public static int Resolution(int resolution, string name) => resolution is >= 1 and <= MaxResolution
        ? resolution
        : throw new ArgumentOutOfRangeException(name, resolution, $"A grid has from 1 to {MaxResolution} points along one angle.");

    /// <summary>Returns the size of a table, if it is within the limit.</summary>
    public static int Table(string what, params ReadOnlySpan<long> shape)
    {
        long size = 1;
        foreach (long dimension in shape)
        {
            size *= dimension;
            if (size > MaxTable)
                throw new ArgumentException(
                    $"{what} of shape [{string.Join(", ", shape.ToArray())}] has more than {MaxTable} numbers: lower the degree or the resolution."
                );
        }
        return (int)size;
    }
}
