using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

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
    public override string ToString()
    {
        string symbol = Family switch
        {
            GroupFamily.Symmetric => "S",
            GroupFamily.Alternating => "A",
            GroupFamily.Orthogonal => "O",
            GroupFamily.SpecialOrthogonal => "SO",
            _ => "Sp",
        };
        return symbol + "(" + (IsOpen ? "n" : N.ToString(CultureInfo.InvariantCulture)) + ")";
    }
}

/// <summary>
/// Copies of a tensor power: <c>16xV^2</c> is sixteen matrices. Of a product of groups there is one power for each space, and the axes of the
/// first space come first.
/// </summary>
/// <param name="Channels">How many copies.</param>
/// <param name="Powers">The power of each space.</param>
public sealed record TensorPower(int Channels, EquatableArray<int> Powers)
{
    /// <summary>The number of axes.</summary>
    public int Axes => Powers.Sum();

    /// <summary>The number of values of a channel.</summary>
    /// <param name="sizes">n of each space.</param>
    /// <exception cref="OverflowException">It is beyond what memory addresses.</exception>
    public long Size(IReadOnlyList<int> sizes)
    {
        long size = 1;
        for (int s = 0; s < Powers.Count; s++)
        for (int p = 0; p < Powers[s]; p++)
            size = checked(size * sizes[s]);
        return size;
    }

    /// <summary><c>16xV^2</c>, <c>4xV^(2,1)</c>.</summary>
    public override string ToString()
    {
        string powers = string.Join(",", Powers.Select(power => power.ToString(CultureInfo.InvariantCulture)));
        return Channels.ToString(CultureInfo.InvariantCulture) + "xV^" + (Powers.Count == 1 ? powers : "(" + powers + ")");
    }
}

/// <summary>
/// A direct sum of tensor powers, with channels: the features of diagram layers. Storage of a row: term after term, each
/// [n, …, n, channels], the channel innermost.
/// </summary>
/// <param name="Spaces">What acts: one group, or a product of groups, each on a space of its own.</param>
/// <param name="Terms">The summands.</param>
public sealed record TensorPowers(EquatableArray<TensorSpace> Spaces, EquatableArray<TensorPower> Terms)
{
    /// <summary>Reads a signature of tensor powers.</summary>
    /// <param name="text"><c>S(n): 16xV^2 + 8xV^1</c>; of a product of groups there is a power for each, <c>S(n)×O(3): 4xV^(2,1)</c>.</param>
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

    /// <summary>Whether a text is meant as tensor powers, and not as irreps.</summary>
    internal static bool Describes(string? text) => TensorPowersReader.Describes(text);

    /// <summary>Whether some n is known only when a layer is called.</summary>
    public bool IsOpen => Spaces.Any(space => space.IsOpen);

    /// <summary>The number of values of a row.</summary>
    /// <param name="sizes">n of each space.</param>
    /// <exception cref="OverflowException">It is beyond what memory addresses.</exception>
    public long Dim(IReadOnlyList<int> sizes) => Terms.Sum(term => checked(term.Channels * term.Size(sizes)));

    /// <summary><c>S(n): 16xV^2 + 8xV^1</c>.</summary>
    public override string ToString() => string.Join("×", Spaces) + ": " + string.Join(" + ", Terms);
}
