using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace Reps;

/// <summary>A permutation p of 0 … n−1, as the list of its images p(0) … p(n−1). Immutable; ordered as lists are.</summary>
public sealed partial class Permutation : IReadOnlyList<int>, IEquatable<Permutation>, IComparable<Permutation>
{
    /// <summary>The largest n.</summary>
    public const int MaxCount = 1024;

    private readonly int[] _images;

    /// <summary>A permutation from its images.</summary>
    /// <param name="images">p(0) … p(n−1): each of 0 … n−1 once.</param>
    /// <exception cref="ArgumentException">They are not that, or more than <see cref="MaxCount"/>.</exception>
    public Permutation(params ReadOnlySpan<int> images)
    {
        CheckCount(images.Length);
        if (Problem(images) is string problem) throw new ArgumentException(problem, nameof(images));
        _images = images.ToArray();
    }

    private Permutation(int[] images) => _images = images;

    /// <summary>The images themselves: not to be written to.</summary>
    internal int[] Images => _images;

    /// <summary>n.</summary>
    public int Count => _images.Length;

    /// <summary>Whether it moves nothing.</summary>
    public bool IsIdentity
    {
        get
        {
            for (int i = 0; i < Count; i++)
                if (_images[i] != i)
                    return false;
            return true;
        }
    }

    /// <summary>+1 if it is made of an even number of exchanges, −1 if of an odd number.</summary>
    public int Sign => Cycles().Count(cycle => cycle.Length % 2 == 0) % 2 == 0 ? 1 : -1;

    /// <summary>The image p(i).</summary>
    /// <exception cref="IndexOutOfRangeException">i is not from 0 to n−1.</exception>
    public int this[int index] => _images[index];

    /// <summary>The composition, the right one first: (p·q)(i) = p(q(i)).</summary>
    /// <exception cref="ArgumentException">They permute different numbers of things.</exception>
    public static Permutation operator *(Permutation left, Permutation right)
    {
        if (left is null) throw new ArgumentNullException(nameof(left));
        if (right is null) throw new ArgumentNullException(nameof(right));
        if (left.Count != right.Count)
            throw new ArgumentException($"A permutation of {left.Count} things does not follow one of {right.Count}.", nameof(right));
        int[] images = new int[left.Count];
        for (int i = 0; i < images.Length; i++) images[i] = left._images[right._images[i]];
        return new(images);
    }

    /// <summary>Whether two permutations are the same.</summary>
    public static bool operator ==(Permutation? left, Permutation? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two permutations differ.</summary>
    public static bool operator !=(Permutation? left, Permutation? right) => !(left == right);

    /// <summary>Whether numbers are a permutation of 0 … n−1.</summary>
    /// <param name="images">The numbers.</param>
    /// <returns>Whether each of 0 … n−1 occurs once.</returns>
    public static bool IsPermutation(ReadOnlySpan<int> images) => Problem(images) is null;

    /// <summary>Wraps images that are known to be a permutation and that the caller gives up.</summary>
    internal static Permutation Of(int[] images) => new(images);

    /// <summary>The permutation that moves nothing.</summary>
    /// <param name="count">n.</param>
    /// <returns>The identity.</returns>
    /// <exception cref="ArgumentException">n is negative or above <see cref="MaxCount"/>.</exception>
    public static Permutation Identity(int count)
    {
        CheckCount(count);
        return new(Enumerable.Range(0, count).ToArray());
    }

    /// <summary>The permutation of a number, e3nn's <c>from_int</c>; <see cref="ToInteger"/> is its inverse.</summary>
    /// <param name="number">From 0, the identity, to n! − 1.</param>
    /// <param name="count">n.</param>
    /// <returns>The permutation.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is not in its range.</exception>
    /// <exception cref="ArgumentException">n is negative or above <see cref="MaxCount"/>.</exception>
    public static Permutation FromInteger(BigInteger number, int count)
    {
        CheckCount(count);
        List<int> pool = [.. Enumerable.Range(0, count)];
        int[] images = new int[count];
        BigInteger rest = number;
        for (int i = 0; i < count; i++)
        {
            // Digits of mixed radix: each picks one of those that are left.
            rest = BigInteger.DivRem(rest, pool.Count, out BigInteger digit);
            if (digit.Sign < 0) break;
            images[i] = pool[(int)digit];
            pool.RemoveAt((int)digit);
        }
        if (number.Sign < 0 || !rest.IsZero)
            throw new ArgumentOutOfRangeException(
                nameof(number),
                $"The permutations of {count} things have the numbers from 0 to {count}! - 1."
            );
        return new(images);
    }

    /// <summary>The number of this permutation, e3nn's <c>to_int</c>.</summary>
    /// <returns>From 0 to n! − 1.</returns>
    public BigInteger ToInteger()
    {
        List<int> pool = [.. Enumerable.Range(0, Count)];
        BigInteger number = BigInteger.Zero;
        BigInteger place = BigInteger.One;
        foreach (int image in _images)
        {
            int digit = pool.IndexOf(image);
            number += place * digit;
            place *= pool.Count;
            pool.RemoveAt(digit);
        }
        return number;
    }

    /// <summary>The permutation that undoes this one.</summary>
    /// <returns>p⁻¹.</returns>
    public Permutation Inverse()
    {
        int[] images = new int[Count];
        for (int i = 0; i < Count; i++) images[_images[i]] = i;
        return new(images);
    }

    /// <summary>The cycles of two things or more: each starts with its smallest, and they are in the order of these.</summary>
    /// <returns>The cycles, (i, p(i), p(p(i)), …).</returns>
    public IReadOnlyList<int[]> Cycles()
    {
        List<int[]> cycles = [];
        bool[] seen = new bool[Count];
        for (int start = 0; start < Count; start++)
        {
            List<int> cycle = [];
            for (int i = start; !seen[i]; i = _images[i])
            {
                seen[i] = true;
                cycle.Add(i);
            }
            if (cycle.Count > 1) cycles.Add([.. cycle]);
        }
        return cycles;
    }

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)_images).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _images.GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(Permutation? other) => other is not null && CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Permutation);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = Count;
        foreach (int image in _images) hash = unchecked((hash * 31) + image);
        return hash;
    }

    /// <inheritdoc/>
    public int CompareTo(Permutation? other)
    {
        if (other is null) return 1;
        for (int i = 0; i < Math.Min(Count, other.Count); i++)
            if (_images[i] != other._images[i])
                return _images[i].CompareTo(other._images[i]);
        return Count.CompareTo(other.Count);
    }

    /// <summary>The images: <c>(1 2 0)</c>.</summary>
    public override string ToString() => "(" + string.Join(" ", _images) + ")";

    private static void CheckCount(int count)
    {
        if (count is < 0 or > MaxCount)
            throw new ArgumentException(
                FormattableString.Invariant($"A permutation is of 0 to {MaxCount} things, not {count}."),
                nameof(count)
            );
    }

    private static string? Problem(ReadOnlySpan<int> images)
    {
        bool[] seen = new bool[images.Length];
        for (int i = 0; i < images.Length; i++)
        {
            if (images[i] < 0 || images[i] >= images.Length)
                return FormattableString.Invariant(
                    $"Image {i} is {images[i]}, but a permutation of {images.Length} things has the images 0 to {images.Length - 1}."
                );
            if (seen[images[i]]) return $"Image {i} is {images[i]}, which occurs before: a permutation has each image once.";
            seen[images[i]] = true;
        }
        return null;
    }
}
