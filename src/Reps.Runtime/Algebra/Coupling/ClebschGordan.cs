using System;
using System.Collections.Generic;
using System.Threading;

namespace Reps.Algebra;

/// <summary>
/// Clebsch-Gordan coefficients: complex (Condon-Shortley, any half-integers) and real. The real tensor is e3nn's <c>wigner_3j</c>:
/// components ordered μ = −l … l with index l + μ, polar axis y, Frobenius norm one, invariant under D ⊗ D ⊗ D.
/// </summary>
public static class ClebschGordan
{
    private static readonly TensorCache s_cache = new(512, 65_536);

    /// <summary>The complex coefficient ⟨j1 m1 j2 m2 | j m⟩ = (−1)^(j1−j2+m) √(2j+1) (j1 j2 j; m1 m2 −m). Arguments are doubled.</summary>
    /// <exception cref="ArgumentOutOfRangeException">2j is negative or above 10000, |m| exceeds j, or j − m is not an integer.</exception>
    public static Surd Complex(int twoJ1, int twoM1, int twoJ2, int twoM2, int twoJ, int twoM)
    {
        AngularMomentum.CheckTwoJ(twoJ, nameof(twoJ));
        AngularMomentum.CheckTwoM(twoJ, twoM, nameof(twoM));
        Surd threeJ = WignerSymbols.ThreeJ(twoJ1, twoJ2, twoJ, twoM1, twoM2, -twoM);
        int sign = ((twoJ1 - twoJ2 + twoM) & 2) == 0 ? 1 : -1;
        return Surd.FromSquare(sign * threeJ.Sign, threeJ.Square * (twoJ + 1));
    }

    /// <summary>Entry [i, j, k] of the real tensor of degrees (l1, l2, l3); zero where they do not couple.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A degree is negative or above 5000, or an index exceeds twice its degree.</exception>
    public static Surd Real(int l1, int l2, int l3, int i, int j, int k)
    {
        CheckDegrees(l1, l2, l3);
        AngularMomentum.CheckComponent(l1, i, nameof(i));
        AngularMomentum.CheckComponent(l2, j, nameof(j));
        AngularMomentum.CheckComponent(l3, k, nameof(k));
        (int mu1, int mu2, int mu3) = (i - l1, j - l2, k - l3);
        if (!RealSelection.Allows(l1 + l2 + l3, mu1, mu2, mu3)) return Surd.Zero;
        (int m1, int m2) = RealSelection.Projections(mu1, mu2, mu3);
        Surd threeJ = WignerSymbols.ThreeJ(2 * l1, 2 * l2, 2 * l3, 2 * m1, 2 * m2, -2 * (m1 + m2));
        return RealSelection.FromThreeJ(threeJ, l1, l2, l3, mu1, mu2, mu3);
    }

    /// <summary>
    /// The real tensor of shape (2l1+1, 2l2+1, 2l3+1), without entries where the degrees do not couple. Kept in a bounded cache.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A degree is negative or above 5000.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static SparseTensor RealTensor(int l1, int l2, int l3, CancellationToken cancellationToken = default)
    {
        CheckDegrees(l1, l2, l3);
        cancellationToken.ThrowIfCancellationRequested();
        if (s_cache.Find((l1, l2, l3)) is { } kept) return kept;
        SparseTensor tensor = new([(2 * l1) + 1, (2 * l2) + 1, (2 * l3) + 1], RealEntries(l1, l2, l3, cancellationToken));
        s_cache.Add((l1, l2, l3), tensor);
        return tensor;
    }

    private static IEnumerable<(int[] Index, Surd Value)> RealEntries(int l1, int l2, int l3, CancellationToken cancellationToken)
    {
        if (!AngularMomentum.IsTriad(2 * l1, 2 * l2, 2 * l3)) yield break;

        // Components that differ in the signs of μ share one 3j symbol.
        Dictionary<(int M1, int M2), Surd> threeJs = [];
        for (int mu1 = -l1; mu1 <= l1; mu1++)
        {
            for (int mu2 = -l2; mu2 <= l2; mu2++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (int mu3 in RealSelection.Thirds(l1 + l2 + l3, mu1, mu2, l3))
                {
                    (int m1, int m2) = RealSelection.Projections(mu1, mu2, mu3);
                    if (!threeJs.TryGetValue((m1, m2), out Surd threeJ))
                    {
                        threeJ = WignerSymbols.ThreeJ(2 * l1, 2 * l2, 2 * l3, 2 * m1, 2 * m2, -2 * (m1 + m2), cancellationToken);
                        threeJs.Add((m1, m2), threeJ);
                    }

                    Surd value = RealSelection.FromThreeJ(threeJ, l1, l2, l3, mu1, mu2, mu3);
                    yield return ([l1 + mu1, l2 + mu2, l3 + mu3], value);
                }
            }
        }
    }

    private static void CheckDegrees(int l1, int l2, int l3)
    {
        AngularMomentum.CheckDegree(l1, nameof(l1));
        AngularMomentum.CheckDegree(l2, nameof(l2));
        AngularMomentum.CheckDegree(l3, nameof(l3));
    }
}
