using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using Potential.Model;
using TorchSharp;

namespace Reps.Benchmarks;

/// <summary>The time to make the modules of the potential of the samples: the first in the process, and others after it.</summary>
internal static class ModuleTimes
{
    private const int Count = 200;

    private static readonly (string Name, Func<torch.nn.Module> Make)[] s_modules =
    [
        ("harmonics", () => new EmbedDirection()),
        ("linear", () => new MixMessage()),
        ("linear with biases", () => new MixHidden(biases: true)),
        ("tensor product, weights passed", () => new NextMessage(internalWeights: false)),
        ("tensor product, own weights", () => new FirstMessage()),
        ("symmetric contraction, 4 elements", () => new HiddenPower(4)),
        ("symmetric contraction, 90 elements", () => new ScalarPower(90)),
    ];

    /// <summary><c>modules</c></summary>
    public static int Report()
    {
        // Loading libtorch is not the modules' affair.
        using (torch.NewDisposeScope()) torch.randn(16).sum();
        List<string[]> rows = [];
        foreach ((string name, Func<torch.nn.Module> make) in s_modules)
        {
            double first = Time(make);
            double[] others = new double[Count];
            for (int n = 0; n < Count; n++) others[n] = Time(make);
            Array.Sort(others);
            rows.Add([name, Text(first), Text(others[Count / 2]), Text(others[^1])]);
        }
        RooflineReport.Print(["module", "first, ms", "others, median", "longest"], rows);
        return 0;
    }

    private static double Time(Func<torch.nn.Module> make)
    {
        long start = Stopwatch.GetTimestamp();
        using torch.nn.Module module = make();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static string Text(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
