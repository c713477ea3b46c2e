using Potential.Data;
using Potential.Training;

namespace Potential.Checkpoints;

/// <summary>The part of a checkpoint that is text, beside the tensors in the same file.</summary>
internal sealed record CheckpointHeader(RunOptions Options, string Fingerprint, DataStatistics Statistics, TrainingState State);
