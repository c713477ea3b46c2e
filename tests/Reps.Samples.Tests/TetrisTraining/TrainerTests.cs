using System.Collections.Generic;
using global::Tetris;

namespace Reps.Tests.Samples.TetrisTraining;

/// <summary>The tetris sample learns what it is to learn.</summary>
public sealed class TrainerTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void EveryTurnedPieceIsNamedCorrectly(int seed)
    {
        Trainer trainer = new(new TrainingOptions { Seed = seed });
        List<TrainingState> states = [];
        TrainingState last = trainer.Train(states.Add);
        Assert.Equal((400, 400), (last.Right, last.Examined));
        Assert.Equal(last, states[^1]);
        Assert.Equal(last.Step, states.Count);
        Assert.InRange(last.Loss, 0, 0.02);
        Assert.InRange(trainer.SymmetryError(), 0, 1e-4);
        // Other copies than those of the training.
        Assert.Equal((400, 400), trainer.Examine());
    }

    [Fact]
    public void StepsAreBounded()
    {
        TrainingState last = new Trainer(new TrainingOptions { Steps = 3, ExaminedCopies = 2 }).Train();
        Assert.Equal((3, 16), (last.Step, last.Examined));
        Assert.True(last.Accuracy < 1);
    }
}
