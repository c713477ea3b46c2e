using System;
using System.Threading;

namespace Reps.Algebra;

/// <content>The 9j symbol: recoupling of four angular momenta, e.g. from LS to jj coupling.</content>
public static partial class WignerSymbols
{
    /// <summary>The 9j symbol {j1 j2 j3; j4 j5 j6; j7 j8 j9}.</summary>
    /// <remarks>
    /// Σ_x (−1)^(2x) (2x+1) {j1 j4 j7; j8 j9 x} {j2 j5 j8; j4 x j6} {j3 j6 j9; x j1 j2}. A triangle that contains x occurs in two of the
    /// three symbols, so its root squares away and the sum is rational up to the root of the six triangles of rows and columns.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">2j is negative or above 10000.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Surd NineJ(
        int twoJ1, int twoJ2, int twoJ3, int twoJ4, int twoJ5, int twoJ6, int twoJ7, int twoJ8, int twoJ9,
        CancellationToken cancellationToken = default)
    {
        AngularMomentum.CheckTwoJ(twoJ1, nameof(twoJ1));
        AngularMomentum.CheckTwoJ(twoJ2, nameof(twoJ2));
        AngularMomentum.CheckTwoJ(twoJ3, nameof(twoJ3));
        AngularMomentum.CheckTwoJ(twoJ4, nameof(twoJ4));
        AngularMomentum.CheckTwoJ(twoJ5, nameof(twoJ5));
        AngularMomentum.CheckTwoJ(twoJ6, nameof(twoJ6));
        AngularMomentum.CheckTwoJ(twoJ7, nameof(twoJ7));
        AngularMomentum.CheckTwoJ(twoJ8, nameof(twoJ8));
        AngularMomentum.CheckTwoJ(twoJ9, nameof(twoJ9));
        (int, int, int)[] triads =
        [
            (twoJ1, twoJ2, twoJ3), (twoJ4, twoJ5, twoJ6), (twoJ7, twoJ8, twoJ9),
            (twoJ1, twoJ4, twoJ7), (twoJ2, twoJ5, twoJ8), (twoJ3, twoJ6, twoJ9),
        ];
        Rational triangles = Rational.One;
        foreach ((int a, int b, int c) in triads)
        {
            if (!AngularMomentum.IsTriad(a, b, c)) return Surd.Zero;
            triangles *= Triangle(a, b, c);
        }

        Rational sum = Rational.Zero;
        int first = Math.Max(Math.Abs(twoJ1 - twoJ9), Math.Max(Math.Abs(twoJ4 - twoJ8), Math.Abs(twoJ2 - twoJ6)));
        int last = Math.Min(twoJ1 + twoJ9, Math.Min(twoJ4 + twoJ8, twoJ2 + twoJ6));

        // The three ranges have the same parity, because the rows and columns are triads.
        for (int twoX = first; twoX <= last; twoX += 2)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Rational term = SixJSum(twoJ1, twoJ4, twoJ7, twoJ8, twoJ9, twoX, cancellationToken)
                * SixJSum(twoJ2, twoJ5, twoJ8, twoJ4, twoX, twoJ6, cancellationToken)
                * SixJSum(twoJ3, twoJ6, twoJ9, twoX, twoJ1, twoJ2, cancellationToken)
                * Triangle(twoJ1, twoJ9, twoX) * Triangle(twoJ4, twoJ8, twoX) * Triangle(twoJ2, twoJ6, twoX);
            sum += ((twoX & 1) == 0 ? twoX + 1 : -(twoX + 1)) * term;
        }

        return Surd.FromSquare(sum.Sign, triangles * sum * sum);
    }
}
