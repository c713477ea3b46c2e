using System;
using System.Globalization;

namespace Reps.Algebra;

/// <summary>A group of a family acting on a space R^n, of which features take tensor powers.</summary>
/// <param name="Family">The family.</param>
/// <param name="N">n; 0 where it is known only when a layer is called.</param>
public sealed record TensorSpace(GroupFamily Family, int N)
{
    /// <summary>Whether n is known only when a layer is called.</summary>
    public bool IsOpen => N == 0;

    /// <summary>Reads a group.</summary>
    /// <param name="text"><c>S(n)</c>, <c>S(5)</c>, <c>A(4)</c>, <c>O(3)</c>, <c>SO(3)</c> or <c>Sp(4)</c>.</param>
    /// <returns>The group.</returns>
    /// <exception cref="SignatureException">The text is no such group.</exception>
    public static TensorSpace Parse(string text)
    {
        TensorPowersReader reader = new(text ?? "");
        return reader.ReadSpace() ?? throw new SignatureException(text, reader.Errors);
    }

    /// <summary>The calculus of the diagrams of so many vertices. Where n is open it is so large that no diagram depends on another.</summary>
    /// <param name="vertices">k + l.</param>
    /// <returns>The category.</returns>
    /// <exception cref="ArgumentException">There is no such group, or its diagrams depend on n and n is open.</exception>
    public DiagramCategory Category(int vertices)
    {
        if (!IsOpen) return new(Family, N);
        if (Family is GroupFamily.Alternating or GroupFamily.SpecialOrthogonal)
            throw new ArgumentException(
                $"The diagrams of {this} depend on n, so it must be a number: {ToString().Replace("(n)", "(3)")}. Only S(n), O(n) and Sp(n) can be left open.");
        return new(Family, Math.Max(2, vertices + (vertices % 2)));
    }

    /// <summary>The group: <c>S(n)</c>, <c>O(3)</c>.</summary>
    public override string ToString() =>
        DiagramCategory.Symbol(Family) + "(" + (IsOpen ? "n" : N.ToString(CultureInfo.InvariantCulture)) + ")";
}
