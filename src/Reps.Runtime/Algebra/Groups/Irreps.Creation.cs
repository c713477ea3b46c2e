using System;
using System.Collections.Generic;

namespace Reps;

public sealed partial class Irreps
{
    /// <summary>The direct sum of no irreps, of dimension 0.</summary>
    public static Irreps Empty(Group group) => new(group, []);

    /// <summary>Reads a direct sum such as <c>8x0e+16x1o</c>; empty or blank text is the empty direct sum.</summary>
    /// <param name="text">Terms <c>[multiplicity x] irrep</c> joined by <c>+</c>; spaces around tokens are tolerated.</param>
    /// <param name="group">The group whose labels are read.</param>
    /// <exception cref="SignatureException">The text has errors; the exception lists all of them.</exception>
    public static Irreps Parse(string text, Group group = Group.O3) =>
        TryParse(text, group, out Irreps? irreps, out IReadOnlyList<SignatureError> errors)
            ? irreps!
            : throw new SignatureException(text, errors);

    /// <summary>Reads a direct sum of irreps of O(3) without throwing.</summary>
    public static bool TryParse(string? text, out Irreps? irreps) => TryParse(text, Group.O3, out irreps, out _);

    /// <summary>Reads a direct sum of irreps of a group without throwing.</summary>
    public static bool TryParse(string? text, Group group, out Irreps? irreps) => TryParse(text, group, out irreps, out _);

    /// <summary>Reads a direct sum of irreps of a group, reporting every error with its exact place in the text.</summary>
    public static bool TryParse(string? text, Group group, out Irreps? irreps, out IReadOnlyList<SignatureError> errors)
    {
        irreps = SignatureParser.ParseIrreps(text, group, out List<SignatureError> found);
        errors = found;
        return irreps is not null;
    }

    /// <summary>
    /// The irreps of the real spherical harmonics of degrees 0 … <paramref name="lmax"/>: the sum of 1x(l, p^l), where p is the parity of
    /// the argument.
    /// </summary>
    /// <param name="lmax">Largest degree, 0 or more.</param>
    /// <param name="parity">−1 for a vector argument (parity (−1)^l), +1 for a pseudovector (all even).</param>
    /// <exception cref="ArgumentOutOfRangeException">The degree is out of range, or the parity is not ±1.</exception>
    public static Irreps SphericalHarmonics(int lmax, int parity = -1)
    {
        _ = Irrep.O3(lmax, parity);
        MulIrrep[] entries = new MulIrrep[lmax + 1];
        for (int l = 0; l <= lmax; l++) entries[l] = Irrep.O3(l, (l & 1) == 0 ? 1 : parity);
        return new(Group.O3, entries);
    }
}
