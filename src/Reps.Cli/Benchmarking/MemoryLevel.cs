using System;

namespace Reps.Benchmarking;

/// <summary>Bandwidths of one level of the memory, in bytes a second: those a program reads or writes, without what caches fetch besides.</summary>
/// <param name="Name">L2, L3 or memory.</param>
/// <param name="Capacity">Operands of at most so many bytes stay in it.</param>
/// <param name="Read">Reading alone.</param>
/// <param name="Write">Writing alone, with ordinary stores.</param>
/// <param name="Triad">Reading two numbers for each that is written.</param>
/// <param name="StreamingWrite">Writing with stores that go around the caches; zero where that makes no sense.</param>
/// <param name="StreamingTriad">The same mixture with such stores.</param>
internal sealed record MemoryLevel(string Name, double Capacity, double Read, double Write, double Triad, double StreamingWrite, double StreamingTriad)
{
    /// <summary>The faster of the two ways to write.</summary>
    public double BestWrite => Math.Max(Write, StreamingWrite);

    /// <summary>The fastest of all passes.</summary>
    public double Best => Math.Max(Math.Max(Read, BestWrite), Math.Max(Triad, StreamingTriad));

    /// <summary>The faster of two measurements, for each figure.</summary>
    public MemoryLevel Or(MemoryLevel other) =>
        new(
            Name,
            Capacity,
            Math.Max(Read, other.Read),
            Math.Max(Write, other.Write),
            Math.Max(Triad, other.Triad),
            Math.Max(StreamingWrite, other.StreamingWrite),
            Math.Max(StreamingTriad, other.StreamingTriad)
        );
}
