using System;

namespace Reps.Layers;

/// <summary>How a layer normalization measures and scales.</summary>
public sealed record LayerNormOptions
{
    /// <summary>The defaults.</summary>
    public static LayerNormOptions Default { get; } = new();

    /// <summary>Which numbers are measured together.</summary>
    public LayerNormKind Kind { get; init; } = LayerNormKind.PerSegment;

    /// <summary>What is added to mean squares before they divide.</summary>
    public double Epsilon { get; init; } = 1e-5;

    /// <summary>Whether each irrep has a factor, and each invariant a bias, that are learned.</summary>
    public bool Affine { get; init; } = true;

    /// <summary>Whether the mean over the channels of invariants is subtracted.</summary>
    public bool Center { get; init; } = true;

    /// <summary>Whether components (<see cref="IrrepNormalization.Component"/>) or irreps (<see cref="IrrepNormalization.Norm"/>) get mean square one.</summary>
    public IrrepNormalization Normalization { get; init; } = IrrepNormalization.Component;

    /// <summary>Fails where a value is out of range.</summary>
    internal void Check()
    {
        if (!Enum.IsDefined(Kind)) throw new ArgumentOutOfRangeException(nameof(Kind), Kind, "The kind is PerSegment, Separable or Joint.");
        if (!(Epsilon > 0 && double.IsFinite(Epsilon))) throw new ArgumentOutOfRangeException(nameof(Epsilon), Epsilon, "The epsilon must be positive.");
        if (Normalization is not (IrrepNormalization.Component or IrrepNormalization.Norm))
            throw new ArgumentOutOfRangeException(nameof(Normalization), Normalization, "The normalization is Component or Norm.");
    }
}
