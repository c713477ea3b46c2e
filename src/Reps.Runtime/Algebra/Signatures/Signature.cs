using System;
using System.Collections.Generic;
using System.Linq;

namespace Reps;

/// <summary>A group and a representation of it, as written in attributes and files: <c>O(3): 8x0e+16x1o</c>.</summary>
/// <remarks>
/// Text: <c>[ group ":" ] term { "+" term }</c> with group <c>O(3)</c> (the default), <c>SO(3)</c> or <c>SU(2)</c>, and term
/// <c>[ multiplicity "x" ] irrep</c>.
/// </remarks>
public sealed class Signature : IEquatable<Signature>
{
    /// <summary>The signature of a representation.</summary>
    /// <param name="irreps">1 to <see cref="Budget.MaxTerms"/> terms, of degree at most <see cref="Budget.MaxDegree"/>.</param>
    /// <exception cref="ArgumentException">The representation is empty or beyond these limits, so that it has no text form.</exception>
    public Signature(Irreps irreps)
    {
        Irreps = irreps ?? throw new ArgumentNullException(nameof(irreps));
        if (irreps.Count == 0) throw new ArgumentException("A signature has at least one term.", nameof(irreps));
        if (irreps.Count > Budget.MaxTerms) throw new ArgumentException("More terms than Budget.MaxTerms.", nameof(irreps));
        if (irreps.Any(static entry => entry.Irrep.TwoJ > 2 * Budget.MaxDegree))
            throw new ArgumentException("A degree greater than Budget.MaxDegree.", nameof(irreps));
    }

    /// <summary>The group.</summary>
    public Group Group => Irreps.Group;

    /// <summary>The representation.</summary>
    public Irreps Irreps { get; }

    /// <summary>Whether two signatures have the same group and the same entries in the same order.</summary>
    public static bool operator ==(Signature? left, Signature? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two signatures differ.</summary>
    public static bool operator !=(Signature? left, Signature? right) => !(left == right);

    /// <summary>Reads a signature.</summary>
    /// <exception cref="SignatureException">The text has errors; the exception lists all of them.</exception>
    public static Signature Parse(string text) =>
        TryParse(text, out Signature? signature, out IReadOnlyList<SignatureError> errors)
            ? signature!
            : throw new SignatureException(text, errors);

    /// <summary>Reads a signature, reporting every error with its exact place in the text.</summary>
    /// <param name="text">The text; null counts as empty.</param>
    /// <param name="signature">The signature, or null if there are errors.</param>
    /// <param name="errors">All errors, sorted by place, not overlapping; empty exactly if the text is valid.</param>
    public static bool TryParse(string? text, out Signature? signature, out IReadOnlyList<SignatureError> errors)
    {
        Irreps? irreps = SignatureParser.ParseSignature(text, out List<SignatureError> found);
        signature = irreps is null ? null : new Signature(irreps);
        errors = found;
        return signature is not null;
    }

    /// <inheritdoc />
    public bool Equals(Signature? other) => other is not null && Irreps.Equals(other.Irreps);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Signature);

    /// <inheritdoc />
    public override int GetHashCode() => Irreps.GetHashCode();

    /// <summary>The canonical text: <c>O(3): 8x0e+16x1o</c>.</summary>
    public override string ToString() => Group.Name() + ": " + Irreps;
}
