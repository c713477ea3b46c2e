namespace Reps;

/// <summary>How the coefficients of a signal on a grid are scaled.</summary>
public enum GridNormalization
{
    /// <summary>Coefficients whose components have variance 1 give a signal of variance 1, to which every degree contributes alike.</summary>
    Component,

    /// <summary>Coefficients whose degrees have mean squared norm 1 give a signal of variance 1, to which every degree contributes alike.</summary>
    Norm,

    /// <summary>The functions are orthonormal under the integral: the signal is Σ c·Y.</summary>
    Integral,
}
