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

    /// <summary>Checks that a result holds <paramref name="count"/> numbers per distance, and shares no memory with the distances; it may be the
    /// same span where there is one number for each.</summary>
    public static void Spans<T>(ReadOnlySpan<T> distances, Span<T> results, int count, [CallerArgumentExpression(nameof(results))] string? name = null)
    {
        if (results.Length != (long)distances.Length * count)
            throw new ArgumentException(
                $"'{name}' holds {results.Length} numbers; {distances.Length} distances and {count} functions give {(long)distances.Length * count}.", name);
        if (distances.Overlaps(results, out int offset) && (count > 1 || offset != 0))
            throw new ArgumentException($"'{name}' overlaps the distances, which would be overwritten while they are read: pass separate memory.", name);
    }
}
