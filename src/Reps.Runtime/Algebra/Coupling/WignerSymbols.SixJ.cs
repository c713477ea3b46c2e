using System;
using System.Numerics;
using System.Threading;

namespace Reps.Algebra;

/// <content>The 6j symbol: recoupling of three angular momenta.</content>
public static partial class WignerSymbols
{
    /// <summary>The 6j symbol {j1 j2 j3; j4 j5 j6}.</summary>
    /// <remarks>
    /// Racah's formula √(Δ(123)Δ(156)Δ(426)Δ(453)) Σ_t (−1)^t (t+1)! / (Π(t−a)! Π(b−t)!), with the factorials of the sum paired into
    /// binomials: three of the four (t−a)! with one (b−t)! each, and (t+1)! with the last.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">2j is negative or above 10000.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Surd SixJ(
        int twoJ1, int twoJ2, int twoJ3, int twoJ4, int twoJ5, int twoJ6, CancellationToken cancellationToken = default)
    {
        AngularMomentum.CheckTwoJ(twoJ1, nameof(twoJ1));
        AngularMomentum.CheckTwoJ(twoJ2, nameof(twoJ2));
        AngularMomentum.CheckTwoJ(twoJ3, nameof(twoJ3));
        AngularMomentum.CheckTwoJ(twoJ4, nameof(twoJ4));
        AngularMomentum.CheckTwoJ(twoJ5, nameof(twoJ5));
        AngularMomentum.CheckTwoJ(twoJ6, nameof(twoJ6));
        if (!AngularMomentum.IsTriad(twoJ1, twoJ2, twoJ3) || !AngularMomentum.IsTriad(twoJ1, twoJ5, twoJ6)
            || !AngularMomentum.IsTriad(twoJ4, twoJ2, twoJ6) || !AngularMomentum.IsTriad(twoJ4, twoJ5, twoJ3)) return Surd.Zero;

        Rational sum = SixJSum(twoJ1, twoJ2, twoJ3, twoJ4, twoJ5, twoJ6, cancellationToken);
        Rational triangles = Triangle(twoJ1, twoJ2, twoJ3) * Triangle(twoJ1, twoJ5, twoJ6)
            * Triangle(twoJ4, twoJ2, twoJ6) * Triangle(twoJ4, twoJ5, twoJ3);
        return Surd.FromSquare(sum.Sign, triangles * sum * sum);
    }

    // Δ(abc) = (a+b−c)! (a−b+c)! (−a+b+c)! / (a+b+c+1)!
    private static Rational Triangle(int twoA, int twoB, int twoC)
    {
        BigInteger above = Factorials.Of((twoA + twoB - twoC) / 2) * Factorials.Of((twoA - twoB + twoC) / 2)
            * Factorials.Of((-twoA + twoB + twoC) / 2);
        return new Rational(above, Factorials.Of(((twoA + twoB + twoC) / 2) + 1));
    }

    // The symbol without the root of its four triangles; every triad is known to hold.
    private static Rational SixJSum(int twoJ1, int twoJ2, int twoJ3, int twoJ4, int twoJ5, int twoJ6, CancellationToken cancellationToken)
    {
        int a1 = (twoJ1 + twoJ2 + twoJ3) / 2;
        int a2 = (twoJ1 + twoJ5 + twoJ6) / 2;
        int a3 = (twoJ4 + twoJ2 + twoJ6) / 2;
        int a4 = (twoJ4 + twoJ5 + twoJ3) / 2;
        int b2 = (twoJ1 + twoJ2 + twoJ4 + twoJ5) / 2;
        int b3 = (twoJ2 + twoJ3 + twoJ5 + twoJ6) / 2;
        int b4 = (twoJ1 + twoJ3 + twoJ4 + twoJ6) / 2;
        BigInteger[] row2 = Factorials.BinomialRow(b2 - a2, cancellationToken);
        BigInteger[] row3 = Factorials.BinomialRow(b3 - a3, cancellationToken);
        BigInteger[] row4 = Factorials.BinomialRow(b4 - a4, cancellationToken);

        int first = Math.Max(Math.Max(a1, a2), Math.Max(a3, a4));
        int last = Math.Min(b2, Math.Min(b3, b4));

        // rising = (t+1)! / (t−a1)!, carried from one t to the next.
        BigInteger rising = Factorials.Of(first + 1) / Factorials.Of(first - a1);
        BigInteger sum = BigInteger.Zero;
        for (int t = first; t <= last; t++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            BigInteger term = rising * row2[t - a2] * row3[t - a3] * row4[t - a4];
            sum = (t & 1) == 0 ? sum + term : sum - term;
            rising = rising * (t + 2) / (t + 1 - a1);
        }

        return new Rational(sum, Factorials.Of(b2 - a2) * Factorials.Of(b3 - a3) * Factorials.Of(b4 - a4));
    }
}
