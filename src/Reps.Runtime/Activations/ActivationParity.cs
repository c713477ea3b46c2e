namespace Reps;

/// <summary>How a function of a number answers to a change of its sign.</summary>
public enum ActivationParity
{
    /// <summary>f(−z) is neither f(z) nor −f(z): it may act on even scalars only.</summary>
    Neither = 0,

    /// <summary>f(−z) = f(z): it makes an even scalar of an odd one.</summary>
    Even = 1,

    /// <summary>f(−z) = −f(z): an odd scalar stays odd.</summary>
    Odd = -1,
}
