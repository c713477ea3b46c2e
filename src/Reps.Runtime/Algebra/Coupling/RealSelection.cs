using System;
using System.Collections.Generic;

namespace Reps.Algebra;

/// <summary>
/// What makes the real coupling tensors sparse, and how each entry follows from one complex 3j symbol. The change of basis mixes only
/// ±m, so |μ3| is |μ1| + |μ2| or its difference, and the entry is real only if the number of negative μ has the parity of L = l1 + l2 + l3.
/// </summary>
internal static class RealSelection
{
    /// <summary>Whether the entry may be nonzero.</summary>
    public static bool Allows(int sumOfDegrees, int mu1, int mu2, int mu3)
    {
        int a = Math.Abs(mu1);
        int b = Math.Abs(mu2);
        int c = Math.Abs(mu3);
        return (c == a + b || c == Math.Abs(a - b)) && ((sumOfDegrees + Negative(mu1) + Negative(mu2) + Negative(mu3)) & 1) == 0;
    }

    /// <summary>The values of μ3 allowed for μ1 and μ2, at most two.</summary>
    public static List<int> Thirds(int sumOfDegrees, int mu1, int mu2, int l3)
    {
        int difference = Math.Abs(Math.Abs(mu1) - Math.Abs(mu2));
        int sum = Math.Abs(mu1) + Math.Abs(mu2);
        int sign = ((sumOfDegrees + Negative(mu1) + Negative(mu2)) & 1) == 0 ? 1 : -1;
        List<int> thirds = [];
        if (difference <= l3 && (difference > 0 || sign > 0)) thirds.Add(sign * difference);
        if (sum != difference && sum <= l3) thirds.Add(sign * sum);
        return thirds;
    }

    /// <summary>The complex projections (m1, m2), with m3 = m1 + m2, whose 3j symbol gives the entry.</summary>
    public static (int M1, int M2) Projections(int mu1, int mu2, int mu3)
    {
        int a = Math.Abs(mu1);
        int b = Math.Abs(mu2);
        return Math.Abs(mu3) == a + b ? (a, b) : (a, -b);
    }

    /// <summary>The entry, from the symbol (l1 l2 l3; m1 m2 −m3) of <see cref="Projections"/>.</summary>
    /// <remarks>
    /// Re[(−i)^(l1+l2−l3) N u1 u2 ū3] (−1)^(l1−l2+m3) times the symbol, where u are entries of the unitary change from complex to real
    /// components and N counts the two terms ±m (one if every μ is zero). Phases are kept as exponents of i.
    /// </remarks>
    public static Surd FromThreeJ(Surd threeJ, int l1, int l2, int l3, int mu1, int mu2, int mu3)
    {
        (int m1, int m2) = Projections(mu1, mu2, mu3);
        int m3 = m1 + m2;
        int quarterTurns = (3 * (l1 + l2 - l3)) + Phase(mu1, m1) + Phase(mu2, m2) - Phase(mu3, m3) + (2 * (l1 - l2 + m3));
        if ((quarterTurns & 1) != 0) return Surd.Zero;
        int sign = (quarterTurns & 2) == 0 ? threeJ.Sign : -threeJ.Sign;

        // N² times a factor ½ for each u with μ ≠ 0.
        int nonzero = Math.Abs(Math.Sign(mu1)) + Math.Abs(Math.Sign(mu2)) + Math.Abs(Math.Sign(mu3));
        return Surd.FromSquare(sign, nonzero == 0 ? threeJ.Square : threeJ.Square * new Rational(4, 1 << nonzero));
    }

    /// <summary>The p in u(μ, m) = i^p · (1 if μ = 0, else 1/√2), the change of basis without (−i)^l; |m| = |μ|.</summary>
    public static int Phase(int mu, int m)
    {
        int condonShortley = m > 0 ? 2 * m : 0;
        if (mu >= 0) return condonShortley;
        return m > 0 ? condonShortley + 1 : 3;
    }

    private static int Negative(int mu) => mu < 0 ? 1 : 0;
}
