using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using Reps.Algebra;
using Reps.Kernels;

namespace Reps.Benchmarks;

/// <summary>Diagram layers with a small fixed n, as half-diagrams and as one matrix: what the cost model chooses, and what would be right.</summary>
internal static class DiagramFormTimes
{
    private const int Rows = 256;

    private static readonly (string Group, int K, int L, int Channels)[] s_cases =
    [
        ("O(3)", 1, 1, 1), ("O(3)", 1, 1, 16), ("O(3)", 2, 2, 1), ("O(3)", 2, 2, 4), ("O(3)", 2, 2, 8), ("O(3)", 3, 3, 1), ("O(3)", 3, 3, 4), ("O(3)", 2, 4, 1),
        ("SO(3)", 2, 2, 1), ("SO(3)", 2, 2, 4), ("SO(3)", 3, 2, 2), ("Sp(4)", 2, 2, 1), ("Sp(4)", 2, 2, 4), ("S(3)", 2, 2, 1), ("S(4)", 2, 2, 1), ("S(4)", 2, 2, 4),
        ("S(4)", 2, 2, 8), ("S(3)", 3, 3, 1), ("S(8)", 2, 2, 1), ("S(10)", 2, 2, 1), ("S(100)", 1, 1, 1), ("A(4)", 2, 2, 1), ("A(4)", 2, 2, 4), ("A(3)", 3, 2, 1),
    ];

    /// <summary><c>diagram-forms</c></summary>
    public static int Report()
    {
        Parallelism.MaxThreads = 1;
        List<string[]> rows = [];
        int right = 0;
        foreach ((string group, int k, int l, int channels) in s_cases)
        {
            DiagramPlan plan = DiagramPlan.Create(TensorPowers.Parse($"{group}: {channels}xV^{k}"), TensorPowers.Parse($"{group}: {channels}xV^{l}"));
            LayerProgram form = DiagramProgram.LowerHalves(plan), program = DiagramProgram.Lower(plan);
            LayerProgram one = MatrixProgram.Lower(plan, form, leastRows: 0);
            bool tooLarge = one.Form != ProgramForm.Matrix;
            double halves = Time(plan, form), matrix = tooLarge ? double.PositiveInfinity : Time(plan, one);
            int least = program.Form == ProgramForm.Matrix ? program.Integers[6] : int.MaxValue;
            bool chosen = least <= Rows;
            if (chosen == matrix < halves) right++;
            rows.Add(
                [
                    $"{group}, {k} to {l}", channels.ToString(CultureInfo.InvariantCulture), Nanoseconds(halves), tooLarge ? "too large" : Nanoseconds(matrix), chosen ? "matrix" : "halves", least == int.MaxValue ? "" : least.ToString(CultureInfo.InvariantCulture),
                    ((chosen ? matrix : halves) / Math.Min(matrix, halves)).ToString("0.00", CultureInfo.InvariantCulture),
                ]);
        }
        RooflineReport.Print(["layer", "channels", "halves, ns a row", "matrix, ns a row", "chosen", "matrix from, rows", "chosen/best"], rows);
        Console.WriteLine($"{right} of {s_cases.Length} choices are the faster form");
        return 0;
    }

    private static string Nanoseconds(double seconds) => (seconds * 1e9 / Rows).ToString("0", CultureInfo.InvariantCulture);

    private static double Time(DiagramPlan plan, LayerProgram program)
    {
        int[] integers = [.. program.Integers], sizes = [.. plan.Input.Spaces.Select(space => space.N)];
        Random random = new(1);
        float[] x = [.. Enumerable.Range(0, Rows * (int)plan.Input.Dim(sizes)).Select(_ => random.NextSingle() - 0.5f)];
        float[] w = [.. Enumerable.Range(0, plan.WeightCount).Select(_ => random.NextSingle() - 0.5f)], y = new float[Rows * (int)plan.Output.Dim(sizes)];
        double best = double.MaxValue;
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < 0.25)
        {
            long begin = Stopwatch.GetTimestamp();
            DiagramKernel.Forward<float>(integers, sizes, x, w, [], y);
            best = Math.Min(best, Stopwatch.GetElapsedTime(begin).TotalSeconds);
        }
        return best;
    }
}
