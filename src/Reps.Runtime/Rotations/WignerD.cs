using System;

namespace Reps;

/// <summary>
/// Matrices of irreps in e3nn's real basis, by the recursion of Ivanic and Ruedenberg (J. Phys. Chem. 100, 6342 (1996), with the erratum of
/// 1998): straight from the 3×3 matrix, without angles, so without a special direction.
/// </summary>
/// <remarks>
/// The recursion loses digits as the degree grows: the largest entry of D·Dᵀ − 1 is near 2e-14 at l = 30, 1e-13 at 40, 6e-12 at 60, 3e-10 at
/// 80 and 3e-8 at 100.
/// </remarks>
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
        for (int l = 2; l <= lmax; l++) matrices[l] = Next(l, matrices[1], matrices[l - 1]);
        return matrices;
    }

    internal static void RequireReal(Group group, OrthogonalTransform transform)
    {
        if (group == Group.SU2)
            throw new ArgumentException("The irreps of SU(2) have no action on real components: use WignerD.SU2 for their complex matrices.", nameof(group));
        if (group == Group.SO3 && transform.Inverts)
            throw new ArgumentException("SO(3) has no inversion: use a representation of O(3), which says what it does.", nameof(transform));
    }

    private static double[] Next(int l, double[] r, double[] previous)
    {
        int size = 2 * l + 1;
        double[] result = new double[size * size];
        for (int m = -l; m <= l; m++)
        for (int n = -l; n <= l; n++)
        {
            double denominator = Math.Abs(n) == l ? 2.0 * l * (2 * l - 1) : (double)(l + n) * (l - n);
            double value = 0;
            if (Math.Abs(m) < l) value += Math.Sqrt((l + m) * (double)(l - m) / denominator) * P(l, 0, m, n, r, previous);
            double v = 0.5 * Math.Sqrt((m == 0 ? 2 : 1) * (l + Math.Abs(m) - 1.0) * (l + Math.Abs(m)) / denominator) * (m == 0 ? -1 : 1);
            value += v * V(l, m, n, r, previous);
            if (m != 0 && Math.Abs(m) < l - 1)
                value -= 0.5 * Math.Sqrt((l - Math.Abs(m) - 1.0) * (l - Math.Abs(m)) / denominator) * W(l, m, n, r, previous);
            result[(m + l) * size + n + l] = value;
        }
        return result;
    }

    private static double V(int l, int m, int n, double[] r, double[] previous)
    {
        if (m == 0) return P(l, 1, 1, n, r, previous) + P(l, -1, -1, n, r, previous);
        if (m == 1) return Math.Sqrt(2) * P(l, 1, 0, n, r, previous);
        if (m == -1) return Math.Sqrt(2) * P(l, -1, 0, n, r, previous);
        return m > 0
            ? P(l, 1, m - 1, n, r, previous) - P(l, -1, -m + 1, n, r, previous)
            : P(l, 1, m + 1, n, r, previous) + P(l, -1, -m - 1, n, r, previous);
    }

    private static double W(int l, int m, int n, double[] r, double[] previous) =>
        m > 0
            ? P(l, 1, m + 1, n, r, previous) + P(l, -1, -m - 1, n, r, previous)
            : P(l, 1, m - 1, n, r, previous) - P(l, -1, -m + 1, n, r, previous);

    private static double P(int l, int i, int m, int n, double[] r, double[] previous)
    {
        int size = 2 * l - 1;
        int row = (m + l - 1) * size + l - 1;
        int ri = 3 * (i + 1) + 1;
        if (n == l) return r[ri + 1] * previous[row + l - 1] - r[ri - 1] * previous[row - l + 1];
        if (n == -l) return r[ri + 1] * previous[row - l + 1] + r[ri - 1] * previous[row + l - 1];
        return r[ri] * previous[row + n];
    }
}
