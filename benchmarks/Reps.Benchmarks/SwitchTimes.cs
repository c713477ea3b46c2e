using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Reps.Benchmarking;

namespace Reps.Benchmarks;

/// <summary>
/// Straight-line kernels against tables by the number of coefficient pairs: the curve behind the number of pairs up to which the generator
/// writes straight-line kernels.
/// </summary>
internal static class SwitchTimes
{
    // Operands stay in the second level of the cache or nearly, so that the kernels are compared and not the memory.
    private const int Rows = 128;
    private const int Processes = 3;
    private const double Seconds = 0.2;
    private const int Turns = 4;

    private static readonly (int Left, int Right, int Output)[] s_paths =
    [
        (1, 2, 2), (2, 2, 2), (2, 3, 3), (3, 3, 3), (3, 4, 4), (4, 4, 4), (4, 5, 5), (5, 5, 5), (5, 6, 6), (6, 6, 6),
    ];

    private static readonly string[] s_columns =
    [
        "path", "pairs", "kernels, bytes",
        "forward: first call, ms", "table", "one row, ns", "table",
        "forward+backward: first calls, ms", "table", "one row, ns", "table",
    ];

    /// <summary><c>switch</c>.</summary>
    public static int Report()
    {
        Parallelism.MaxThreads = 1;
        SwitchPattern[] patterns = [.. s_paths.Select(path => new SwitchPattern(path.Left, path.Right, path.Output)).OrderBy(pattern => pattern.Pairs)];
        DirectoryInfo directory = Directory.CreateTempSubdirectory("reps");
        try
        {
            string file = Path.Combine(directory.FullName, "Switched.dll");
            Compile(patterns, file);
            Console.WriteLine($"channelwise products of one path, 64 channels, float, one thread: straight line, then table (first calls: minimum of {Processes} processes)");
            RooflineReport.Print(s_columns, [.. patterns.Select(pattern => Row(pattern, file))]);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
        return 0;
    }

    /// <summary>The first calls in this process, which must be fresh: forward, then backward, in milliseconds.</summary>
    /// <param name="file">The assembly of the patterns.</param>
    /// <param name="name">The class of one.</param>
    /// <param name="form">Which of its forms.</param>
    /// <param name="dims">The numbers of values of left, right and output, and of weights.</param>
    public static int Once(string file, string name, string form, int[] dims)
    {
        Parallelism.MaxThreads = 1;
        (ProductForward forward, ProductBackward backward) = Load(File.ReadAllBytes(file), name, Enum.Parse<SwitchForm>(form));
        float[][] operands = [.. dims.Select(dim => new float[dim])];
        float[][] gradients = [.. dims.Select(dim => new float[dim])];
        long start = Stopwatch.GetTimestamp();
        forward(operands[0], operands[1], operands[3], operands[2]);
        long middle = Stopwatch.GetTimestamp();
        backward(operands[0], operands[1], operands[3], operands[2], gradients[0], gradients[1], gradients[3]);
        double[] times = [Stopwatch.GetElapsedTime(start, middle).TotalMilliseconds, Stopwatch.GetElapsedTime(middle).TotalMilliseconds];
        Console.WriteLine(string.Join(" ", times.Select(v => v.ToString("R", CultureInfo.InvariantCulture))));
        return 0;
    }

    private static string[] Row(SwitchPattern pattern, string file)
    {
        (double Forward, double Both)[] first = [.. Enum.GetValues<SwitchForm>().Select(form => FirstCalls(pattern, form, file))];
        (double Forward, double Both)[] warm = Warm(pattern, file);
        return
        [
            pattern.Name["Path".Length..],
            pattern.Pairs.ToString(CultureInfo.InvariantCulture),
            pattern.KernelBytes.ToString(CultureInfo.InvariantCulture),
            .. first.Select(time => Digits(time.Forward)),
            .. warm.Select(time => Digits(time.Forward)),
            .. first.Select(time => Digits(time.Both)),
            .. warm.Select(time => Digits(time.Both)),
        ];
    }

    private static (double Forward, double Both) FirstCalls(SwitchPattern pattern, SwitchForm form, string file)
    {
        int[] dims = [pattern.Plan.Left.Dim, pattern.Plan.Right.Dim, pattern.Plan.Output.Dim, pattern.Plan.WeightCount];
        string[] arguments = ["switch-once", file, pattern.Name, form.ToString(), .. dims.Select(dim => dim.ToString(CultureInfo.InvariantCulture))];
        double[][] runs =
        [
            .. Enumerable.Range(0, Processes).Select(_ => FreshProcess.Run(arguments).Split(' ').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray()),
        ];
        return (runs.Min(run => run[0]), runs.Min(run => run.Sum()));
    }

    // The forms take turns, so that what else the machine does meets both.
    private static (double Forward, double Both)[] Warm(SwitchPattern pattern, string file)
    {
        byte[] assembly = File.ReadAllBytes(file);
        ProductWorkload[] workloads = [.. Enum.GetValues<SwitchForm>().Select(form => Workload(pattern, assembly, form))];
        (double Forward, double Both)[] times = [.. workloads.Select(_ => (double.PositiveInfinity, double.PositiveInfinity))];
        foreach (ProductWorkload workload in workloads) Timing.WarmUp(workload.Passes[1].WarmUp, Seconds);
        for (int turn = 0; turn < Turns; turn++)
            for (int n = 0; n < workloads.Length; n++)
            {
                double[] best = [.. workloads[n].Passes.Select(pass => 1e9 * Timing.Best(pass.Run, Seconds / Turns) / Rows)];
                times[n] = (Math.Min(times[n].Forward, best[0]), Math.Min(times[n].Both, best[1]));
            }
        foreach (ProductWorkload workload in workloads) workload.Dispose();
        return times;
    }

    private static ProductWorkload Workload(SwitchPattern pattern, byte[] assembly, SwitchForm form)
    {
        (ProductForward forward, ProductBackward backward) = Load(assembly, pattern.Name, form);
        return new(pattern.Name, "row", Rows, pattern.Plan, WeightUse.Each, forward, backward);
    }

    private static (ProductForward Forward, ProductBackward Backward) Load(byte[] assembly, string name, SwitchForm form)
    {
        Type type = Assembly.Load(assembly).GetType($"{SwitchPattern.Namespace}.{name}", throwOnError: true)!;
        return (type.GetMethod("Forward" + form)!.CreateDelegate<ProductForward>(), type.GetMethod("Backward" + form)!.CreateDelegate<ProductBackward>());
    }

    private static void Compile(IEnumerable<SwitchPattern> patterns, string file)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Switched",
            patterns.Select(pattern => CSharpSyntaxTree.ParseText(pattern.Text, path: pattern.Name + ".cs")),
            GeneratorTimes.References(),
            new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release)
        );
        if (compilation.Emit(file) is { Success: false } result) throw new InvalidOperationException(string.Join("\n", result.Diagnostics.Take(5)));
    }

    private static string Digits(double value) => value.ToString(value >= 100 ? "F0" : "F1", CultureInfo.InvariantCulture);
}
