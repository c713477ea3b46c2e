using System;

namespace Reps;

/// <summary>
/// Matrices of irreps in e3nn's real basis, by recursion in the degree (<see cref="WignerRecursion"/>): straight from the 3×3 matrix,
/// without angles, so without a special direction.
/// </summary>
/// <remarks>The recursion keeps its digits: the largest entry of D·Dᵀ − 1 stays near 1e-13 at l = 100.</remarks>
public static partial class WignerD
{
    /// <summary>The matrix of a degree.</summary>
    /// <param name="l">The degree.</param>
    /// <param name="rotation">The rotation.</param>
    /// <returns>(2l+1)² numbers, row-major: Y(R·x) = D·Y(x).</returns>
    /// <exception cref="ArgumentOutOfRangeException">The degree is negative or beyond the budget.</exception>
    public static double[] Matrix(int l, Rotation rotation) => UpTo(l, rotation)[l];

    /// <summary>The matrix of an irrep of O(3) or SO(3).</summary>
    /// <param name="irrep">The irrep.</param>
    /// <param name="transform">The group element; inversion multiplies odd irreps by −1.</param>
    /// <returns>dim² numbers, row-major.</returns>
    /// <exception cref="ArgumentException">The irrep is of SU(2), or SO(3) has no inversion.</exception>
    public static double[] Matrix(Irrep irrep, OrthogonalTransform transform)
    {
        RequireReal(irrep.Group, transform);
        double[] matrix = Matrix(irrep.L, transform.Rotation);
        if (transform.Inverts && irrep.Parity < 0)
            for (int n = 0; n < matrix.Length; n++)
                matrix[n] = -matrix[n];
        return matrix;
    }

    /// <summary>The matrices of all degrees up to one.</summary>
    /// <param name="lmax">The largest degree.</param>
    /// <param name="rotation">The rotation.</param>
    /// <returns>For each degree (2l+1)² numbers, row-major.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The degree is negative or beyond the budget.</exception>
    public static double[][] UpTo(int lmax, Rotation rotation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lmax);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lmax, Budget.MaxDegree);
        double[][] matrices = new double[lmax + 1][];
        matrices[0] = [1];
        if (lmax > 0) matrices[1] = rotation.ToMatrix();
        double[] scratch = new double[Math.Max(0, 3 * (2 * lmax - 1))];
        for (int l = 2; l <= lmax; l++)
        {
            matrices[l] = new double[(2 * l + 1) * (2 * l + 1)];
            WignerRecursion.Step(l, matrices[1], matrices[l - 1], matrices[l], scratch);
        }
        return matrices;
    }

    internal static void RequireReal(Group group, OrthogonalTransform transform)
    {
        if (group == Group.SU2)
            throw new ArgumentException("The irreps of SU(2) have no action on real components: use WignerD.SU2 for their complex matrices.", nameof(group));
        if (group == Group.SO3 && transform.Inverts)
            throw new ArgumentException("SO(3) has no inversion: use a representation of O(3), which says what it does.", nameof(transform));
    }
}
