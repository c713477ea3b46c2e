using System;

namespace Potential.Training;

/// <summary>What a schedule remembers between epochs.</summary>
public sealed record ScheduleState
{
    /// <summary>The rate of the next epoch.</summary>
    public double LearningRate { get; init; }

    /// <summary>plateau: the least error so far.</summary>
    public double? Least { get; init; }

    /// <summary>plateau: the epochs since then, or since the rate fell.</summary>
    public int Waited { get; init; }
}

/// <summary>The learning rate, which is set once an epoch.</summary>
/// <param name="options">What the schedule is.</param>
public sealed class LearningRateSchedule(TrainingOptions options)
{
    // Less is no progress: noise of the validation should not keep the rate up.
    private const double LeastProgress = 1e-4;

    /// <summary>Before the first epoch.</summary>
    public ScheduleState Begin() => new() { LearningRate = options.LearningRate };

    /// <summary>After an epoch.</summary>
    /// <param name="state">Before it.</param>
    /// <param name="epochs">How many have ended, this one included.</param>
    /// <param name="error">The validation's.</param>
    public ScheduleState Next(ScheduleState state, int epochs, double error) => options.Schedule switch
    {
        "constant" => state,
        "exponential" => state with { LearningRate = AtLeast(options.LearningRate * Math.Pow(options.Decay, epochs)) },
        "cosine" => state with
        {
            LearningRate = options.MinimumLearningRate
                + (0.5 * (options.LearningRate - options.MinimumLearningRate) * (1 + Math.Cos(Math.PI * Math.Min(1, (double)epochs / options.Epochs)))),
        },
        _ => Plateau(state, error),
    };

    private ScheduleState Plateau(ScheduleState state, double error)
    {
        if (state.Least is not double least || error < least * (1 - LeastProgress)) return state with { Least = error, Waited = 0 };
        if (state.Waited + 1 <= options.Patience) return state with { Waited = state.Waited + 1 };
        return state with { Waited = 0, LearningRate = AtLeast(state.LearningRate * options.Decay) };
    }

    private double AtLeast(double rate) => Math.Max(rate, options.MinimumLearningRate);
}
