namespace Reps.Algebra;

/// <summary>A family of groups acting on R^n whose equivariant maps between tensor powers are sums of diagrams.</summary>
public enum GroupFamily
{
    /// <summary>S_n: all permutations of the coordinates.</summary>
    Symmetric,

    /// <summary>A_n: the even permutations of the coordinates.</summary>
    Alternating,

    /// <summary>O(n): the orthogonal matrices.</summary>
    Orthogonal,

    /// <summary>SO(n): the orthogonal matrices of determinant one.</summary>
    SpecialOrthogonal,

    /// <summary>
    /// Sp(n), n even: the matrices g with gᵀεg = ε, where ε(2a, 2a+1) = 1 = −ε(2a+1, 2a) and all else is zero. (The real group and the
    /// compact one have the same maps.)
    /// </summary>
    Symplectic,
}
