using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>How a module is tried.</summary>
public sealed record ModuleEquivarianceOptions
{
    /// <summary>The defaults.</summary>
    public static ModuleEquivarianceOptions Default { get; } = new();

    /// <summary>The size of the batch, or the number of points.</summary>
    public int Rows { get; init; } = 4;

    /// <summary>How many group elements to try.</summary>
    public int Trials { get; init; } = 10;

    /// <summary>The seed of all randomness.</summary>
    public int Seed { get; init; }

    /// <summary>Whether rows are permuted as well: for functions of graphs and sets, which must permute their result alike.</summary>
    public bool Permutations { get; init; }

    /// <summary>The number type; that of the module if null, and double for a function.</summary>
    public ScalarType? Type { get; init; }

    /// <summary>The device; that of the module if null, and the CPU for a function.</summary>
    public Device? Device { get; init; }
}
