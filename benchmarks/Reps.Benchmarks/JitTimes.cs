using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;

namespace Reps.Benchmarks;

/// <summary>
/// Just-in-time compilation and first call of the compared layers, on one row: each figure is the minimum over fresh processes of the time
/// from before the layer is touched to after the call.
/// </summary>
internal static class JitTimes
{
    private const int Processes = 5;

    private static readonly (string Name, Action Forward, Action Backward)[] s_layers =
    [
        Product<ProductA, NodesA, DirectionsA, MessagesA>("a"),
        Product<ProductB, NodesB, DirectionsB, MessagesB>("b"),
        Product<ProductC, EightEach, EightEach, EightEach>("c"),
        Linear<LinearD, NodesA, NodesA>("d"),
        Harmonics<HarmonicsE3, UpToThree>("e3"),
        Harmonics<HarmonicsE6, UpToSix>("e6"),
        Harmonics<HarmonicsE10, UpToTen>("e10"),
        Product<ProductF, UpToSix, UpToSix, FullOutput>("f"),
    ];

    /// <summary><c>jit [--only a,b]</c>.</summary>
    public static int Report(IReadOnlyList<string> arguments)
    {
        Arguments options = new(arguments, "--only");
        if (options.Words.Count > 0) throw new ArgumentException($"'{options.Words[0]}' is one argument too many for jit.");
        List<string[]> rows = [];
        foreach (string name in options.Among("--only", [.. s_layers.Select(layer => layer.Name)]))
        {
            double[][] runs =
            [
                .. Enumerable
                    .Range(0, Processes)
                    .Select(_ => FreshProcess.Run("jit-once", name).Split(' ').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray()),
            ];
            rows.Add([name, .. Enumerable.Range(0, 2).Select(n => runs.Min(run => run[n]).ToString("F1", CultureInfo.InvariantCulture))]);
        }
        Console.WriteLine($"just-in-time compilation and first call of a fresh process, ms (minimum of {Processes})");
        RooflineReport.Print(["layer", "forward", "then backward"], rows);
        return 0;
    }

    /// <summary>One measurement in this process, which must be fresh: forward, then backward, in milliseconds.</summary>
    public static int Once(string name)
    {
        (_, Action forward, Action backward) = s_layers.Single(layer => layer.Name == name);
        Console.WriteLine(string.Join(" ", new[] { Time(forward), Time(backward) }.Select(v => v.ToString("R", CultureInfo.InvariantCulture))));
        return 0;
    }

    private static double Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static (string Name, Action Forward, Action Backward) Product<TLayer, TLeft, TRight, TOutput>(string name)
        where TLayer : ITensorProduct<TLeft, TRight, TOutput>
        where TLeft : struct, IRep<TLeft>
        where TRight : struct, IRep<TRight>
        where TOutput : struct, IRep<TOutput> =>
        (
            name,
            () => TLayer.Forward(new float[TLeft.Dim], new float[TRight.Dim], new float[TLayer.WeightCount], new float[TOutput.Dim]),
            () =>
                TLayer.Backward(
                    new float[TLeft.Dim],
                    new float[TRight.Dim],
                    new float[TLayer.WeightCount],
                    new float[TOutput.Dim],
                    new float[TLeft.Dim],
                    new float[TRight.Dim],
                    new float[TLayer.WeightCount]
                )
        );

    private static (string Name, Action Forward, Action Backward) Linear<TLayer, TInput, TOutput>(string name)
        where TLayer : ILinear<TInput, TOutput>
        where TInput : struct, IRep<TInput>
        where TOutput : struct, IRep<TOutput> =>
        (
            name,
            () => TLayer.Forward(new float[TInput.Dim], new float[TLayer.WeightCount], new float[TOutput.Dim]),
            () =>
                TLayer.Backward(
                    new float[TInput.Dim],
                    new float[TLayer.WeightCount],
                    new float[TOutput.Dim],
                    new float[TInput.Dim],
                    new float[TLayer.WeightCount]
                )
        );

    private static (string Name, Action Forward, Action Backward) Harmonics<TLayer, TOutput>(string name)
        where TLayer : ISphericalHarmonics<TOutput>
        where TOutput : struct, IRep<TOutput> =>
        (
            name,
            () => TLayer.Forward(new float[] { 0.1f, 0.2f, 0.3f }, new float[TOutput.Dim]),
            () => TLayer.Backward(new float[] { 0.1f, 0.2f, 0.3f }, new float[TOutput.Dim], new float[3])
        );
}
