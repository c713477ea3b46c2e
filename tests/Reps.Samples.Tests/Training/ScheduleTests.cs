using System.Linq;
using Potential.Training;

namespace Reps.Tests.Samples.Training;

public sealed class ScheduleTests
{
    [Fact]
    public void TheRateFallsOnAPlateau()
    {
        LearningRateSchedule schedule = new(new TrainingOptions { Schedule = "plateau", Patience = 2, Decay = 0.5, LearningRate = 1, MinimumLearningRate = 0.2 });
        double[] errors = [5, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 3, 3, 3];
        double[] rates = [1, 1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.2, 0.2, 0.2];
        ScheduleState state = schedule.Begin();
        for (int n = 0; n < errors.Length; n++)
        {
            state = schedule.Next(state, n + 1, errors[n]);
            Assert.Equal(rates[n], state.LearningRate);
        }
    }

    [Fact]
    public void TheCosineEndsAtTheMinimum()
    {
        LearningRateSchedule schedule = new(new TrainingOptions { Schedule = "cosine", Epochs = 4, LearningRate = 1, MinimumLearningRate = 0.1 });
        double[] rates = [.. Enumerable.Range(1, 5).Select(epoch => schedule.Next(schedule.Begin(), epoch, 1).LearningRate)];
        Assert.Equal(0.55, rates[1], 1e-12);
        Assert.Equal(0.1, rates[3], 1e-12);
        Assert.Equal(0.1, rates[4], 1e-12);
        Assert.Equal(rates.OrderDescending(), rates);
    }

    [Fact]
    public void TheExponentialMultiplies()
    {
        LearningRateSchedule schedule = new(new TrainingOptions { Schedule = "exponential", Decay = 0.5, LearningRate = 8, MinimumLearningRate = 0.9 });
        Assert.Equal([4, 2, 1, 0.9], Enumerable.Range(1, 4).Select(epoch => schedule.Next(schedule.Begin(), epoch, 1).LearningRate));
    }

    [Fact]
    public void TheConstantStays() =>
        Assert.Equal(0.01, new LearningRateSchedule(new TrainingOptions { Schedule = "constant" }).Next(new ScheduleState { LearningRate = 0.01 }, 9, 9).LearningRate);
}
