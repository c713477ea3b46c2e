using System;
using System.Collections.Generic;
using System.Threading;

namespace Reps.Algebra;

/// <summary>
/// Integrals over the unit sphere of products of three spherical harmonics of unit norm, exact. They vanish unless l1 + l2 + l3 is even.
/// </summary>
public static class Gaunt
{
    private static readonly TensorCache s_cache = new(128, 16_384);

    /// <summary>
    /// ∫ Y_l1^m1 Y_l2^m2 Y_l3^m3 over the sphere, complex harmonics with the Condon-Shortley phase:
    /// √((2l1+1)(2l2+1)(2l3+1)/4π) (l1 l2 l3; 0 0 0)(l1 l2 l3; m1 m2 m3).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A degree is negative or above 5000, or |m| exceeds it.</exception>
    public static Surd Complex(int l1, int m1, int l2, int m2, int l3, int m3)
    {
        CheckDegrees(l1, l2, l3);
        AngularMomentum.CheckOrder(l1, m1, nameof(m1));
        AngularMomentum.CheckOrder(l2, m2, nameof(m2));
        AngularMomentum.CheckOrder(l3, m3, nameof(m3));
        if (m1 + m2 + m3 != 0) return Surd.Zero;
        Surd zonal = WignerSymbols.ThreeJ(2 * l1, 2 * l2, 2 * l3, 0, 0, 0);
        return Norm(l1, l2, l3) * zonal * WignerSymbols.ThreeJ(2 * l1, 2 * l2, 2 * l3, 2 * m1, 2 * m2, 2 * m3);
    }

    /// <summary>
    /// ∫ Y_i Y_j Y_k over the sphere, real harmonics in the order and sign of <see cref="ClebschGordan.Real"/>, of which it is a positive
    /// multiple: √((2l1+1)(2l2+1)(2l3+1)/4π) |(l1 l2 l3; 0 0 0)|.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A degree is negative or above 5000, or an index exceeds twice its degree.</exception>
    public static Surd Real(int l1, int l2, int l3, int i, int j, int k)
        => ClebschGordan.Real(l1, l2, l3, i, j, k) * Factor(l1, l2, l3, default);

    /// <summary>All <see cref="Real"/> of three degrees, of shape (2l1+1, 2l2+1, 2l3+1). Results are kept in a bounded cache.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A degree is negative or above 5000.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static SparseTensor RealTensor(int l1, int l2, int l3, CancellationToken cancellationToken = default)
    {
        CheckDegrees(l1, l2, l3);
        cancellationToken.ThrowIfCancellationRequested();
        if (s_cache.Find((l1, l2, l3)) is { } kept) return kept;

        // The factor is zero for an odd sum: no need for the coupling then.
        Surd factor = Factor(l1, l2, l3, cancellationToken);
        SparseTensor tensor = factor.IsZero
            ? new SparseTensor([(2 * l1) + 1, (2 * l2) + 1, (2 * l3) + 1], new List<(int[] Index, Surd Value)>())
            : ClebschGordan.RealTensor(l1, l2, l3, cancellationToken).Scale(factor);
        s_cache.Add((l1, l2, l3), tensor);
        return tensor;
    }

    private static Surd Factor(int l1, int l2, int l3, CancellationToken cancellationToken)
        => Norm(l1, l2, l3) * WignerSymbols.ThreeJ(2 * l1, 2 * l2, 2 * l3, 0, 0, 0, cancellationToken).Abs();

    // √((2l1+1)(2l2+1)(2l3+1)/4π)
    private static Surd Norm(int l1, int l2, int l3)
        => Surd.FromSquare(1, (Rational)((2 * l1) + 1) * ((2 * l2) + 1) * ((2 * l3) + 1) / 4, -1);

    private static void CheckDegrees(int l1, int l2, int l3)
    {
        AngularMomentum.CheckDegree(l1, nameof(l1));
        AngularMomentum.CheckDegree(l2, nameof(l2));
        AngularMomentum.CheckDegree(l3, nameof(l3));
    }
}
