using System;

namespace Reps.Layers.Checkpoints.PyTorch;

/// <summary>What is wrong with a pickle. The reader adds the file and the place.</summary>
/// <param name="problem">In words, to go on after "the pickle".</param>
/// <param name="remedy">What to do; null where the file is damaged.</param>
internal sealed class PickleException(string problem, string? remedy = null) : Exception(problem)
{
    public string? Remedy { get; } = remedy;
}
