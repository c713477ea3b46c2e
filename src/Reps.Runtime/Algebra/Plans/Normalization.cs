namespace Reps;

/// <summary>Which size of output a tensor product keeps equal to one for inputs of size one.</summary>
public enum IrrepNormalization
{
    /// <summary>Every component has variance one: the coupling tensor is scaled by √(2l₃+1).</summary>
    Component,

    /// <summary>Every irrep has expected square norm one: the coupling tensor is scaled by √((2l₁+1)(2l₂+1)).</summary>
    Norm,

    /// <summary>The coupling tensor keeps its Frobenius norm of one.</summary>
    None,
}

/// <summary>How the paths that end in the same output segment share its variance.</summary>
public enum PathNormalization
{
    /// <summary>Every summed element has the same weight, so paths with more channels contribute more.</summary>
    Element,

    /// <summary>Every path contributes the same variance, whatever its number of channels.</summary>
    Path,

    /// <summary>No division: path coefficients do not depend on the other paths.</summary>
    None,
}
