using System;

namespace Reps.Layers;

/// <summary>How a batch normalization measures and scales; the defaults are e3nn's.</summary>
public sealed record BatchNormOptions
{
    /// <summary>The defaults.</summary>
    public static BatchNormOptions Default { get; } = new();

    /// <summary>What is added to variances before they divide.</summary>
    public double Epsilon { get; init; } = 1e-5;

    /// <summary>The share of a new batch in the running averages, from 0 to 1.</summary>
    public double Momentum { get; init; } = 0.1;

    /// <summary>Whether each irrep has a factor that is learned.</summary>
    public bool Affine { get; init; } = true;

    /// <summary>How the squared lengths of the samples of one row, dimensions between first and last, become one number.</summary>
    public BatchNormReduction Reduction { get; init; } = BatchNormReduction.Mean;

    /// <summary>Whether each row is measured by itself, and no running averages are kept.</summary>
    public bool Instance { get; init; }

    /// <summary>Whether each invariant has a bias that is learned; only with <see cref="Affine"/>.</summary>
    public bool IncludeBias { get; init; } = true;

    /// <summary>Whether components (<see cref="IrrepNormalization.Component"/>) or irreps (<see cref="IrrepNormalization.Norm"/>) get mean square one.</summary>
    public IrrepNormalization Normalization { get; init; } = IrrepNormalization.Component;

    /// <summary>Whether there are biases.</summary>
    internal bool HasBias => Affine && IncludeBias;

    /// <summary>Fails where a value is out of range.</summary>
    internal void Check()
    {
        if (!(Epsilon > 0 && double.IsFinite(Epsilon))) throw new ArgumentOutOfRangeException(nameof(Epsilon), Epsilon, "The epsilon must be positive.");
        if (!(Momentum >= 0 && Momentum <= 1)) throw new ArgumentOutOfRangeException(nameof(Momentum), Momentum, "The momentum is from 0 to 1.");
        if (!Enum.IsDefined(Reduction)) throw new ArgumentOutOfRangeException(nameof(Reduction), Reduction, "The reduction is Mean or Max.");
        if (Normalization is not (IrrepNormalization.Component or IrrepNormalization.Norm))
            throw new ArgumentOutOfRangeException(nameof(Normalization), Normalization, "The normalization is Component or Norm.");
    }
}
