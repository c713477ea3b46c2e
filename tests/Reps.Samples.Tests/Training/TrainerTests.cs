using System;
using System.Linq;
using Potential.Training;
using Reps.Tests.Samples.Support;

namespace Reps.Tests.Samples.Training;

public sealed class TrainerTests
{
    private static readonly TrainingOptions s_tiny = new() { Epochs = 4, Batch = 3, Validation = 3, LearningRate = 0.02, Patience = 0, Decay = 0.5, Ema = 0.9, Threads = 1 };

    [Fact]
    public void ErrorsFall()
    {
        using TemporaryFolder folder = new();
        TrainingState state = Run(folder, "a", s_tiny with { Epochs = 150, Patience = 10, Decay = 0.8, LearningRate = 0.1, AmsGrad = false }).Run();
        Assert.Equal(150, state.History.Count);
        Assert.True(state.History[^1].ForceRmse < 0.5 * state.History[0].ForceRmse, $"{state.History[0].ForceRmse} to {state.History[^1].ForceRmse}");
        Assert.Equal(state.BestLoss, state.History.Min(record => record.ValidationLoss));
        Assert.Equal(state.BestEpoch, state.History.MinBy(record => record.ValidationLoss)!.Epoch);
    }

    [Fact]
    public void TheSameSeedGivesTheSameNumbers()
    {
        using TemporaryFolder folder = new();
        TrainingRun first = Run(folder, "a", s_tiny), second = Run(folder, "b", s_tiny), third = Run(folder, "c", s_tiny with { Seed = 2 });
        first.Run();
        second.Run();
        third.Run();
        Assert.Equal(first.Outcome(), second.Outcome());
        Assert.NotEqual(first.Outcome(), third.Outcome());
    }

    [Theory]
    [InlineData("adam", "plateau", true)]
    [InlineData("adam", "exponential", false)]
    [InlineData("adamw", "cosine", true)]
    [InlineData("adamw", "constant", false)]
    public void StoppedAfterAnyStepItEndsAsIfItHadNot(string optimizer, string schedule, bool amsgrad)
    {
        using TemporaryFolder folder = new();
        TrainingOptions options = s_tiny with { Optimizer = optimizer, Schedule = schedule, AmsGrad = amsgrad, WeightDecay = 1e-3 };
        TrainingRun whole = Run(folder, "whole", options);
        // Nine structures in threes, four epochs: twelve steps.
        Assert.Equal(12, whole.Run().Steps);
        string expected = whole.Outcome();
        for (int stop = 1; stop < 12; stop++)
        {
            TrainingRun parts = Run(folder, $"stop-{stop}", options);
            Assert.Equal(stop, parts.Run(stop).Steps);
            parts.Run();
            Assert.Equal(expected, parts.Outcome());
        }
        TrainingRun steps = Run(folder, "steps", options);
        for (int n = 1; n <= 12; n++) Assert.Equal(n, steps.Run(1).Steps);
        Assert.Equal(expected, steps.Outcome());
        // And once more at the end: nothing is left to do.
        steps.Run();
        Assert.Equal(expected, steps.Outcome());
    }

    [Fact]
    public void NoProgressEndsIt()
    {
        using TemporaryFolder folder = new();
        TrainingState state = Run(folder, "a", s_tiny with { Epochs = 300, EarlyStopping = 3, LearningRate = 0.9, Schedule = "constant" }).Run();
        Assert.True(state.Epoch < 300);
        Assert.Equal(3, state.Epoch - state.BestEpoch);
    }

    [Fact]
    public void AnAverageOfNothingFollowsTheParameters()
    {
        using TemporaryFolder folder = new();
        TrainingRun run = Run(folder, "a", s_tiny with { Ema = 0 });
        run.Run();
        var tensors = run.Output.Checkpoints.Read().Tensors.ToDictionary(tensor => tensor.Name);
        Assert.Equal(tensors["model/_weights"].Data.ToArray(), tensors["average/_weights"].Data.ToArray());
    }

    [Fact]
    public void WhatIsNotANumberEndsItWithoutACheckpoint()
    {
        using TemporaryFolder folder = new();
        TrainingRun run = Run(folder, "a", s_tiny with { Epochs = 1000, LearningRate = 99, MinimumLearningRate = 99, ClipNorm = 0, Schedule = "constant", Ema = 0 });
        run.Run(1);
        var before = folder.Snapshot();
        Exception? error = Record.Exception(() => Run(folder, "a", s_tiny with { EnergyWeight = double.MaxValue }).Run());
        Assert.Contains("is not a number", Assert.IsType<Potential.Data.DataException>(error).Message);
        Assert.Equal(before.Where(file => file.Name.Contains("checkpoint")), folder.Snapshot().Where(file => file.Name.Contains("checkpoint")));
    }

    private static TrainingRun Run(TemporaryFolder folder, string name, TrainingOptions options)
    {
        string data = folder.At("data.xyz");
        if (!System.IO.File.Exists(data)) folder.Write("data.xyz", Support.Samples.Clusters(12, 1));
        return new TrainingRun(folder.At(name), data, options);
    }
}
