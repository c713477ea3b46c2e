using System;

namespace Reps;

/// <summary>A representation as a type: what <see cref="RepAttribute"/> makes of a partial struct.</summary>
/// <typeparam name="TSelf">The struct itself.</typeparam>
public interface IRep<TSelf>
    where TSelf : struct, IRep<TSelf>
{
    /// <summary>The number of values in one feature vector.</summary>
    static abstract int Dim { get; }

    /// <summary>The signature in its canonical form.</summary>
    static abstract string Signature { get; }

    /// <summary>The entries in storage order: static data, nothing is computed.</summary>
    static abstract ReadOnlySpan<RepSegment> Segments { get; }
}
