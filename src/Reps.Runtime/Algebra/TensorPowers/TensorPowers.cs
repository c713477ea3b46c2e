using System;
using System.Collections.Generic;
using System.Linq;

namespace Reps.Algebra;

/// <summary>
/// A direct sum of tensor powers, with channels: the features of diagram layers. Storage of a row: term after term, each
/// [n, …, n, channels], the channel innermost.
/// </summary>
/// <param name="Spaces">What acts: one group, or a product of groups, each on a space of its own.</param>
/// <param name="Terms">The summands.</param>
public sealed record TensorPowers(EquatableArray<TensorSpace> Spaces, EquatableArray<TensorPower> Terms)
{
    /// <summary>Reads a signature of tensor powers.</summary>
    /// <param name="text"><c>S(n): 16xV^2 + 8xV^1</c>; of a product of groups there is a power for each, <c>S(n)×O(3): 4xV^(2,1)</c>; of the symmetries of a graph, <c>Aut(petersen): 4xV^2</c>.</param>
    /// <returns>The representation.</returns>
    /// <exception cref="SignatureException">The text has errors; the exception lists all of them.</exception>
    public static TensorPowers Parse(string text) =>
        TryParse(text, out TensorPowers? powers, out IReadOnlyList<SignatureError> errors) ? powers! : throw new SignatureException(text, errors);

    /// <summary>Reads a signature of tensor powers, reporting errors with their places in the text.</summary>
    /// <param name="text">The text; null counts as empty.</param>
    /// <param name="powers">The representation, or null if there are errors.</param>
    /// <param name="errors">All errors, sorted by place; empty exactly if the text is valid.</param>
    /// <returns>Whether it is.</returns>
    public static bool TryParse(string? text, out TensorPowers? powers, out IReadOnlyList<SignatureError> errors)
    {
        TensorPowersReader reader = new(text ?? "");
        powers = reader.Read();
        errors = reader.Errors;
        return powers is not null;
    }

    /// <summary>Whether a text is meant as tensor powers, and not as irreps: no irrep has that letter.</summary>
    internal static bool Describes(string? text) => text is not null && text.IndexOf('V') >= 0;

    /// <summary>Whether some n is known only when a layer is called.</summary>
    public bool IsOpen => Spaces.Any(space => space.IsOpen);

    /// <summary>Whether automorphisms of graphs act: their maps are orbits of lists of points, and not diagrams.</summary>
    public bool HasOrbits => Spaces.Any(static space => space.Graph is not null);

    /// <summary>The number of values of a row.</summary>
    /// <param name="sizes">n of each space.</param>
    /// <exception cref="OverflowException">It is beyond what memory addresses.</exception>
    public long Dim(IReadOnlyList<int> sizes) => Terms.Sum(term => checked(term.Channels * term.Size(sizes)));

    /// <summary><c>S(n): 16xV^2 + 8xV^1</c>.</summary>
    public override string ToString() => string.Join("×", Spaces) + ": " + string.Join(" + ", Terms);
}
