using System.Collections.Generic;
using Potential.Data;
using Potential.Training;
using Reps;

namespace Potential.Checkpoints;

/// <summary>Everything that a training continues from.</summary>
public sealed record Checkpoint
{
    /// <summary>The options, which cannot change any more.</summary>
    public required RunOptions Options { get; init; }

    /// <summary>The data, which cannot change either: the SHA-256 of the file.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>What the model took from the data.</summary>
    public required DataStatistics Statistics { get; init; }

    /// <summary>Where the training was.</summary>
    public required TrainingState State { get; init; }

    /// <summary>
    /// <c>model/…</c>: parameters and buffers; <c>average/…</c>: the moving average; <c>best/…</c>: that of the best epoch;
    /// <c>optimizer</c> and <c>random</c>: the states of both, as bytes.
    /// </summary>
    public required IReadOnlyCollection<SafeTensor> Tensors { get; init; }
}
