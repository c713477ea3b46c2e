using System.Collections.Generic;

namespace Reps.Algebra;

/// <summary>How a half comes from a tensor, or from a half in which more is kept.</summary>
public enum HalfOperation
{
    /// <summary>The tensor itself.</summary>
    Whole,

    /// <summary>The diagonal of axes that are in one block.</summary>
    Diagonal,

    /// <summary>The sum over an axis.</summary>
    Sum,

    /// <summary>The trace over two axes.</summary>
    Trace,

    /// <summary>The contraction of two axes with the symplectic form: Σ_a (x[2a, 2a+1] − x[2a+1, 2a]).</summary>
    SymplecticTrace,

    /// <summary>Sums with signs over a listed selection of the colours of some axes.</summary>
    Alternation,
}

/// <summary>A step of the work on one side of a layer.</summary>
/// <param name="Operation">What is done.</param>
/// <param name="Term">The term that it is a half of.</param>
/// <param name="Parent">The step whose result is used; −1 for the tensor.</param>
/// <param name="Axes">For each axis of the result, its space and, as bits, the axes of the parent that it runs along.</param>
/// <param name="Closed">The parent's axes that end.</param>
/// <param name="Choices">The number of lists of an alternation: another axis of the result, outside the others but inside the parent's own; else 1.</param>
/// <param name="List">For each choice and each of its entries: a sign, and the colour of each closed axis.</param>
internal sealed record HalfStep(
    HalfOperation Operation,
    int Term,
    int Parent,
    IReadOnlyList<(int Space, int Parents)> Axes,
    IReadOnlyList<int> Closed,
    int Choices,
    IReadOnlyList<int> List
);
