using System;
using System.Linq;
using System.Text.Json.Nodes;

namespace Reps.Benchmarking;

/// <summary>Measurements for programs: seconds, bytes and operations, without prefixes.</summary>
internal static class RooflineJson
{
    /// <summary>The limits and the rows.</summary>
    public static JsonObject Of(Roofline roofline) =>
        new()
        {
            ["processors"] = Environment.ProcessorCount,
            ["runtime"] = Environment.Version.ToString(),
            ["limits"] = new JsonArray([.. roofline.Limits.Select(limits => (JsonNode)Limits(limits))]),
            ["rows"] = new JsonArray([.. roofline.Rows.Select(row => (JsonNode)Row(row, roofline.BoundOf(row)))]),
        };

    private static JsonObject Limits(MachineLimits limits) =>
        new()
        {
            ["threads"] = limits.Threads,
            ["fma_float"] = limits.FmaFloat,
            ["fma_double"] = limits.FmaDouble,
            ["levels"] = new JsonArray([.. limits.Levels.Select(level => (JsonNode)Level(level))]),
        };

    private static JsonObject Level(MemoryLevel level) =>
        new()
        {
            ["level"] = level.Name,
            ["read"] = level.Read,
            ["write"] = level.Write,
            ["triad"] = level.Triad,
            ["streaming_write"] = level.StreamingWrite > 0 ? level.StreamingWrite : null,
            ["streaming_triad"] = level.StreamingTriad > 0 ? level.StreamingTriad : null,
        };

    private static JsonObject Row(RooflineRow row, Bound bound) =>
        new()
        {
            ["workload"] = row.Workload,
            ["pass"] = row.Pass,
            ["threads"] = row.Threads,
            ["unit"] = row.Unit,
            ["units"] = row.Units,
            ["seconds"] = row.Seconds,
            ["bytes_read"] = row.Counts.Read,
            ["bytes_written"] = row.Counts.Written,
            ["flops"] = row.Counts.Flops,
            ["bound"] = bound.Seconds,
            ["ratio"] = row.Seconds / bound.Seconds,
            ["resource"] = bound.Resource,
        };
}
