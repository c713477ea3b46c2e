using System;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <content>Products and inverses; the rotation on the right is applied first.</content>
public static partial class O3
{
    /// <summary>The angles of R(α₁, β₁, γ₁)·R(α₂, β₂, γ₂): e3nn's <c>compose_angles</c>.</summary>
    /// <param name="alpha1">[...], of the rotation applied second.</param>
    /// <param name="beta1">[...].</param>
    /// <param name="gamma1">[...].</param>
    /// <param name="alpha2">[...], of the rotation applied first; all shapes are broadcast.</param>
    /// <param name="beta2">[...].</param>
    /// <param name="gamma2">[...].</param>
    /// <returns>Three tensors [...].</returns>
    public static (Tensor Alpha, Tensor Beta, Tensor Gamma) ComposeAngles(
        Tensor alpha1,
        Tensor beta1,
        Tensor gamma1,
        Tensor alpha2,
        Tensor beta2,
        Tensor gamma2
    )
    {
        CheckTogether(
            0,
            (alpha1, nameof(alpha1)), (beta1, nameof(beta1)), (gamma1, nameof(gamma1)),
            (alpha2, nameof(alpha2)), (beta2, nameof(beta2)), (gamma2, nameof(gamma2))
        );
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor product = AnglesToMatrix(alpha1, beta1, gamma1).matmul(AnglesToMatrix(alpha2, beta2, gamma2));
        (Tensor alpha, Tensor beta, Tensor gamma) = MatrixToAngles(product);
        return scope.MoveToOuter(alpha, beta, gamma);
    }

    /// <summary>The product q₁·q₂ of quaternions: e3nn's <c>compose_quaternion</c>.</summary>
    /// <param name="first">q₁, [..., 4], applied second.</param>
    /// <param name="second">q₂, [..., 4], applied first; the shapes are broadcast.</param>
    /// <returns>[..., 4].</returns>
    /// <exception cref="ArgumentException">A last dimension has not four numbers.</exception>
    public static Tensor ComposeQuaternion(Tensor first, Tensor second)
    {
        CheckLast(first, 4, nameof(first));
        CheckLast(second, 4, nameof(second));
        CheckTogether(1, (first, nameof(first)), (second, nameof(second)));
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        (Tensor w, Tensor x, Tensor y, Tensor z) = (first.select(-1, 0), first.select(-1, 1), first.select(-1, 2), first.select(-1, 3));
        // The matrix by which q₁ multiplies from the left.
        Tensor left = Matrix(4, w, -x, -y, -z, x, w, -z, y, y, z, w, -x, z, -y, x, w);
        return scope.MoveToOuter(left.matmul(second.unsqueeze(-1)).squeeze(-1));
    }

    /// <summary>The axis and angle of a product: e3nn's <c>compose_axis_angle</c>.</summary>
    /// <param name="axis1">[..., 3], of the rotation applied second.</param>
    /// <param name="angle1">[...].</param>
    /// <param name="axis2">[..., 3], of the rotation applied first; the shapes are broadcast.</param>
    /// <param name="angle2">[...].</param>
    /// <returns>A unit axis [..., 3] and an angle from 0 to 2π, [...].</returns>
    /// <exception cref="ArgumentException">An axis has not three numbers.</exception>
    public static (Tensor Axis, Tensor Angle) ComposeAxisAngle(Tensor axis1, Tensor angle1, Tensor axis2, Tensor angle2)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor product = ComposeQuaternion(AxisAngleToQuaternion(axis1, angle1), AxisAngleToQuaternion(axis2, angle2));
        (Tensor axis, Tensor angle) = QuaternionToAxisAngle(product);
        return scope.MoveToOuter(axis, angle);
    }

    /// <summary>The angles of the inverse, (−γ, −β, −α): e3nn's <c>inverse_angles</c>.</summary>
    /// <param name="alpha">[...].</param>
    /// <param name="beta">[...].</param>
    /// <param name="gamma">[...].</param>
    /// <returns>Three tensors [...].</returns>
    public static (Tensor Alpha, Tensor Beta, Tensor Gamma) InverseAngles(Tensor alpha, Tensor beta, Tensor gamma)
    {
        CheckAngles(alpha, beta, gamma);
        return (-gamma, -beta, -alpha);
    }

    /// <summary>The inverse of unit quaternions, (w, −x, −y, −z): e3nn's <c>inverse_quaternion</c>.</summary>
    /// <param name="quaternion">[..., 4].</param>
    /// <returns>[..., 4].</returns>
    /// <exception cref="ArgumentException">The last dimension has not four numbers.</exception>
    public static Tensor InverseQuaternion(Tensor quaternion)
    {
        CheckLast(quaternion, 4, nameof(quaternion));
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        return scope.MoveToOuter(cat([quaternion.narrow(-1, 0, 1), -quaternion.narrow(-1, 1, 3)], -1));
    }
}
