using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace Reps.Tests;

/// <summary>Learning rates and momenta from step to step against PyTorch.</summary>
public sealed class ScheduleTests
{
    private static readonly Dictionary<string, Func<Optimizer, lr_scheduler.LRScheduler>> s_makers = new()
    {
        ["StepLR"] = o => lr_scheduler.StepLR(o, 5, 0.3),
        ["MultiStepLR"] = o => lr_scheduler.MultiStepLR(o, [3, 7, 15], 0.5),
        ["ExponentialLR"] = o => lr_scheduler.ExponentialLR(o, 0.9),
        ["CosineAnnealingLR"] = o => lr_scheduler.CosineAnnealingLR(o, 7, 0.01),
        ["LambdaLR"] = o => lr_scheduler.LambdaLR(o, n => 1.0 / (1 + n)),
        ["MultiplicativeLR"] = o => lr_scheduler.MultiplicativeLR(o, n => 0.95),
        ["ConstantLR"] = o => lr_scheduler.ConstantLR(o, 0.25, 6),
        ["LinearLR"] = o => lr_scheduler.LinearLR(o, 0.2, 0.9, 8),
        ["PolynomialLR"] = o => lr_scheduler.PolynomialLR(o, 9, 2),
        ["CyclicLR 2"] = o =>
            lr_scheduler.CyclicLR(o, 0.01, 0.2, 3, mode: lr_scheduler.impl.CyclicLR.Mode.Triangular2, cycle_momentum: false),
        ["ReduceLROnPlateau"] = o => lr_scheduler.ReduceLROnPlateau(o, factor: 0.5, patience: 2, cooldown: 1, min_lr: [0.02]),
        ["ReduceLROnPlateau max"] = o => lr_scheduler.ReduceLROnPlateau(o, "max", 0.3, 1, 0.05, "abs"),
        ["ChainedLR"] = o => lr_scheduler.ChainedLR([lr_scheduler.ConstantLR(o, 0.1, 3), lr_scheduler.ExponentialLR(o, 0.9)]),
        ["SequentialLR"] = o => lr_scheduler.SequentialLR(o, [lr_scheduler.ConstantLR(o, 0.1, 3), lr_scheduler.ExponentialLR(o, 0.9)], [5]),
    };

    public static TheoryData<string> Names => [.. s_makers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void RatesAreThoseOfPyTorch(string name) => Compare(name, s_makers[name]);

    [Fact]
    public void RatesAtAGivenStepHaveAClosedForm()
    {
        foreach (string name in (string[])["StepLR", "MultiStepLR", "ExponentialLR", "CosineAnnealingLR", "ConstantLR", "LinearLR", "PolynomialLR"])
        {
            double[][] expected = TorchReference.Rows(TorchReference.At("schedules", name));
            using Parameter p = nn.Parameter(zeros(1)), q = nn.Parameter(zeros(1));
            using Optimizer optimizer = New(p, q, false);
            lr_scheduler.LRScheduler scheduler = s_makers[name](optimizer);
            // Along a wave each rate follows from the one before only as far as the bottom.
            foreach (int step in (int[])[6, 2, 7, 1])
            {
                scheduler.step(step);
                TrajectoryTests.Near(expected[step][..2], [.. scheduler.get_last_lr()], 1e-12);
            }
        }
    }

    [Fact]
    public void APlateauNeedsAMeasureAndOneCycleEnds()
    {
        using Parameter p = nn.Parameter(zeros(1)), q = nn.Parameter(zeros(1));
        using Optimizer optimizer = New(p, q, false);
        Assert.Throws<InvalidOperationException>(() => lr_scheduler.ReduceLROnPlateau(optimizer).step());
        Assert.Throws<ArgumentException>(() => lr_scheduler.ReduceLROnPlateau(optimizer, "sideways"));
        Assert.Throws<ArgumentException>(() => lr_scheduler.OneCycleLR(optimizer, 1));
        lr_scheduler.LRScheduler once = lr_scheduler.OneCycleLR(optimizer, 1, total_steps: 3);
        for (int n = 0; n < 3; n++) once.step();
        Assert.Throws<InvalidOperationException>(once.step);
    }

    internal static void Compare(string name, Func<Optimizer, lr_scheduler.LRScheduler> make)
    {
        double[][] expected = TorchReference.Rows(TorchReference.At("schedules", name));
        using Parameter p = nn.Parameter(zeros(1)), q = nn.Parameter(zeros(1));
        bool adam = name.EndsWith("Adam", StringComparison.Ordinal);
        using Optimizer optimizer = New(p, q, adam);
        lr_scheduler.LRScheduler scheduler = make(optimizer);
        for (int n = 0; n < expected.Length; n++)
        {
            if (n > 0)
            {
                optimizer.step();
                if (name == "ReduceLROnPlateau") scheduler.step(1.0 / (1 + Math.Min(n - 1, 4)));
                else if (name == "ReduceLROnPlateau max") scheduler.step(Math.Sin((n - 1) / 3.0));
                else scheduler.step();
            }
            double[] rates = [.. optimizer.ParamGroups.Select(group => group.LearningRate)];
            double[] momenta = [.. optimizer.ParamGroups.Select(group => adam ? ((IBetas)group).Betas.Item1 : ((IMomentum)group).Momentum)];
            TrajectoryTests.Near(expected[n], [.. rates, .. momenta], 1e-12);
        }
    }

    private static Optimizer New(Parameter p, Parameter q, bool adam) =>
        adam
            ? Adam([new Adam.ParamGroup([p], 0.1), new Adam.ParamGroup([q], 0.5)], 0.1)
            : SGD([new SGD.ParamGroup([p], 0.1, 0.9), new SGD.ParamGroup([q], 0.5, 0.9)], 0.1, 0.9);
}
