using System;
using Reps.Layers.Rotations;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <content>Matrices of irreps.</content>
public static partial class O3
{
    /// <summary>The matrices of a degree at Euler angles: e3nn's <c>wigner_D</c>. Smooth in the angles, at the poles as well.</summary>
    /// <param name="l">The degree.</param>
    /// <param name="alpha">[...].</param>
    /// <param name="beta">[...].</param>
    /// <param name="gamma">[...]; the shapes are broadcast.</param>
    /// <returns>[..., 2l+1, 2l+1], with Y(R·x) = D·Y(x).</returns>
    /// <exception cref="ArgumentOutOfRangeException">The degree is negative or beyond the budget.</exception>
    public static Tensor WignerD(int l, Tensor alpha, Tensor beta, Tensor gamma)
    {
        CheckDegree(l);
        CheckAngles(alpha, beta, gamma);
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor[] angles = [.. broadcast_tensors(alpha, beta, gamma)];
        return scope.MoveToOuter(WignerOperators.OfAngles(l, angles[0], angles[1], angles[2]));
    }

    /// <summary>The matrices of a degree for rotation matrices, by a recursion in the degree without angles: a polynomial of the entries.</summary>
    /// <param name="l">The degree.</param>
    /// <param name="matrix">[..., 3, 3], proper rotations.</param>
    /// <returns>[..., 2l+1, 2l+1].</returns>
    /// <exception cref="ArgumentOutOfRangeException">The degree is negative or beyond the budget.</exception>
    /// <exception cref="ArgumentException">The shape is wrong, or a determinant is not one.</exception>
    public static Tensor WignerD(int l, Tensor matrix)
    {
        CheckDegree(l);
        CheckProper(matrix);
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor result = WignerOperators.UpTo(l, matrix)[l];
        return l == 1 ? scope.MoveToOuter(result.clone()) : scope.MoveToOuter(result);
    }

    private static void CheckDegree(int l)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(l);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(l, Budget.MaxDegree);
    }
}
