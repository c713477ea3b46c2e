using System;
using System.Numerics;
using System.Threading;

namespace Reps.Algebra;

/// <summary>
/// Wigner's 3j, 6j and 9j symbols, exact for every angular momentum. All arguments are doubled (2j, 2m), so half-integers are integers.
/// Where a selection rule fails the symbol is zero.
/// </summary>
public static partial class WignerSymbols
{
    /// <summary>The 3j symbol (j1 j2 j3; m1 m2 m3), Condon-Shortley phase.</summary>
    /// <remarks>
    /// Racah's sum, its factorials paired into binomials so that it is a sum of integers: with A = j1+j2−j3, B = j1−j2+j3, C = −j1+j2+j3,
    /// (−1)^(j1−j2−m3) √(Π(j±m)! / (A! B! C! (j1+j2+j3+1)!)) Σ_t (−1)^t (A over t)(B over j1−m1−t)(C over j2+m2−t).
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">2j is negative or above 10000, |m| exceeds j, or j − m is not an integer.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Surd ThreeJ(
        int twoJ1, int twoJ2, int twoJ3, int twoM1, int twoM2, int twoM3, CancellationToken cancellationToken = default)
    {
        AngularMomentum.CheckTwoJ(twoJ1, nameof(twoJ1));
        AngularMomentum.CheckTwoJ(twoJ2, nameof(twoJ2));
        AngularMomentum.CheckTwoJ(twoJ3, nameof(twoJ3));
        AngularMomentum.CheckTwoM(twoJ1, twoM1, nameof(twoM1));
        AngularMomentum.CheckTwoM(twoJ2, twoM2, nameof(twoM2));
        AngularMomentum.CheckTwoM(twoJ3, twoM3, nameof(twoM3));
        if (twoM1 + twoM2 + twoM3 != 0 || !AngularMomentum.IsTriad(twoJ1, twoJ2, twoJ3)) return Surd.Zero;

        int a = (twoJ1 + twoJ2 - twoJ3) / 2;
        int b = (twoJ1 - twoJ2 + twoJ3) / 2;
        int c = (-twoJ1 + twoJ2 + twoJ3) / 2;
        BigInteger sum = AlternatingSum(a, b, c, (twoJ1 - twoM1) / 2, (twoJ2 + twoM2) / 2, cancellationToken);
        if (sum.IsZero) return Surd.Zero;

        BigInteger above = Projections(twoJ1, twoM1) * Projections(twoJ2, twoM2) * Projections(twoJ3, twoM3) * sum * sum;
        BigInteger below = Factorials.Of(a) * Factorials.Of(b) * Factorials.Of(c) * Factorials.Of(a + b + c + 1);
        int sign = ((twoJ1 - twoJ2 - twoM3) & 2) == 0 ? sum.Sign : -sum.Sign;
        return Surd.FromSquare(sign, new Rational(above, below));
    }

    // (j + m)! (j − m)!
    private static BigInteger Projections(int twoJ, int twoM) => Factorials.Of((twoJ + twoM) / 2) * Factorials.Of((twoJ - twoM) / 2);

    // Σ_t (−1)^t (a over t)(b over p − t)(c over q − t)
    private static BigInteger AlternatingSum(int a, int b, int c, int p, int q, CancellationToken cancellationToken)
    {
        BigInteger[] rowA = Factorials.BinomialRow(a, cancellationToken);
        BigInteger[] rowB = Factorials.BinomialRow(b, cancellationToken);
        BigInteger[] rowC = Factorials.BinomialRow(c, cancellationToken);
        int first = Math.Max(0, Math.Max(p - b, q - c));
        int last = Math.Min(a, Math.Min(p, q));
        BigInteger sum = BigInteger.Zero;
        for (int t = first; t <= last; t++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            BigInteger term = rowA[t] * rowB[p - t] * rowC[q - t];
            sum = (t & 1) == 0 ? sum + term : sum - term;
        }

        return sum;
    }
}
