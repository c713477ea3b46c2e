using System;

namespace Reps.Layers.Checkpoints;

/// <summary>One named value of a file of tensors.</summary>
/// <param name="Name">The name in the file.</param>
/// <param name="Problem">Why the value is no tensor that a module can take; null where it is one.</param>
/// <param name="Read">Reads the tensor.</param>
internal sealed record StateEntry(string Name, string? Problem, Func<SafeTensor> Read);
