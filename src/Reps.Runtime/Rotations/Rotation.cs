using System;

namespace Reps;

/// <summary>
/// A proper rotation of space, held as a unit quaternion (w, x, y, z). Rotations are active and right-handed: they move vectors. Euler
/// angles are those of e3nn: R(α, β, γ) = Ry(α)·Rx(β)·Ry(γ), γ applied first.
/// </summary>
public readonly partial struct Rotation : IEquatable<Rotation>
{
    private readonly double _w;

    private Rotation(double w, double x, double y, double z) => (_w, X, Y, Z) = (w, x, y, z);

    // The default value of the struct is the identity, so w is kept as w − 1.
    private double W => _w + 1;

    private double X { get; }

    private double Y { get; }

    private double Z { get; }

    /// <summary>The rotation that moves nothing.</summary>
    public static Rotation Identity => default;

    /// <summary>A rotation from a quaternion, which is divided by its length.</summary>
    /// <param name="w">The real part.</param>
    /// <param name="x">The x component.</param>
    /// <param name="y">The y component.</param>
    /// <param name="z">The z component.</param>
    /// <returns>The rotation; q and −q are the same.</returns>
    /// <exception cref="ArgumentException">The quaternion is zero or not finite.</exception>
    public static Rotation FromQuaternion(double w, double x, double y, double z)
    {
        double length = Math.Sqrt(w * w + x * x + y * y + z * z);
        if (!double.IsFinite(length) || length < 1e-150) throw new ArgumentException("A rotation needs a finite quaternion other than zero.");
        return new Rotation(w / length - 1, x / length, y / length, z / length);
    }

    /// <summary>A rotation about an axis.</summary>
    /// <param name="axis">The direction of the axis, three numbers of any length other than zero.</param>
    /// <param name="angle">The angle in radians, counter-clockwise when the axis points at the viewer.</param>
    /// <returns>The rotation.</returns>
    /// <exception cref="ArgumentException">The axis is zero, not finite, or not three numbers.</exception>
    public static Rotation FromAxisAngle(ReadOnlySpan<double> axis, double angle)
    {
        if (axis.Length != 3) throw new ArgumentException($"An axis has 3 components, not {axis.Length}.", nameof(axis));
        double length = Math.Sqrt(axis[0] * axis[0] + axis[1] * axis[1] + axis[2] * axis[2]);
        if (!double.IsFinite(length) || length < 1e-150 || !double.IsFinite(angle))
            throw new ArgumentException("A rotation needs a finite axis other than zero and a finite angle.", nameof(axis));
        double scale = Math.Sin(angle / 2) / length;
        return FromQuaternion(Math.Cos(angle / 2), scale * axis[0], scale * axis[1], scale * axis[2]);
    }

    /// <summary>A rotation from e3nn's Euler angles.</summary>
    /// <param name="alpha">The last rotation, about y, in radians.</param>
    /// <param name="beta">The rotation about x, in radians.</param>
    /// <param name="gamma">The first rotation, about y, in radians.</param>
    /// <returns>Ry(α)·Rx(β)·Ry(γ).</returns>
    public static Rotation FromEuler(double alpha, double beta, double gamma) => AboutY(alpha) * AboutX(beta) * AboutY(gamma);

    /// <summary>A rotation from its matrix.</summary>
    /// <param name="matrix">Nine numbers, row-major: an orthogonal matrix of determinant one.</param>
    /// <returns>The rotation.</returns>
    /// <exception cref="ArgumentException">The matrix is not orthogonal to 1e-6, or it contains an inversion.</exception>
    public static Rotation FromMatrix(ReadOnlySpan<double> matrix)
    {
        OrthogonalTransform transform = OrthogonalTransform.FromMatrix(matrix);
        if (transform.Inverts)
            throw new ArgumentException("The matrix has determinant -1, so it is no rotation: use OrthogonalTransform.FromMatrix.", nameof(matrix));
        return transform.Rotation;
    }

    /// <summary>A rotation drawn uniformly from SO(3).</summary>
    /// <param name="random">The source of randomness.</param>
    /// <returns>The rotation.</returns>
    public static Rotation Random(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return FromQuaternion(Gaussian.Next(random), Gaussian.Next(random), Gaussian.Next(random), Gaussian.Next(random));
    }

    /// <summary>The rotation about the x axis.</summary>
    /// <param name="angle">The angle in radians.</param>
    /// <returns>The rotation.</returns>
    public static Rotation AboutX(double angle) => FromAxisAngle([1, 0, 0], angle);

    /// <summary>The rotation about the y axis, the polar axis of the basis.</summary>
    /// <param name="angle">The angle in radians.</param>
    /// <returns>The rotation.</returns>
    public static Rotation AboutY(double angle) => FromAxisAngle([0, 1, 0], angle);

    /// <summary>The rotation about the z axis.</summary>
    /// <param name="angle">The angle in radians.</param>
    /// <returns>The rotation.</returns>
    public static Rotation AboutZ(double angle) => FromAxisAngle([0, 0, 1], angle);

    /// <summary>The inverse rotation.</summary>
    /// <returns>The rotation that undoes this one.</returns>
    public Rotation Inverse() => new(_w, -X, -Y, -Z);

    /// <summary>The composition: the right rotation first.</summary>
    public static Rotation operator *(Rotation a, Rotation b) =>
        FromQuaternion(
            a.W * b.W - a.X * b.X - a.Y * b.Y - a.Z * b.Z,
            a.W * b.X + a.X * b.W + a.Y * b.Z - a.Z * b.Y,
            a.W * b.Y - a.X * b.Z + a.Y * b.W + a.Z * b.X,
            a.W * b.Z + a.X * b.Y - a.Y * b.X + a.Z * b.W
        );

    /// <summary>Whether two rotations are the same to the last bit; q and −q are.</summary>
    public static bool operator ==(Rotation a, Rotation b) => a.Equals(b);

    /// <summary>Whether two rotations differ.</summary>
    public static bool operator !=(Rotation a, Rotation b) => !a.Equals(b);

    /// <inheritdoc/>
    public bool Equals(Rotation other) => ToQuaternion() == other.ToQuaternion();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rotation other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ToQuaternion().GetHashCode();

    /// <summary>Rotates one vector.</summary>
    /// <param name="vector">(x, y, z).</param>
    /// <param name="result">The rotated vector; may be the same memory.</param>
    /// <exception cref="ArgumentException">A span does not have three elements.</exception>
    public void Apply(ReadOnlySpan<double> vector, Span<double> result)
    {
        if (vector.Length != 3 || result.Length != 3) throw new ArgumentException("A vector has 3 components.", nameof(vector));
        double[] m = ToMatrix();
        (double x, double y, double z) = (vector[0], vector[1], vector[2]);
        for (int row = 0; row < 3; row++) result[row] = m[3 * row] * x + m[3 * row + 1] * y + m[3 * row + 2] * z;
    }
}
