using System;
using Reps.Layers.Rotations;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <content>Rotations drawn uniformly, by torch's generator; and the identity.</content>
public static partial class O3
{
    /// <summary>Random rotation matrices: e3nn's <c>rand_matrix</c>.</summary>
    /// <param name="shape">The batch shape.</param>
    /// <param name="dtype">The number type; null for torch's default.</param>
    /// <param name="device">The device; null for torch's default.</param>
    /// <param name="requiresGrad">Whether gradients by the matrices are wanted.</param>
    /// <returns>[shape, 3, 3].</returns>
    public static Tensor RandomMatrix(ReadOnlySpan<long> shape = default, ScalarType? dtype = null, Device? device = null, bool requiresGrad = false)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        return scope.MoveToOuter(QuaternionToMatrix(RandomQuaternion(shape, dtype, device)).detach().requires_grad_(requiresGrad));
    }

    /// <summary>Random Euler angles: e3nn's <c>rand_angles</c>.</summary>
    /// <returns>α and γ from 0 to 2π, β from 0 to π, each [shape].</returns>
    /// <inheritdoc cref="RandomMatrix"/>
    public static (Tensor Alpha, Tensor Beta, Tensor Gamma) RandomAngles(
        ReadOnlySpan<long> shape = default,
        ScalarType? dtype = null,
        Device? device = null,
        bool requiresGrad = false
    )
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor uniform = rand([3, .. shape], dtype: dtype, device: device);
        Tensor alpha = uniform[0].Times(2 * Math.PI).requires_grad_(requiresGrad);
        // cos β is uniform.
        Tensor beta = uniform[1].Times(2).Minus(1).acos().requires_grad_(requiresGrad);
        Tensor gamma = uniform[2].Times(2 * Math.PI).requires_grad_(requiresGrad);
        return scope.MoveToOuter(alpha, beta, gamma);
    }

    /// <summary>Random unit quaternions: e3nn's <c>rand_quaternion</c>.</summary>
    /// <returns>[shape, 4].</returns>
    /// <inheritdoc cref="RandomMatrix"/>
    public static Tensor RandomQuaternion(ReadOnlySpan<long> shape = default, ScalarType? dtype = null, Device? device = null, bool requiresGrad = false)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor normal = randn([.. shape, 4], dtype: dtype, device: device);
        return scope.MoveToOuter(SafeAngles.Normalize(normal).requires_grad_(requiresGrad));
    }

    /// <summary>Random axes and angles: e3nn's <c>rand_axis_angle</c>.</summary>
    /// <returns>Unit axes [shape, 3] and angles from 0 to π, [shape].</returns>
    /// <inheritdoc cref="RandomMatrix"/>
    public static (Tensor Axis, Tensor Angle) RandomAxisAngle(
        ReadOnlySpan<long> shape = default,
        ScalarType? dtype = null,
        Device? device = null,
        bool requiresGrad = false
    )
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        (Tensor axis, Tensor angle) = MatrixToAxisAngle(RandomMatrix(shape, dtype, device));
        return scope.MoveToOuter(axis.requires_grad_(requiresGrad), angle.requires_grad_(requiresGrad));
    }

    /// <summary>The Euler angles of the identity: e3nn's <c>identity_angles</c>.</summary>
    /// <returns>Zeros, each [shape].</returns>
    /// <inheritdoc cref="RandomMatrix"/>
    public static (Tensor Alpha, Tensor Beta, Tensor Gamma) IdentityAngles(
        ReadOnlySpan<long> shape = default,
        ScalarType? dtype = null,
        Device? device = null,
        bool requiresGrad = false
    )
    {
        long[] sizes = shape.ToArray();
        return (Zeros(), Zeros(), Zeros());

        Tensor Zeros() => zeros(sizes, dtype: dtype, device: device, requires_grad: requiresGrad);
    }

    /// <summary>The quaternion of the identity: e3nn's <c>identity_quaternion</c>.</summary>
    /// <returns>(1, 0, 0, 0), [shape, 4].</returns>
    /// <inheritdoc cref="RandomMatrix"/>
    public static Tensor IdentityQuaternion(ReadOnlySpan<long> shape = default, ScalarType? dtype = null, Device? device = null, bool requiresGrad = false)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor real = ones([.. shape, 1], dtype: dtype, device: device);
        Tensor quaternion = cat([real, zeros([.. shape, 3], dtype: dtype, device: device)], -1);
        return scope.MoveToOuter(quaternion.requires_grad_(requiresGrad));
    }
}
