using System.Collections.Generic;

namespace Potential.Training;

/// <summary>Where a training is, beside tensors.</summary>
public sealed record TrainingState
{
    /// <summary>The epochs that have ended.</summary>
    public int Epoch { get; init; }

    /// <summary>The steps taken in the present epoch.</summary>
    public int StepInEpoch { get; init; }

    /// <summary>The steps since the beginning.</summary>
    public long Steps { get; init; }

    /// <summary>The sum of the losses of the present epoch's steps.</summary>
    public double LossSum { get; init; }

    /// <summary>The schedule's memory.</summary>
    public required ScheduleState Schedule { get; init; }

    /// <summary>The least loss of the validation so far.</summary>
    public double? BestLoss { get; init; }

    /// <summary>The epoch that had it.</summary>
    public int BestEpoch { get; init; }

    /// <summary>The time that the training took so far.</summary>
    public double Seconds { get; init; }

    /// <summary>The epochs that have ended.</summary>
    public IReadOnlyList<EpochRecord> History { get; init; } = [];
}
