using System;
using System.Collections.Generic;
using System.Linq;

namespace Reps.Benchmarking;

/// <summary>What the machine does at most, measured: no kernel can be faster than these allow.</summary>
/// <param name="Threads">How many threads worked at once.</param>
/// <param name="FmaFloat">Operations a second, two for each fused multiplication and addition of floats.</param>
/// <param name="FmaDouble">The same of doubles.</param>
/// <param name="Levels">L2, L3 and memory.</param>
internal sealed record MachineLimits(int Threads, double FmaFloat, double FmaDouble, IReadOnlyList<MemoryLevel> Levels)
{
    // Far beyond any L3: what remains there between passes does not count.
    private const long MemoryBytes = 288L << 20;

    /// <summary>Measures.</summary>
    /// <param name="threads">How many threads work at once.</param>
    /// <param name="seconds">How long each of the figures may take.</param>
    public static MachineLimits Measure(int threads, double seconds)
    {
        using ThreadTeam team = new(threads);
        Caches caches = Caches.Find();
        using AlignedBuffer memory = new(Math.Max(MemoryBytes, 8 * caches.L3) / sizeof(float));
        // Half of a cache, or a quarter of one that others share: a pass must not be disturbed by what else lies there.
        MemoryLevel l2 = Level("L2", caches.L2 * threads, caches.L2 * threads / 2, streaming: false);
        MemoryLevel l3 = Level("L3", caches.L3, caches.L3 / 4, streaming: false);
        MemoryLevel all = Level("memory", double.PositiveInfinity, memory.Length * sizeof(float), streaming: true);
        return new MachineLimits(
            threads,
            threads * FmaChains.FloatFlops / Timing.Best(() => team.Run(_ => FmaChains.Float()), seconds),
            threads * FmaChains.DoubleFlops / Timing.Best(() => team.Run(_ => FmaChains.Double()), seconds),
            [l2, l3, all]
        );

        MemoryLevel Level(string name, double capacity, long bytes, bool streaming) =>
            MeasureLevel(team, memory, name, capacity, bytes, streaming, seconds);
    }

    /// <summary>The level in which operands of so many bytes lie.</summary>
    public MemoryLevel LevelOf(double bytes) => Levels.First(level => bytes <= level.Capacity);

    /// <summary>The faster of two measurements, for each figure.</summary>
    public MachineLimits Or(MachineLimits other) =>
        new(
            Threads,
            Math.Max(FmaFloat, other.FmaFloat),
            Math.Max(FmaDouble, other.FmaDouble),
            [.. Levels.Zip(other.Levels, (one, another) => one.Or(another))]
        );

    private static unsafe MemoryLevel MeasureLevel(
        ThreadTeam team,
        AlignedBuffer memory,
        string name,
        double capacity,
        long bytes,
        bool streaming,
        double seconds
    )
    {
        // Each thread has three parts of its own, in whole groups of vectors.
        long part = bytes / sizeof(float) / team.Count / 3 / 1024 * 1024;
        // Small sets are passed over many times, so that waiting for the other threads does not count.
        int times = (int)Math.Max(1, (4L << 20) / bytes);
        return new MemoryLevel(
            name,
            capacity,
            Rate(start => MemoryPasses.Read(start, start + part, start + 2 * part, part)),
            Rate(start => MemoryPasses.Write(start, 3 * part)),
            Rate(start => MemoryPasses.Triad(start, start + part, start + 2 * part, part)),
            streaming ? Rate(start => MemoryPasses.Stream(start, 3 * part)) : 0,
            streaming ? Rate(start => MemoryPasses.TriadStreaming(start, start + part, start + 2 * part, part)) : 0
        );

        double Rate(Pass pass)
        {
            void Work(int thread)
            {
                for (int time = 0; time < times; time++) pass(memory.Start + thread * 3 * part);
            }
            return 3.0 * part * sizeof(float) * team.Count * times / Timing.Best(() => team.Run(Work), seconds);
        }
    }

    private unsafe delegate void Pass(float* start);
}
