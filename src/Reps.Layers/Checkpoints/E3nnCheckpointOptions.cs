using System;
using System.Collections.Generic;

namespace Reps.Layers;

/// <summary>How a checkpoint of e3nn is read.</summary>
public sealed record E3nnCheckpointOptions
{
    /// <summary>The defaults.</summary>
    public static E3nnCheckpointOptions Default { get; } = new();

    /// <summary>The signs under which the weights were trained, for files that do not say it themselves.</summary>
    public E3nnSigns? Signs { get; init; }

    /// <summary>
    /// For products whose weights are computed: the name of the product in the module, and the name of the tensor whose last dimension yields
    /// its weights, such as the last layer of a radial network. Signs are moved there.
    /// </summary>
    public IReadOnlyDictionary<string, string> ExternalWeights { get; init; } = new Dictionary<string, string>();

    /// <summary>The name in the module of a tensor in the file; null to leave the tensor out. Without this, names are the same.</summary>
    public Func<string, string?>? Rename { get; init; }

    /// <summary>
    /// For checkpoints of a training, as PyTorch saves them: the key under which the state of the module is, such as "state_dict". Without
    /// this it is the whole file, or the only dictionary of tensors in it.
    /// </summary>
    public string? Entry { get; init; }

    /// <summary>Whether the file must have all tensors of the module, and no others but those that e3nn adds.</summary>
    public bool Strict { get; init; } = true;
}
