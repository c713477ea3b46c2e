using System;
using System.Globalization;

namespace Reps;

/// <summary>An element of O(3): a rotation, and whether it is followed by the inversion x → −x.</summary>
/// <param name="Rotation">The proper part.</param>
/// <param name="Inverts">Whether the inversion is applied as well.</param>
public readonly record struct OrthogonalTransform(Rotation Rotation, bool Inverts)
{
    private const double Tolerance = 1e-6;

    /// <summary>The composition: the right transform first.</summary>
    public static OrthogonalTransform operator *(OrthogonalTransform a, OrthogonalTransform b) => new(a.Rotation * b.Rotation, a.Inverts ^ b.Inverts);

    /// <summary>The inverse transform.</summary>
    /// <returns>The transform that undoes this one.</returns>
    public OrthogonalTransform Inverse() => new(Rotation.Inverse(), Inverts);

    /// <summary>A transform drawn uniformly from O(3).</summary>
    /// <param name="random">The source of randomness.</param>
    /// <returns>The transform.</returns>
    public static OrthogonalTransform Random(Random random) => new(Rotation.Random(random), random.Next(2) == 1);

    /// <summary>The matrix.</summary>
    /// <returns>Nine numbers, row-major.</returns>
    public double[] ToMatrix()
    {
        double[] matrix = Rotation.ToMatrix();
        if (Inverts)
            for (int n = 0; n < 9; n++)
                matrix[n] = -matrix[n];
        return matrix;
    }

    /// <summary>A transform from its matrix.</summary>
    /// <param name="matrix">Nine numbers, row-major: an orthogonal matrix.</param>
    /// <returns>The transform.</returns>
    /// <exception cref="ArgumentException">There are not nine numbers, or the matrix is not orthogonal to 1e-6.</exception>
    public static OrthogonalTransform FromMatrix(ReadOnlySpan<double> matrix)
    {
        if (matrix.Length != 9) throw new ArgumentException($"A 3×3 matrix has 9 elements, not {matrix.Length}.", nameof(matrix));
        double deviation = 0;
        for (int i = 0; i < 3; i++)
        for (int j = 0; j < 3; j++)
        {
            double product = 0;
            for (int k = 0; k < 3; k++) product += matrix[3 * i + k] * matrix[3 * j + k];
            deviation = Math.Max(deviation, Math.Abs(product - (i == j ? 1 : 0)));
            if (double.IsNaN(product)) deviation = double.PositiveInfinity;
        }
        if (deviation > Tolerance)
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The matrix is not orthogonal: M·Mᵀ differs from the identity by {deviation:E1}, more than {Tolerance:E0}. Orthonormalise it first."
                ),
                nameof(matrix)
            );
        double determinant =
            matrix[0] * (matrix[4] * matrix[8] - matrix[5] * matrix[7])
            - matrix[1] * (matrix[3] * matrix[8] - matrix[5] * matrix[6])
            + matrix[2] * (matrix[3] * matrix[7] - matrix[4] * matrix[6]);
        return new OrthogonalTransform(FromProper(matrix, Math.Sign(determinant)), determinant < 0);
    }

    // Of 4w², 4x², 4y², 4z² the largest is divided by, so nothing cancels.
    private static Rotation FromProper(ReadOnlySpan<double> m, int sign)
    {
        (double m00, double m11, double m22) = (sign * m[0], sign * m[4], sign * m[8]);
        (double x, double y, double z) = (sign * (m[7] - m[5]), sign * (m[2] - m[6]), sign * (m[3] - m[1]));
        (double xy, double xz, double yz) = (sign * (m[1] + m[3]), sign * (m[2] + m[6]), sign * (m[5] + m[7]));
        double ww = 1 + m00 + m11 + m22;
        double xx = 1 + m00 - m11 - m22;
        double yy = 1 - m00 + m11 - m22;
        double zz = 1 - m00 - m11 + m22;
        double largest = Math.Max(Math.Max(ww, xx), Math.Max(yy, zz));
        if (largest == ww) return Rotation.FromQuaternion(ww, x, y, z);
        if (largest == xx) return Rotation.FromQuaternion(x, xx, xy, xz);
        return largest == yy ? Rotation.FromQuaternion(y, xy, yy, yz) : Rotation.FromQuaternion(z, xz, yz, zz);
    }
}
