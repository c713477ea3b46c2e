using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Reps.Benchmarking;

/// <summary>Measurements for people: the cells of two tables.</summary>
internal static class RooflineText
{
    /// <summary>The heads of the table of limits.</summary>
    public static readonly string[] LimitColumns = ["threads", "limit", "read", "write", "triad", "streaming write", "streaming triad"];

    /// <summary>The heads of the table of workloads.</summary>
    public static readonly string[] RowColumns = ["workload", "pass", "threads", "unit", "time", "bytes", "flop", "bound", "time/bound", "limit"];

    /// <summary>The rows of the table of limits.</summary>
    public static IEnumerable<string[]> Limits(Roofline roofline)
    {
        foreach (MachineLimits limits in roofline.Limits)
        {
            string threads = limits.Threads.ToString(CultureInfo.InvariantCulture);
            yield return [threads, "arithmetic", Text($"float {limits.FmaFloat / 1e9:F1} Gflop/s"), Text($"double {limits.FmaDouble / 1e9:F1} Gflop/s"), "", "", ""];
            foreach (MemoryLevel level in limits.Levels)
                yield return [threads, level.Name, .. new[] { level.Read, level.Write, level.Triad, level.StreamingWrite, level.StreamingTriad }.Select(Rate)];
        }
    }

    /// <summary>The rows of the table of workloads.</summary>
    public static IEnumerable<string[]> Rows(Roofline roofline)
    {
        foreach (RooflineRow row in roofline.Rows)
        {
            Bound bound = roofline.BoundOf(row);
            yield return
            [
                row.Workload,
                row.Pass,
                Text($"{row.Threads}"),
                row.Unit,
                Time(row.Seconds),
                Text($"{row.Counts.Bytes:F0}"),
                Text($"{row.Counts.Flops:F0}"),
                Time(bound.Seconds),
                Text($"{row.Seconds / bound.Seconds:F2}"),
                bound.Resource,
            ];
        }
    }

    /// <summary>A time with three digits and a prefix.</summary>
    public static string Time(double seconds) =>
        seconds switch
        {
            >= 1 => Digits(seconds) + " s",
            >= 1e-3 => Digits(seconds * 1e3) + " ms",
            >= 1e-6 => Digits(seconds * 1e6) + " µs",
            _ => Digits(seconds * 1e9) + " ns",
        };

    private static string Digits(double value) => value.ToString(value >= 99.95 ? "F0" : value >= 9.995 ? "F1" : "F2", CultureInfo.InvariantCulture);

    private static string Rate(double bytes) => bytes > 0 ? Text($"{bytes / 1e9:F1} GB/s") : "";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
