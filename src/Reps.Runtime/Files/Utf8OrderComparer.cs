using System;
using System.Collections.Generic;

namespace Reps;

/// <summary>
/// Orders texts as their UTF-8 bytes do, which is by code point. <see cref="StringComparer.Ordinal"/> differs: it compares UTF-16
/// units, where the surrogates of U+10000 and above come before U+E000.
/// </summary>
internal sealed class Utf8OrderComparer : IComparer<string>
{
    public static Utf8OrderComparer Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> left = x;
        ReadOnlySpan<char> right = y;
        int same = left.CommonPrefixLength(right);
        if (same == left.Length || same == right.Length)
            return left.Length.CompareTo(right.Length);
        // The first unequal units decide: a surrogate there stands for a code point above every other unit.
        char a = left[same];
        char b = right[same];
        return char.IsSurrogate(a) == char.IsSurrogate(b) ? a.CompareTo(b) : char.IsSurrogate(a) ? 1 : -1;
    }
}
