using System.Numerics;

namespace Reps.Algebra;

/// <summary>A multiple of a diagram.</summary>
/// <param name="Diagram">The diagram.</param>
/// <param name="Coefficient">How often it is taken.</param>
public readonly record struct DiagramTerm(Diagram Diagram, BigInteger Coefficient)
{
    /// <summary>The coefficient, if it is not 1, and the diagram.</summary>
    public override string ToString() => Coefficient.IsOne ? Diagram.ToString() : System.FormattableString.Invariant($"{Coefficient}·{Diagram}");
}
