using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>Optimizers step by step against PyTorch.</summary>
public sealed class TrajectoryTests
{
    private static readonly Dictionary<string, Func<IEnumerable<Parameter>, optim.Optimizer>> s_makers = new()
    {
        ["SGD"] = p => optim.SGD(p, 0.05),
        ["SGD momentum"] = p => optim.SGD(p, 0.05, 0.9, 0.2, 0.01),
        ["SGD nesterov"] = p => optim.SGD(p, 0.05, 0.9, 0, 0.01, true),
        ["Adam"] = p => optim.Adam(p, 0.05),
        ["Adam amsgrad"] = p => optim.Adam(p, 0.1, 0.8, 0.9, 1e-6, 0.02, true),
        ["Adam maximize"] = p => optim.Adam(p, 0.02, weight_decay: 0.1, maximize: true),
        ["AdamW"] = p => optim.AdamW(p, 0.05, weight_decay: 0.1),
        ["AdamW amsgrad"] = p => optim.AdamW(p, 0.1, 0.8, 0.9, 1e-6, 0.02, true),
        ["RMSprop"] = p => optim.RMSProp(p, 0.02),
        ["RMSprop centered"] = p => optim.RMSProp(p, 0.02, 0.9, 1e-6, 0.01, 0.5, true),
        ["RMSprop maximize"] = p => optim.RMSProp(p, 0.02, maximize: true),
        ["Adagrad"] = p => optim.Adagrad(p, 0.1),
        ["Adagrad decay"] = p => optim.Adagrad(p, 0.1, 0.05, 0.02, 0.3, 1e-6),
        ["LBFGS"] = p => optim.LBFGS(p, 0.1, max_iter: 4, history_size: 3),
    };

    public static TheoryData<string> Names => [.. s_makers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void StepsInDoublePrecisionAreThoseOfPyTorch(string name)
    {
        using Problem problem = new(float64);
        using optim.Optimizer optimizer = s_makers[name](problem.Parameters);
        double[][] expected = TorchReference.Rows(TorchReference.At("optimizers", name, "double"));
        double[][] actual = problem.Run(optimizer, expected.Length);
        for (int n = 0; n < expected.Length; n++) Near(expected[n], actual[n], 1e-12);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void StepsInSinglePrecisionEndWherePyTorchDoes(string name)
    {
        using Problem problem = new(float32);
        using optim.Optimizer optimizer = s_makers[name](problem.Parameters);
        double[] expected = TorchReference.Numbers(TorchReference.At("optimizers", name, "float"));
        Near(expected, problem.Run(optimizer, 12)[^1], 1e-6);
    }

    internal static void Near(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(
            expected.Zip(actual),
            pair => Assert.True(Math.Abs(pair.First - pair.Second) <= tolerance * Math.Max(1, Math.Abs(pair.First)), $"{pair.Second:R}, not {pair.First:R}"));
    }
}
