using System.Collections.Generic;

namespace Reps.Layers;

/// <summary>What was read from a checkpoint of e3nn.</summary>
/// <param name="Loaded">The tensors of the module that were read.</param>
/// <param name="Ignored">The tensors of the file that a module here has no need of: masks, coupling tensors, indices.</param>
/// <param name="Flipped">The paths whose weights have changed their sign, in words.</param>
/// <param name="Signs">The signs under which the weights were trained; null where no path depends on them and the file does not say it.</param>
public sealed record E3nnCheckpointReport(
    IReadOnlyList<string> Loaded,
    IReadOnlyList<string> Ignored,
    IReadOnlyList<string> Flipped,
    E3nnSigns? Signs
);
