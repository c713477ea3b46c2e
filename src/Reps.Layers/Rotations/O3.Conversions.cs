using System;
using Reps.Layers.Execution;
using Reps.Layers.Rotations;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <content>Conversions between angles, matrices, quaternions, and axes with angles.</content>
public static partial class O3
{
    /// <summary>Ry(α)·Rx(β)·Ry(γ): e3nn's <c>angles_to_matrix</c>.</summary>
    /// <param name="alpha">[...].</param>
    /// <param name="beta">[...].</param>
    /// <param name="gamma">[...]; the shapes are broadcast.</param>
    /// <returns>[..., 3, 3].</returns>
    public static Tensor AnglesToMatrix(Tensor alpha, Tensor beta, Tensor gamma)
    {
        CheckAngles(alpha, beta, gamma);
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        (Tensor ca, Tensor sa, Tensor cb, Tensor sb) = (alpha.cos(), alpha.sin(), beta.cos(), beta.sin());
        (Tensor cc, Tensor sc) = (gamma.cos(), gamma.sin());
        return scope.MoveToOuter(
            Matrix(
                3,
                ca * cc - sa * cb * sc, sa * sb, (ca * sc).Plus(sa * cb * cc),
                sb * sc, cb, -(sb * cc),
                -(sa * cc) - ca * cb * sc, ca * sb, ca * cb * cc - sa * sc
            )
        );
    }

    /// <summary>The angles of matrices: e3nn's <c>matrix_to_angles</c>. Where β is 0 or π, α is 0 and γ has all of the turn.</summary>
    /// <param name="matrix">[..., 3, 3].</param>
    /// <returns>α and γ from −π to π, β from 0 to π, each [...].</returns>
    /// <exception cref="ArgumentException">The shape is wrong, or a determinant is not one.</exception>
    public static (Tensor Alpha, Tensor Beta, Tensor Gamma) MatrixToAngles(Tensor matrix)
    {
        CheckProper(matrix);
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        (Tensor alpha, Tensor beta) = XyzToAngles(matrix.select(-1, 1));
        // The first row of (Ry(α)·Rx(β))ᵀ·R is that of Ry(γ).
        (Tensor top, Tensor bottom) = (matrix.select(-2, 0), matrix.select(-2, 2));
        Tensor row = alpha.cos().unsqueeze(-1) * top - alpha.sin().unsqueeze(-1) * bottom;
        Tensor gamma = SafeAngles.Atan2(row.select(-1, 2), row.select(-1, 0));
        return scope.MoveToOuter(alpha, beta, gamma);
    }

    /// <summary>The unit quaternions of angles: e3nn's <c>angles_to_quaternion</c>.</summary>
    /// <returns>[..., 4].</returns>
    /// <inheritdoc cref="AnglesToMatrix"/>
    public static Tensor AnglesToQuaternion(Tensor alpha, Tensor beta, Tensor gamma)
    {
        CheckAngles(alpha, beta, gamma);
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        (Tensor cosine, Tensor sine) = (beta.Over(2).cos(), beta.Over(2).sin());
        (Tensor sum, Tensor difference) = (alpha.Plus(gamma).Over(2), (alpha - gamma).Over(2));
        Tensor[] parts = [.. broadcast_tensors(cosine * sum.cos(), sine * difference.cos(), cosine * sum.sin(), -(sine * difference.sin()))];
        return scope.MoveToOuter(stack(parts, -1));
    }

