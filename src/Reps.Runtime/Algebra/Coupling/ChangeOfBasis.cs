using System;

namespace Reps.Algebra;

/// <summary>
/// The unitary change of basis Q between the complex components m = −l … l (Condon-Shortley) and the real components μ = −l … l of
/// e3nn, with its phase (−i)^l: rows are complex, columns real. Real tensors are complex ones contracted with Q.
/// </summary>
/// <remarks>
/// Without the phase: 1 at μ = m = 0; for a = |μ| &gt; 0, column +a has (−1)^a/√2 at m = a and 1/√2 at m = −a, column −a has
/// i(−1)^a/√2 at m = a and −i/√2 at m = −a.
/// </remarks>
public static class ChangeOfBasis
{
    /// <summary>Real and imaginary part of Q[m, μ], for the row index l + m and the column index l + μ.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The degree is negative or above 5000, or an index exceeds 2l.</exception>
    public static (Surd Re, Surd Im) Entry(int l, int mIndex, int realIndex)
    {
        AngularMomentum.CheckDegree(l, nameof(l));
        AngularMomentum.CheckComponent(l, mIndex, nameof(mIndex));
        AngularMomentum.CheckComponent(l, realIndex, nameof(realIndex));
        int m = mIndex - l;
        int mu = realIndex - l;
        if (Math.Abs(m) != Math.Abs(mu)) return (Surd.Zero, Surd.Zero);

        // (−i)^l = i^(3l).
        int quarterTurns = (3 * l) + RealSelection.Phase(mu, m);
        Surd magnitude = mu == 0 ? Surd.One : Surd.Sqrt(new Rational(1, 2));
        Surd signed = (quarterTurns & 2) == 0 ? magnitude : -magnitude;
        return (quarterTurns & 1) == 0 ? (signed, Surd.Zero) : (Surd.Zero, signed);
    }
}
