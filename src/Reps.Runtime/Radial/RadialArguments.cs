using System;
using System.Runtime.CompilerServices;

namespace Reps;

/// <summary>Argument checks that the radial functions share.</summary>
internal static class RadialArguments
{
    /// <summary>A basis has at most this many functions, so that no size derived from a count overflows.</summary>
    private const int MaxCount = 1 << 16;

    /// <summary>Returns a count of functions that is from 1 to 65,536.</summary>
    public static int Count(int count, [CallerArgumentExpression(nameof(count))] string? name = null) => count is >= 1 and <= MaxCount
        ? count
        : throw new ArgumentOutOfRangeException(name, count, $"The number of functions must be from 1 to {MaxCount}.");

    /// <summary>Returns a length that is positive and finite.</summary>
    public static double Length(double length, [CallerArgumentExpression(nameof(length))] string? name = null) =>
        double.IsFinite(length) && length > 0
        ? length
        : throw new ArgumentOutOfRangeException(name, length, "The length must be positive and finite.");

    /// <summary>Checks that a result holds <paramref name="count"/> numbers per distance.</summary>
    public static void Spans(int distances, int results, int count)
    {
        if (results != (long)distances * count)
        {
            throw new ArgumentException(
                $"{distances} distances and {count} functions give {(long)distances * count} numbers, but the result holds {results}.");
        }
    }
}
