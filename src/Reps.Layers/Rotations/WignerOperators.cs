using System;
using System.Collections.Concurrent;
using System.Linq;
using Reps.Algebra;
using Reps.Layers.Execution;
using static TorchSharp.torch;

namespace Reps.Layers.Rotations;

/// <summary>The matrices of irreps as operators of torch: polynomials of the matrix, or trigonometric ones of the angles, so without poles.</summary>
internal static class WignerOperators
{
    private static readonly ConcurrentDictionary<int, DeviceConstant> s_couplings = new();
    private static readonly ConcurrentDictionary<int, DeviceConstant> s_halfTurns = new();

    /// <summary>The matrices of degrees 0 to lmax, [..., 2l+1, 2l+1] each, of [..., 3, 3].</summary>
    public static Tensor[] UpTo(int lmax, Tensor matrix)
    {
        Tensor[] matrices = new Tensor[lmax + 1];
        matrices[0] = ones([.. matrix.shape[..^2], 1, 1], dtype: matrix.dtype, device: matrix.device);
        if (lmax > 0) matrices[1] = matrix;
        for (int l = 2; l <= lmax; l++) matrices[l] = Next(l, matrix, matrices[l - 1]);
        return matrices;
    }

    /// <summary>The matrix of a degree at Euler angles of one shape, [..., 2l+1, 2l+1].</summary>
    public static Tensor OfAngles(int l, Tensor alpha, Tensor beta, Tensor gamma)
    {
        if (l == 0) return ones([.. alpha.shape, 1, 1], dtype: alpha.dtype, device: alpha.device);
        Tensor half = s_halfTurns.GetOrAdd(l, HalfTurn).On(alpha);
        Tensor orders = Arithmetic.Range(-l, l, alpha);
        // A half turn about the diagonal of x and y exchanges these axes, so rotations about x are rotations about y between two of them.
        Tensor middle = half.matmul(Left(beta, orders, half));
        return Right(Left(alpha, orders, middle), gamma, orders);
    }

    // A rotation about y turns the components ±m into each other by the angle m·α.
    private static Tensor Left(Tensor angle, Tensor orders, Tensor matrix)
    {
        Tensor turns = (angle.unsqueeze(-1) * orders).unsqueeze(-1);
        return turns.cos() * matrix - turns.sin() * matrix.flip(-2);
    }

    private static Tensor Right(Tensor matrix, Tensor angle, Tensor orders)
    {
        Tensor turns = (angle.unsqueeze(-1) * orders).unsqueeze(-2);
        return (turns.cos() * matrix).Plus(turns.sin() * matrix.flip(-1));
    }

    // D(l) = C'·(D(1) ⊗ D(l−1))·C with the coupling of largest degree on both sides, which is a contraction and keeps its digits.
    private static Tensor Next(int l, Tensor matrix, Tensor previous)
    {
        (long size, long before) = (2 * l + 1, 2 * l - 1);
        Tensor coupling = s_couplings.GetOrAdd(l, Coupling).On(matrix);
        long[] batch = matrix.shape[..^2];
        // [3·(2l+1), 2l−1]·[..., 2l−1, 2l−1], then the vector index by the matrix, then both indices of the columns.
        Tensor rows = coupling.permute(0, 2, 1).reshape(3 * size, before).matmul(previous).reshape([.. batch, 3, size * before]);
        Tensor turned = matrix.transpose(-2, -1).matmul(rows).reshape([.. batch, 3, size, before]).transpose(-3, -2);
        return turned.reshape([.. batch, size, 3 * before]).matmul(coupling.reshape(3 * before, size));
    }

    // Orthonormal columns: [3, 2l−1, 2l+1].
    private static DeviceConstant Coupling(int l)
    {
        double root = Math.Sqrt(2 * l + 1);
        double[] tensor = ClebschGordan.RealTensor(1, l - 1, l).ToDense();
        return new DeviceConstant([.. tensor.Select(value => root * value)], [3, 2 * l - 1, 2 * l + 1]);
    }

    private static DeviceConstant HalfTurn(int l) => new(WignerD.Matrix(l, Rotation.FromAxisAngle([1, 1, 0], Math.PI)), [2 * l + 1, 2 * l + 1]);
}
