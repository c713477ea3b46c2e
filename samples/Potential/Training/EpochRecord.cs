namespace Potential.Training;

/// <summary>A row of the learning curve.</summary>
public sealed record EpochRecord
{
    /// <summary>From 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>The steps since the beginning.</summary>
    public required long Steps { get; init; }

    /// <summary>The rate of the epoch.</summary>
    public required double LearningRate { get; init; }

    /// <summary>The mean loss of its steps.</summary>
    public required double TrainLoss { get; init; }

    /// <summary>The loss of the structures held back.</summary>
    public required double ValidationLoss { get; init; }

    /// <summary>In meV/Å.</summary>
    public required double ForceMae { get; init; }

    /// <summary>In meV/Å.</summary>
    public required double ForceRmse { get; init; }

    /// <summary>In meV/atom.</summary>
    public required double EnergyMae { get; init; }

    /// <summary>In meV/atom.</summary>
    public required double EnergyRmse { get; init; }

    /// <summary>The time since the beginning, without the time between a kill and a resumption. The one number that differs between runs.</summary>
    public required double Seconds { get; init; }
}
