using System;
using System.Collections.Generic;

namespace Reps.Benchmarking;

/// <summary>Times of workloads beside what the machine allows, both measured in one run.</summary>
internal sealed class Roofline
{
    private readonly SortedDictionary<int, MachineLimits> _limits = [];
    private readonly List<RooflineRow> _rows = [];

    /// <summary>The limits for each number of threads.</summary>
    public IReadOnlyCollection<MachineLimits> Limits => _limits.Values;

    /// <summary>The measured passes.</summary>
    public IReadOnlyList<RooflineRow> Rows => _rows;

    /// <summary>The bound of a measured pass.</summary>
    public Bound BoundOf(RooflineRow row) => row.Bound(_limits[row.Threads]);

    /// <summary>
    /// Measures the limits; once more after the workloads, and what disturbed one of the two measurements does not count. More threads can do
    /// at least what fewer can.
    /// </summary>
    /// <param name="threads">Numbers of threads.</param>
    /// <param name="seconds">How long each figure may take.</param>
    public void MeasureLimits(IEnumerable<int> threads, double seconds)
    {
        foreach (int count in threads)
        {
            MachineLimits limits = MachineLimits.Measure(count, seconds);
            _limits[count] = _limits.TryGetValue(count, out MachineLimits? before) ? limits.Or(before) : limits;
        }
        MachineLimits? fewer = null;
        foreach (int count in new List<int>(_limits.Keys)) _limits[count] = fewer = fewer is null ? _limits[count] : _limits[count].Or(fewer);
    }

    /// <summary>Measures a workload, for the first time or again; the threads are those that the kernels themselves start.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="threads">Numbers of threads.</param>
    /// <param name="seconds">How long each pass may take on each number of threads.</param>
    public void Measure(Workload workload, IReadOnlyList<int> threads, double seconds)
    {
        int before = Parallelism.MaxThreads;
        try
        {
            // Kernels may go another way on several threads, so all ways are compiled before the first is timed.
            Timing.WarmUp(
                () =>
                {
                    foreach (int count in threads) Each(workload, count, pass => pass.WarmUp());
                },
                Math.Clamp(2 * seconds, 1, 3)
            );
            foreach (int count in threads) Each(workload, count, pass => Keep(Row(workload, pass, count, Timing.Best(pass.Run, seconds))));
        }
        finally
        {
            Parallelism.MaxThreads = before;
        }
    }

    // Of a pass that is measured again, the lesser time counts.
    private void Keep(RooflineRow row)
    {
        int known = _rows.FindIndex(r => (r.Workload, r.Pass, r.Threads) == (row.Workload, row.Pass, row.Threads));
        if (known < 0) _rows.Add(row);
        else if (row.Seconds < _rows[known].Seconds) _rows[known] = row;
    }

    private static void Each(Workload workload, int threads, Action<Pass> action)
    {
        Parallelism.MaxThreads = threads;
        foreach (Pass pass in workload.Passes) action(pass);
    }

    private static RooflineRow Row(Workload workload, Pass pass, int threads, double time) =>
        new(workload.Name, pass.Name, threads, workload.Unit, workload.Units, time / workload.Units, pass.Counts, pass.WorkingSet);
}
