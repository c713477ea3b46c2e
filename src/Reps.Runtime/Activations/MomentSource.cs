namespace Reps;

/// <summary>Where the constant comes from that gives an activation function second moment one.</summary>
public enum MomentSource
{
    /// <summary>
    /// e3nn's average over a million samples, off by about 1e-3: for parameters trained with e3nn. Functions that it has no published
    /// constant for have the exact one.
    /// </summary>
    E3nn,

    /// <summary>The integral.</summary>
    Exact,
}