    /// <summary>The angles of quaternions: e3nn's <c>quaternion_to_angles</c>.</summary>
    /// <param name="quaternion">[..., 4]; q and −q, of any length other than zero, are the same rotation.</param>
    /// <returns>As <see cref="MatrixToAngles"/>.</returns>
    /// <exception cref="ArgumentException">The last dimension has not four numbers.</exception>
    public static (Tensor Alpha, Tensor Beta, Tensor Gamma) QuaternionToAngles(Tensor quaternion)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        (Tensor alpha, Tensor beta, Tensor gamma) = MatrixToAngles(QuaternionToMatrix(quaternion));
        return scope.MoveToOuter(alpha, beta, gamma);
    }

    /// <summary>The axes and angles of angles: e3nn's <c>angles_to_axis_angle</c>.</summary>
    /// <returns>As <see cref="MatrixToAxisAngle"/>.</returns>
    /// <inheritdoc cref="AnglesToMatrix"/>
    public static (Tensor Axis, Tensor Angle) AnglesToAxisAngle(Tensor alpha, Tensor beta, Tensor gamma)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        (Tensor axis, Tensor angle) = QuaternionToAxisAngle(Upper(AnglesToQuaternion(alpha, beta, gamma)));
        return scope.MoveToOuter(axis, angle);
    }

    /// <summary>The angles of axes and angles: e3nn's <c>axis_angle_to_angles</c>.</summary>
    /// <returns>As <see cref="MatrixToAngles"/>.</returns>
    /// <inheritdoc cref="AxisAngleToQuaternion"/>
    public static (Tensor Alpha, Tensor Beta, Tensor Gamma) AxisAngleToAngles(Tensor axis, Tensor angle)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        (Tensor alpha, Tensor beta, Tensor gamma) = MatrixToAngles(AxisAngleToMatrix(axis, angle));
        return scope.MoveToOuter(alpha, beta, gamma);
    }

    /// <summary>The unit quaternions of matrices, with w ≥ 0: e3nn's <c>matrix_to_quaternion</c>. Exact at angle π as well.</summary>
    /// <param name="matrix">[..., 3, 3].</param>
    /// <returns>[..., 4].</returns>
    /// <exception cref="ArgumentException">The shape is wrong, or a determinant is not one.</exception>
    public static Tensor MatrixToQuaternion(Tensor matrix)
    {
        CheckProper(matrix);
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        return scope.MoveToOuter(Upper(QuaternionOfMatrix.Evaluate(matrix)));
    }

    /// <summary>The matrices of quaternions: e3nn's <c>quaternion_to_matrix</c>.</summary>
    /// <param name="quaternion">[..., 4]; q and −q, of any length other than zero, are the same rotation.</param>
    /// <returns>[..., 3, 3].</returns>
    /// <exception cref="ArgumentException">The last dimension has not four numbers.</exception>
    public static Tensor QuaternionToMatrix(Tensor quaternion)
    {
        CheckLast(quaternion, 4, nameof(quaternion));
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor twice = (quaternion * quaternion).sum(-1).reciprocal().Times(2);
        (Tensor w, Tensor x, Tensor y, Tensor z) =
            (quaternion.select(-1, 0), quaternion.select(-1, 1), quaternion.select(-1, 2), quaternion.select(-1, 3));
        return scope.MoveToOuter(
            Matrix(
                3,
                Diagonal(y, z), twice * (x * y - w * z), twice * (x * z).Plus(w * y),
                twice * (x * y).Plus(w * z), Diagonal(x, z), twice * (y * z - w * x),
                twice * (x * z - w * y), twice * (y * z).Plus(w * x), Diagonal(x, y)
            )
        );

        Tensor Diagonal(Tensor first, Tensor second) => (twice * (first * first).Plus(second * second)).SubtractedFrom(1);
    }

    /// <summary>The unit quaternions of axes and angles: e3nn's <c>axis_angle_to_quaternion</c>.</summary>
    /// <param name="axis">[..., 3], of any length other than zero.</param>
    /// <param name="angle">[...]; the shapes are broadcast.</param>
    /// <returns>[..., 4].</returns>
    /// <exception cref="ArgumentException">The axis has not three numbers.</exception>
    public static Tensor AxisAngleToQuaternion(Tensor axis, Tensor angle)
    {
        CheckLast(axis, 3, nameof(axis));
        Arguments.Real(nameof(O3), angle, nameof(angle));
        Arguments.Alike(nameof(O3), angle, nameof(angle), axis, nameof(axis));
        Batching.Broadcast(axis.shape[..^1], angle.shape);
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor half = angle.Over(2).unsqueeze(-1);
        Tensor vector = SafeAngles.Normalize(axis) * half.sin();
        Tensor real = half.cos().expand([.. vector.shape[..^1], 1]);
        return scope.MoveToOuter(cat([real, vector], -1));
    }

    /// <summary>The axes and angles of unit quaternions: e3nn's <c>quaternion_to_axis_angle</c>. The axis of the identity is y.</summary>
    /// <param name="quaternion">[..., 4].</param>
    /// <returns>Unit axes [..., 3] and angles from 0 to 2π, [...].</returns>
    /// <exception cref="ArgumentException">The last dimension has not four numbers.</exception>
    public static (Tensor Axis, Tensor Angle) QuaternionToAxisAngle(Tensor quaternion)
    {
        CheckLast(quaternion, 4, nameof(quaternion));
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor vector = quaternion.narrow(-1, 1, 3);
        Tensor length = SafeAngles.Length(vector);
        Tensor angle = SafeAngles.Atan2(length, quaternion.select(-1, 0)).Times(2);
        Tensor known = length.IsAbove(0).unsqueeze(-1);
        Tensor y = tensor([0.0, 1, 0], ScalarType.Float64).to(vector.dtype, vector.device);
        Tensor axis = where(known, SafeAngles.Normalize(vector), y);
        return scope.MoveToOuter(axis, angle);
    }

    /// <summary>The axes and angles of matrices: e3nn's <c>matrix_to_axis_angle</c>. Exact at angle π as well; the axis of the identity is y.</summary>
    /// <param name="matrix">[..., 3, 3].</param>
    /// <returns>Unit axes [..., 3] and angles from 0 to π, [...].</returns>
    /// <exception cref="ArgumentException">The shape is wrong, or a determinant is not one.</exception>
    public static (Tensor Axis, Tensor Angle) MatrixToAxisAngle(Tensor matrix)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        (Tensor axis, Tensor angle) = QuaternionToAxisAngle(MatrixToQuaternion(matrix));
        return scope.MoveToOuter(axis, angle);
    }

    /// <summary>The matrices of axes and angles: e3nn's <c>axis_angle_to_matrix</c>.</summary>
    /// <returns>[..., 3, 3].</returns>
    /// <inheritdoc cref="AxisAngleToQuaternion"/>
    public static Tensor AxisAngleToMatrix(Tensor axis, Tensor angle)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        return scope.MoveToOuter(QuaternionToMatrix(AxisAngleToQuaternion(axis, angle)));
    }

    private static void CheckAngles(Tensor alpha, Tensor beta, Tensor gamma)
    {
        ArgumentNullException.ThrowIfNull(alpha);
        ArgumentNullException.ThrowIfNull(beta);
        ArgumentNullException.ThrowIfNull(gamma);
        CheckTogether(0, (alpha, nameof(alpha)), (beta, nameof(beta)), (gamma, nameof(gamma)));
    }

    // Of q and −q the one with w ≥ 0.
    private static Tensor Upper(Tensor quaternion) => where(quaternion.narrow(-1, 0, 1).IsBelow(0), -quaternion, quaternion);

    private static void CheckProper(Tensor matrix)
    {
        CheckMatrix(matrix);
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        using IDisposable _ = no_grad();
        if (matrix.numel() == 0) return;
        double deviation = matrix.det().Minus(1).abs().max().to(ScalarType.Float64).item<double>();
        if (!(deviation <= 1e-4))
            throw new ArgumentException(
                $"A matrix in 'matrix' has a determinant that differs from 1 by {deviation:G3}, so it is no rotation: multiply those with an inversion by -1.",
                nameof(matrix)
            );
    }
}
