using System.Collections.Generic;

namespace Reps;

public readonly partial struct Irrep
{
    /// <summary>
    /// Reads one irrep: <c>1o</c>, <c>1e</c> or <c>1y</c> (natural parity) in O(3); <c>2</c> in SO(3); <c>2</c> or <c>3/2</c> in SU(2).
    /// </summary>
    /// <param name="text">The label; spaces around its parts are tolerated.</param>
    /// <param name="group">The group whose labels are read.</param>
    /// <exception cref="SignatureException">The text is not exactly one irrep of the group.</exception>
    public static Irrep Parse(string text, Group group = Group.O3) =>
        TryParse(text, group, out Irrep irrep, out IReadOnlyList<SignatureError> errors)
            ? irrep
            : throw new SignatureException(text, errors);

    /// <summary>Reads one irrep of a group without throwing.</summary>
    public static bool TryParse(string? text, Group group, out Irrep irrep) => TryParse(text, group, out irrep, out _);

    /// <summary>Reads one irrep of O(3) without throwing.</summary>
    public static bool TryParse(string? text, out Irrep irrep) => TryParse(text, Group.O3, out irrep, out _);

    /// <summary>Reads one irrep of a group, reporting every error with its exact place in the text.</summary>
    public static bool TryParse(string? text, Group group, out Irrep irrep, out IReadOnlyList<SignatureError> errors)
    {
        bool read = SignatureParser.TryParseIrrep(text, group, out irrep, out List<SignatureError> found);
        errors = found;
        return read;
    }
}
