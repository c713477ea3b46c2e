using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using Potential.Data;
using TorchSharp;

namespace Reps.Benchmarks;

/// <summary>
/// The potential of the samples: whole training steps (batch, energies, forces, loss, gradients, clipping, optimizer, moving average) and whole
/// evaluations of molecular dynamics (neighbours within the skin, energy, forces), beside those of another program.
/// </summary>
internal static class PotentialTimes
{
    private const int Warmup = 20;

    private static readonly string[] s_columns =
    [
        "mode", "structures", "atoms", "edges", "threads", "ms median", "ms least", "a second", "peer ms", "peer least", "ratio", "of least",
    ];

    // As the sample is trained; as many structures in a step as make steps of a tenth of a second or less.
    private static readonly (string File, int Frames)[] s_data = [("ethanol_300K_train.xyz", 10), ("3bpa_300K_train.xyz", 5)];

    /// <summary><c>potential [FILE…] [--threads 1|2] [--steps N] [--structures FOLDER]</c>; files hold times of the other program.</summary>
    public static int Report(IReadOnlyList<string> arguments)
    {
        Arguments options = new(arguments, "--threads", "--steps", "--structures");
        List<Times> peers = [.. options.Words.SelectMany(Read)];
        string folder = options["--structures"] ?? Path.Combine("samples", "Potential", "structures");
        int steps = options.Count("--steps", 60);
        List<string[]> rows = [];
        foreach (int threads in options.Among("--threads", ["1", "2"]).Select(text => int.Parse(text, CultureInfo.InvariantCulture)))
        {
            (Parallelism.MaxThreads, int before) = (threads, torch.get_num_threads());
            torch.set_num_threads(threads);
            foreach ((string file, int frames) in s_data)
            {
                List<Structure> structures = StructureFile.ReadLabelled(Path.Combine(folder, file));
                rows.Add(Row(Training(structures, file, frames, threads, steps), peers));
                rows.Add(Row(Dynamics(structures, file, threads, steps), peers));
            }
            torch.set_num_threads(before);
        }
        RooflineReport.Print(s_columns, rows);
        return 0;
    }

    private static Times Training(List<Structure> structures, string file, int frames, int threads, int steps)
    {
        using PotentialSteps run = PotentialSteps.Training(structures, frames);
        return Times.Of("train", file, threads, Measure(steps, run.Step), run);
    }

    private static Times Dynamics(List<Structure> structures, string file, int threads, int steps)
    {
        using PotentialSteps run = PotentialSteps.Dynamics(structures);
        return Times.Of("md", file, threads, Measure(steps, run.Step), run);
    }

    private static double[] Measure(int steps, Action<int> step)
    {
        for (int n = 0; n < Warmup; n++) step(n);
        double[] times = new double[steps];
        for (int n = 0; n < steps; n++)
        {
            long start = Stopwatch.GetTimestamp();
            step(n);
            times[n] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;

        }
        return times;
    }

    private static string[] Row(Times ours, List<Times> peers)
    {
        List<Times> same = [.. peers.Where(peer => (peer.Mode, peer.File, peer.Threads) == (ours.Mode, ours.File, ours.Threads))];
        string[] row =
        [
            ours.Mode, ours.File.Split('_')[0], Text(ours.Atoms, "0"), Text(ours.Edges, "0"), Text(ours.Threads, "0"), Text(ours.Median, "0.0"),
            Text(ours.Least, "0.0"), Text(1000 / ours.Median, "0.0"),
        ];
        if (same.Count == 0) return [.. row, "", "", "", ""];
        // The form of the other program that is fastest.
        (double median, double least) = (same.Min(peer => peer.Median), same.Min(peer => peer.Least));
        return [.. row, Text(median, "0.0"), Text(least, "0.0"), Text(median / ours.Median, "0.0"), Text(least / ours.Least, "0.0")];
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static IEnumerable<Times> Read(string file)
    {
        string[] lines = File.ReadAllLines(file);
        for (int n = 0; n < lines.Length; n++)
        {
            if (string.IsNullOrWhiteSpace(lines[n])) continue;
            Times times;
            try
            {
                using JsonDocument document = JsonDocument.Parse(lines[n]);
                JsonElement line = document.RootElement;
                JsonElement ms = line.GetProperty("ms");
                times = new(
                    line.GetProperty("mode").GetString()!,
                    line.GetProperty("file").GetString()!,
                    line.GetProperty("threads").GetInt32(),
                    ms.GetProperty("median").GetDouble(),
                    ms.GetProperty("min").GetDouble(),
                    line.GetProperty("atoms").GetDouble(),
                    line.GetProperty("edges").GetDouble());
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
            {
                throw new FormatException(
                    $"{file}, line {n + 1}: expected an object with \"mode\" (train or md), \"file\", \"threads\", \"atoms\", \"edges\" and "
                        + $"\"ms\" with \"median\" and \"min\" ({exception.Message})");
            }
            yield return times;
        }
    }

    private sealed record Times(string Mode, string File, int Threads, double Median, double Least, double Atoms, double Edges)
    {
        public static Times Of(string mode, string file, int threads, double[] times, PotentialSteps run)
        {
            Array.Sort(times);
            double median = (times[times.Length / 2] + times[(times.Length - 1) / 2]) / 2;
            return new(mode, file, threads, median, times[0], run.Atoms, run.Edges);
        }
    }
}
