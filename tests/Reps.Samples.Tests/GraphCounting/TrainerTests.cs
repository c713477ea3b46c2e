using System.Collections.Generic;
using global::Graphs;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Samples.GraphCounting;

/// <summary>The graphs sample learns what it is to learn.</summary>
public sealed class TrainerTests
{
    [Fact]
    public void OrderThreeCountsInGraphsLargerThanThoseItSaw()
    {
        using DisposeScope scope = NewDisposeScope();
        TrainingOptions options = new();
        Trainer trainer = new(() => new ThirdOrderNetwork(), options);
        List<TrainingState> states = [];
        TrainingState last = trainer.Train(states.Add);
        Assert.Equal((options.Steps, options.Steps), (last.Step, states.Count));
        Assert.True(last.Weights < states[0].Weights / 4);
        Examination examination = Examination.Of((ThirdOrderNetwork)trainer.Network, [options.LargestSize, 12, 20], graphs: 10, draws: 1);
        Assert.All(examination.Errors, error => Assert.InRange(error, 0, 1e-3));
        Assert.Equal(2, examination.TwoTriangles, 1e-2);
        Assert.Equal(0, examination.Hexagon, 1e-2);
    }

    [Fact]
    public void WeightsThatAreZeroHalfwayStayZero()
    {
        using DisposeScope scope = NewDisposeScope();
        Trainer trainer = new(() => new SecondOrderNetwork(), new TrainingOptions { Steps = 20, Cost = 1 });
        List<TrainingState> states = [];
        trainer.Train(states.Add);
        Assert.InRange(states[10].Weights, 1, states[0].Weights - 1);
        Assert.All(states[11..], state => Assert.Equal(states[10].Weights, state.Weights));
    }

    [Fact]
    public void AComparisonWithoutTrainingDoesNotHold()
    {
        using DisposeScope scope = NewDisposeScope();
        Comparison comparison = new(new TrainingOptions());
        Assert.False(comparison.Holds);
        comparison.Run(_ => { });
        Assert.False(comparison.Holds);
        Assert.Equal(3, comparison.Table().Rows.Count);
    }
}
