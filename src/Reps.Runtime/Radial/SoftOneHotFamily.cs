namespace Reps;

/// <summary>The functions of a <see cref="SoftOneHotLinspace"/>.</summary>
public enum SoftOneHotFamily
{
    /// <summary>exp(−d²)/1.12, where d is the distance from the centre in steps.</summary>
    Gaussian,

    /// <summary>cos(πd/2) for |d| &lt; 1, and 0 elsewhere.</summary>
    Cosine,

    /// <summary>1.14136·exp(2 − 2/(1 − d²)) for |d| &lt; 1, and 0 elsewhere: all derivatives are continuous.</summary>
    SmoothFinite,

    /// <summary>With t from 0 at the start to 1 at the end, sines of πnt that vanish outside; without cutoff, cosines.</summary>
    Fourier,

    /// <summary>√(2/c)·sin(πnx/c)/x with x from the start and c the length of the interval; with cutoff 0 outside.</summary>
    Bessel,
}
