using System;
using System.Collections.Generic;
using System.Globalization;

namespace Reps;

/// <summary>
/// An irreducible representation: degree l (or spin j) of SO(3) and SU(2), degree and parity of O(3).
/// Real of dimension 2l+1 for integer degrees, complex of dimension 2j+1 for half-integers. <c>default</c> is the trivial irrep of O(3).
/// </summary>
/// <remarks>Ordered by group, then degree, then parity with odd before even: 0o &lt; 0e &lt; 1o &lt; 1e, the order of e3nn.</remarks>
public readonly partial struct Irrep : IEquatable<Irrep>, IComparable<Irrep>
{
    // Stored as "odd" so that default(Irrep) is a valid value, 0e.
    private readonly bool _odd;

    private Irrep(Group group, int twoJ, bool odd)
    {
        Group = group;
        TwoJ = twoJ;
        _odd = odd;
    }

    /// <summary>The group this is an irrep of.</summary>
    public Group Group { get; }

    /// <summary>The doubled degree 2l (or 2j), so that half-integers are exact.</summary>
    public int TwoJ { get; }

    /// <summary>The sign of the inversion: +1 (even) or −1 (odd) for O(3); always +1 for SO(3) and SU(2).</summary>
    public int Parity => _odd ? -1 : 1;

    /// <summary>The degree l.</summary>
    /// <exception cref="InvalidOperationException">The degree is a half-integer.</exception>
    public int L => (TwoJ & 1) == 0
        ? TwoJ / 2
        : throw new InvalidOperationException("The degree of " + this + " is a half-integer; use TwoJ.");

    /// <summary>The dimension 2j+1.</summary>
    public int Dim => TwoJ + 1;

    /// <summary>Whether the degree is an integer: always for O(3) and SO(3).</summary>
    public bool IsInteger => (TwoJ & 1) == 0;

    /// <summary>Whether this is the trivial irrep, 0e or 0. The pseudoscalar 0o is not: it changes sign under inversion.</summary>
    public bool IsScalar => TwoJ == 0 && !_odd;

    /// <summary>The dual irrep. Every irrep of O(3), SO(3) and SU(2) is isomorphic to its own dual, so this is the same label.</summary>
    public Irrep Dual => this;

    /// <summary>The irrep of O(3) of degree <paramref name="l"/> and the given parity.</summary>
    /// <param name="l">Degree, 0 or more; the dimension 2l+1 may not exceed <see cref="Budget.MaxDim"/>.</param>
    /// <param name="parity">+1 (even) or −1 (odd).</param>
    /// <exception cref="ArgumentOutOfRangeException">The degree is out of range, or the parity is not ±1.</exception>
    public static Irrep O3(int l, int parity) => parity is 1 or -1
        ? new(Group.O3, Doubled(l), parity < 0)
        : throw new ArgumentOutOfRangeException(nameof(parity), "Parity is +1 or -1, not " + Text(parity) + ".");

    /// <summary>The irrep of SO(3) of degree <paramref name="l"/>.</summary>
    /// <param name="l">Degree, 0 or more; the dimension 2l+1 may not exceed <see cref="Budget.MaxDim"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degree is out of range.</exception>
    public static Irrep SO3(int l) => new(Group.SO3, Doubled(l), false);

    /// <summary>The irrep of SU(2) of spin <paramref name="twoJ"/>/2.</summary>
    /// <param name="twoJ">Doubled spin, 0 or more; the dimension 2j+1 may not exceed <see cref="Budget.MaxDim"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The spin is out of range.</exception>
    public static Irrep SU2(int twoJ) => twoJ >= 0 && twoJ < Budget.MaxDim
        ? new(Group.SU2, twoJ, false)
        : throw new ArgumentOutOfRangeException(nameof(twoJ), "Doubled spin out of range: " + Text(twoJ) + ".");

    /// <summary>
    /// The irreps up to a degree, natural parity (−1)^l first: 0e, 0o, 1o, 1e, 2e, 2o, … for O(3); 0, 1, 2, … for SO(3);
    /// 0, 1/2, 1, … for SU(2). This is e3nn's iteration order, not the sort order.
    /// </summary>
    /// <param name="lmax">Largest degree, 0 or more.</param>
    /// <param name="group">The group.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degree is out of range, or the value is not a group.</exception>
    public static IEnumerable<Irrep> Enumerate(int lmax, Group group = Group.O3)
    {
        _ = group.Name();
        return Walk(group, Doubled(lmax));

        static IEnumerable<Irrep> Walk(Group group, int twoJMax)
        {
            for (int twoJ = 0; twoJ <= twoJMax; twoJ += group.HasHalfIntegers() ? 1 : 2)
            {
                bool natural = group.HasParity() && (twoJ & 2) != 0;
                yield return new(group, twoJ, natural);
                if (group.HasParity()) yield return new(group, twoJ, !natural);
            }
        }
    }

    /// <summary>
    /// The irreps in the tensor product of two irreps, each once, by ascending degree: |j1−j2|, |j1−j2|+1, …, j1+j2, parity p1·p2
    /// (Clebsch-Gordan series).
    /// </summary>
    /// <param name="other">An irrep of the same group.</param>
    /// <exception cref="ArgumentException">The irreps belong to different groups.</exception>
    public IEnumerable<Irrep> Product(Irrep other)
    {
        if (other.Group != Group)
            throw new ArgumentException("No product of irreps of " + Group.Name() + " and " + other.Group.Name() + ".", nameof(other));
        return Series(this, other);

        static IEnumerable<Irrep> Series(Irrep a, Irrep b)
        {
            int last = a.TwoJ + b.TwoJ;
            for (int twoJ = Math.Abs(a.TwoJ - b.TwoJ); twoJ <= last; twoJ += 2) yield return new(a.Group, twoJ, a._odd != b._odd);
        }
    }

    /// <summary>The label: <c>1o</c> for O(3), <c>2</c> for SO(3), <c>2</c> or <c>3/2</c> for SU(2).</summary>
    public override string ToString()
    {
        string degree = IsInteger ? Text(TwoJ / 2) : Text(TwoJ) + "/2";
        return !Group.HasParity() ? degree : degree + (_odd ? "o" : "e");
    }

    private static int Doubled(int l) => l >= 0 && l <= (Budget.MaxDim - 1) / 2
        ? 2 * l
        : throw new ArgumentOutOfRangeException(nameof(l), "Degree out of range: " + Text(l) + ".");

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
