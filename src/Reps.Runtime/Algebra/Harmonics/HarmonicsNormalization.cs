namespace Reps;

/// <summary>The size of real spherical harmonics on the unit sphere.</summary>
public enum HarmonicsNormalization
{
    /// <summary>Σ_m Y_m² = 2l+1: components have mean square one.</summary>
    Component,

    /// <summary>Σ_m Y_m² = 1.</summary>
    Norm,

    /// <summary>∫ Y_m² = 1: orthonormal functions on the sphere.</summary>
    Integral,
}
