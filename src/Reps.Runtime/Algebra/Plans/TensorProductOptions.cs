using Reps.Algebra;

namespace Reps;

/// <summary>How the paths of a tensor product are scaled.</summary>
public sealed record TensorProductOptions
{
    /// <summary>What e3nn does by default: component and element normalisation, all variances one.</summary>
    public static TensorProductOptions Default { get; } = new();

    /// <summary>Which size of output is kept equal to one.</summary>
    public IrrepNormalization IrrepNormalization { get; init; } = IrrepNormalization.Component;

    /// <summary>How paths into the same output share its variance.</summary>
    public PathNormalization PathNormalization { get; init; } = PathNormalization.Element;

    /// <summary>The variance of each segment of the left input; empty for all ones.</summary>
    public EquatableArray<double> LeftVariance { get; init; }

    /// <summary>The variance of each segment of the right input; empty for all ones.</summary>
    public EquatableArray<double> RightVariance { get; init; }

    /// <summary>The wanted variance of each segment of the output; empty for all ones.</summary>
    public EquatableArray<double> OutputVariance { get; init; }
}
