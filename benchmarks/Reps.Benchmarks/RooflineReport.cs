using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using Reps.Benchmarking;

namespace Reps.Benchmarks;

/// <summary>Every workload beside what the machine allows: a table, and JSON on request.</summary>
internal static class RooflineReport
{
    private const double LimitSeconds = 0.06;
    private const double PassSeconds = 0.4;
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary><c>roofline [--json FILE] [--threads 1|2] [--only a,b]</c>.</summary>
    public static int Report(IReadOnlyList<string> arguments)
    {
        Arguments options = new(arguments, "--json", "--threads", "--only", "--rounds");
        if (options.Words.Count > 0) throw new ArgumentException($"'{options.Words[0]}' is one argument too many for roofline.");
        IEnumerable<int> threads = options.Among("--threads", Environment.ProcessorCount > 1 ? ["1", "2"] : ["1"]).Select(n => int.Parse(n, CultureInfo.InvariantCulture));
        Roofline roofline = Measure(options.Among("--only", Workloads.Names), [.. threads], options.Count("--rounds", 1));
        Print(RooflineText.LimitColumns, [.. RooflineText.Limits(roofline)]);
        Print(RooflineText.RowColumns, [.. RooflineText.Rows(roofline)]);
        if (options["--json"] is string file) File.WriteAllText(file, RooflineJson.Of(roofline).ToJsonString(s_json) + "\n");
        return 0;
    }

    /// <summary>Measures limits and workloads.</summary>
    /// <param name="names">The workloads.</param>
    /// <param name="threads">Numbers of threads.</param>
    /// <param name="rounds">How often everything is measured: the minima outlive what disturbs a machine for seconds.</param>
    public static Roofline Measure(IReadOnlyList<string> names, IReadOnlyList<int> threads, int rounds = 1)
    {
        Roofline roofline = new();
        roofline.MeasureLimits(threads, LimitSeconds);
        for (int round = 0; round < rounds; round++)
        {
            foreach (string name in names)
            {
                using Workload workload = Workloads.Create(name);
                roofline.Measure(workload, threads, PassSeconds);
            }
            roofline.MeasureLimits(threads, LimitSeconds);
        }
        return roofline;
    }

    /// <summary>Prints columns of equal width, numbers to the right.</summary>
    public static void Print(string[] columns, IReadOnlyList<string[]> rows)
    {
        int[] widths = [.. columns.Select((column, n) => rows.Select(row => row[n].Length).Append(column.Length).Max())];
        foreach (string[] row in rows.Prepend(columns)) Console.WriteLine(string.Join("  ", row.Select((cell, n) => cell.PadLeft(widths[n]))));
        Console.WriteLine();
    }
}
