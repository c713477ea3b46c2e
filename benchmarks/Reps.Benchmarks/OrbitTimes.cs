using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using Reps.Algebra;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Benchmarks;

/// <summary>
/// Layers of graph automorphisms beside the product with their dense matrix by libtorch, whose results are checked to be the same; and how long their
/// plans and programs take to derive. Float, one thread.
/// </summary>
internal static class OrbitTimes
{
    private const double SecondsEach = 0.4;

    private static readonly string[] s_columns =
        ["layer", "channels", "rows", "orbits", "integers", "plan, ms", "program, ms", "dense, ms", "ours, ms", "dense/ours", "backward, ms"];

    private static readonly (string Group, int K, int L, int Channels)[] s_cases =
    [
        ("Aut(petersen)", 1, 1, 16), ("Aut(petersen)", 2, 2, 16), ("Aut(petersen)", 2, 2, 1), ("D(12)", 2, 1, 16),
        ("Aut(shrikhande)", 2, 2, 16), ("Aut(hypercube(4))", 2, 2, 16), ("B(10)", 2, 2, 16), ("Aut(rook(5,5))", 2, 2, 8),
    ];

    /// <summary><c>orbits</c></summary>
    public static int Report()
    {
        Parallelism.MaxThreads = 1;
        set_num_threads(1);
        List<string[]> table = [];
        foreach ((string group, int k, int l, int channels) in s_cases)
        foreach (int rows in new[] { 1, 64 })
        {
            TensorPowers input = TensorPowers.Parse($"{group}: {channels}xV^{k}"), output = TensorPowers.Parse($"{group}: {channels}xV^{l}");
            DiagramPlan plan = DiagramPlan.Create(input, output);
            int[] sizes = [input.Spaces[0].N];
            DiagramLinear layer = new(plan);
            Random random = new(1);
            float[] Some(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
            int dimIn = (int)input.Dim(sizes), dimOut = (int)output.Dim(sizes);
            float[] x = Some(rows * dimIn), w = Some(layer.WeightCount), y = new float[rows * dimOut], gx = new float[x.Length], gw = new float[w.Length];
            // The matrix: what the layer makes of the unit vectors.
            float[] units = new float[dimIn * dimIn], matrix = new float[dimIn * dimOut];
            for (int i = 0; i < dimIn; i++) units[(i * dimIn) + i] = 1;
            layer.Forward<float>(sizes, units, w, [], matrix);
            using DisposeScope scope = NewDisposeScope();
            using IDisposable ungraded = no_grad();
            Tensor dense = tensor(matrix).reshape(dimIn, dimOut), features = tensor(x).reshape(rows, dimIn);
            layer.Forward<float>(sizes, x, w, [], y);
            float error = (features.matmul(dense).reshape(-1) - tensor(y)).abs().max().item<float>();
            if (error > 1e-3f * y.Max(Math.Abs)) throw new ArgumentException($"The two ways to compute {group}, {k} to {l} differ by {error}.");
            double ours = Time(() => layer.Forward<float>(sizes, x, w, [], y)), back = Time(() => layer.Backward<float>(sizes, x, w, y, gx, gw, []));
            double product = Time(() => Multiply(features, dense));
            table.Add(
                [
                    $"{group}, {k} to {l}", Text(channels, "0"), Text(rows, "0"), Text(plan.Paths.Count, "0"), Text(OrbitProgram.Lower(plan).Integers.Count, "0"),
                    Text(Time(() => DiagramPlan.Create(input, output)) * 1e3, "0.00"), Text(Time(() => OrbitProgram.Lower(plan)) * 1e3, "0.00"),
                    Text(product * 1e3, "0.000"), Text(ours * 1e3, "0.000"), Text(product / ours, "0.0"), Text(back * 1e3, "0.000"),
                ]);
        }
        RooflineReport.Print(s_columns, table);
        OrbitStartup.Report();
        return 0;
    }

    private static void Multiply(Tensor features, Tensor dense)
    {
        using DisposeScope scope = NewDisposeScope();
        features.matmul(dense);
    }

    private static double Time(Action action)
    {
        action();
        action();
        double best = double.MaxValue;
        long start = Stopwatch.GetTimestamp();
        for (int count = 0; Stopwatch.GetElapsedTime(start).TotalSeconds < SecondsEach || count < 4; count++)
        {
            long begin = Stopwatch.GetTimestamp();
            action();
            best = Math.Min(best, Stopwatch.GetElapsedTime(begin).TotalSeconds);
        }
        return best;
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
