using System.Collections.Generic;
using global::Inertia;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Samples.InertiaTensors;

/// <summary>The inertia sample learns what it is to learn.</summary>
public sealed class TrainerTests
{
    [Fact]
    public void PredictionsMoveWithTheBodyWhateverTheWeightsAre()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(1);
        Assert.InRange(Examination.Of(new EquivariantNetwork(), 50).Equivariance, 0, 1e-5);
        Assert.True(Examination.Of(new PlainNetwork(), 50).Equivariance > 1e-2);
    }

    [Fact]
    public void FewEpochsSufficeForTheEquivariantNetwork()
    {
        using DisposeScope scope = NewDisposeScope();
        TrainingOptions options = new() { Epochs = 20 };
        Trainer trainer = new(() => new EquivariantNetwork(), options);
        List<TrainingState> states = [];
        TrainingState last = trainer.Train(states.Add);
        Assert.Equal((options.Epochs, options.Epochs), (last.Epoch, states.Count));
        Assert.True(last.Loss < states[0].Loss / 10);
        Examination examination = Examination.Of(trainer.Network);
        // The plain network ends at about 5.
        Assert.InRange(examination.Fresh, 0, 1);
        Assert.Equal(examination.Fresh, examination.Moved, 1e-3);
        Assert.InRange(examination.Equivariance, 0, 1e-5);
    }

    [Fact]
    public void AComparisonWithoutTrainingDoesNotHold()
    {
        using DisposeScope scope = NewDisposeScope();
        Comparison comparison = new(new TrainingOptions());
        Assert.False(comparison.Holds);
        comparison.Run(_ => { });
        Assert.False(comparison.Holds);
        Assert.Equal(2, comparison.Table().Rows.Count);
    }
}
