using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Layers.Execution;
using Reps.Layers.Rotations;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <content>Matrices of representations, and random features.</content>
public static partial class O3
{
    /// <summary>The matrices of a representation at Euler angles: e3nn's <c>Irreps.D_from_angles</c>.</summary>
    /// <param name="irreps">The representation. Inside a segment the order is [component, channel], so a segment of m channels is D ⊗ 1(m).</param>
    /// <param name="alpha">[...].</param>
    /// <param name="beta">[...].</param>
    /// <param name="gamma">[...]; the shapes are broadcast.</param>
    /// <param name="inversions">The number of inversions, integers [...]; null for none.</param>
    /// <returns>[..., dim, dim].</returns>
    /// <exception cref="ArgumentException">The representation is of SU(2), or of SO(3) and is to be inverted.</exception>
    public static Tensor DFromAngles(Irreps irreps, Tensor alpha, Tensor beta, Tensor gamma, Tensor? inversions = null)
    {
        CheckReal(irreps, inversions is not null);
        CheckAngles(alpha, beta, gamma);
        if (inversions is not null) Batching.Broadcast(alpha.shape, beta.shape, gamma.shape, inversions.shape);
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor[] angles = [.. broadcast_tensors(alpha, beta, gamma)];
        Dictionary<int, Tensor> matrices = irreps.Select(entry => entry.Irrep.L).Distinct()
            .ToDictionary(l => l, l => WignerOperators.OfAngles(l, angles[0], angles[1], angles[2]));
        return scope.MoveToOuter(Blocks(irreps, matrices, inversions, angles[0]));
    }

    /// <summary>The matrices of a representation for orthogonal matrices: e3nn's <c>Irreps.D_from_matrix</c>.</summary>
    /// <param name="irreps">The representation. Inside a segment the order is [component, channel], so a segment of m channels is D ⊗ 1(m).</param>
    /// <param name="matrix">[..., 3, 3]; those of determinant −1 contain an inversion.</param>
    /// <returns>[..., dim, dim].</returns>
    /// <exception cref="ArgumentException">
    /// The shape is wrong, a determinant is neither 1 nor −1, the representation is of SU(2), or of SO(3) and is to be inverted.
    /// </exception>
    public static Tensor DFromMatrix(Irreps irreps, Tensor matrix)
    {
        CheckMatrix(matrix);
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor sign = matrix.detach().det().sign();
        Tensor proper = matrix * sign.unsqueeze(-1).unsqueeze(-1);
        CheckProper(proper);
        Tensor inversions = sign.SubtractedFrom(1).Over(2);
        bool inverts = inversions.numel() > 0 && inversions.max().to(ScalarType.Float64).item<double>() > 0;
        CheckReal(irreps, inverts);
        Tensor[] upTo = WignerOperators.UpTo(irreps.Select(entry => entry.Irrep.L).DefaultIfEmpty().Max(), proper);
        return scope.MoveToOuter(Blocks(irreps, Enumerable.Range(0, upTo.Length).ToDictionary(l => l, l => upTo[l]), inverts ? inversions : null, sign));
    }

    /// <summary>The matrices of a representation for quaternions: e3nn's <c>Irreps.D_from_quaternion</c>.</summary>
    /// <param name="irreps">The representation.</param>
    /// <param name="quaternion">[..., 4].</param>
    /// <param name="inversions">The number of inversions, integers [...]; null for none.</param>
    /// <returns>[..., dim, dim].</returns>
    /// <exception cref="ArgumentException">The shape is wrong, the representation is of SU(2), or of SO(3) and is to be inverted.</exception>
    public static Tensor DFromQuaternion(Irreps irreps, Tensor quaternion, Tensor? inversions = null)
    {
        CheckReal(irreps, inversions is not null);
        CheckLast(quaternion, 4, nameof(quaternion));
        if (inversions is not null) Batching.Broadcast(quaternion.shape[..^1], inversions.shape);
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor matrix = QuaternionToMatrix(quaternion);
        Tensor[] upTo = WignerOperators.UpTo(irreps.Select(entry => entry.Irrep.L).DefaultIfEmpty().Max(), matrix);
        Dictionary<int, Tensor> matrices = Enumerable.Range(0, upTo.Length).ToDictionary(l => l, l => upTo[l]);
        return scope.MoveToOuter(Blocks(irreps, matrices, inversions, matrix.select(-1, 0).select(-1, 0)));
    }

    /// <summary>The matrices of a representation for axes and angles: e3nn's <c>Irreps.D_from_axis_angle</c>.</summary>
    /// <param name="irreps">The representation.</param>
    /// <param name="axis">[..., 3], of any length other than zero.</param>
    /// <param name="angle">[...]; the shapes are broadcast.</param>
    /// <param name="inversions">The number of inversions, integers [...]; null for none.</param>
    /// <returns>[..., dim, dim].</returns>
    /// <exception cref="ArgumentException">The shape is wrong, the representation is of SU(2), or of SO(3) and is to be inverted.</exception>
    public static Tensor DFromAxisAngle(Irreps irreps, Tensor axis, Tensor angle, Tensor? inversions = null)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        return scope.MoveToOuter(DFromQuaternion(irreps, AxisAngleToQuaternion(axis, angle), inversions));
    }

    /// <summary>A block-diagonal matrix: e3nn's <c>math.direct_sum</c>.</summary>
    /// <param name="matrices">[..., rows, columns] each; the leading dimensions are broadcast.</param>
    /// <returns>[..., sum of rows, sum of columns].</returns>
    /// <exception cref="ArgumentException">There is no matrix, or one has fewer than two dimensions.</exception>
    public static Tensor DirectSum(params Tensor[] matrices)
    {
        ArgumentNullException.ThrowIfNull(matrices);
        if (matrices.Length == 0) throw new ArgumentException("There are no matrices: give at least one.", nameof(matrices));
        foreach (Tensor matrix in matrices) ArgumentNullException.ThrowIfNull(matrix, nameof(matrices));
        if (matrices.FirstOrDefault(m => m.dim() < 2) is Tensor wrong)
            throw new ArgumentException($"A tensor of the shape [{string.Join(", ", wrong.shape)}] is no matrix: it needs two dimensions.", nameof(matrices));
        foreach (Tensor matrix in matrices) Arguments.Alike(nameof(DirectSum), matrix, nameof(matrices), matrices[0], "the first of them");
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        long[] batch = Batching.Broadcast([.. matrices.Select(m => m.shape[..^2])]);
        long columns = matrices.Sum(m => m.shape[^1]);
        List<Tensor> rows = [];
        long before = 0;
        foreach (Tensor matrix in matrices)
        {
            (long height, long width) = (matrix.shape[^2], matrix.shape[^1]);
            Tensor block = matrix.expand([.. batch, height, width]);
            rows.Add(cat([Zeros(height, before), block, Zeros(height, columns - before - width)], -1));
            before += width;

            Tensor Zeros(long h, long w) => zeros([.. batch, h, w], dtype: matrix.dtype, device: matrix.device);
        }
        return scope.MoveToOuter(cat(rows, -2));
    }

    /// <summary>Random features: e3nn's <c>Irreps.randn</c>.</summary>
    /// <param name="irreps">The representation.</param>
    /// <param name="size">The shape, with −1 where the features are.</param>
    /// <param name="normalization">
    /// Component: independent standard normal numbers. Norm: every irrep has length one, in a random direction.
    /// </param>
    /// <param name="dtype">The number type; null for torch's default.</param>
    /// <param name="device">The device; null for torch's default.</param>
    /// <param name="requiresGrad">Whether gradients are wanted.</param>
    /// <returns>The shape with dim instead of −1; inside a segment [component, channel].</returns>
    /// <exception cref="ArgumentException">There is not exactly one −1, or the normalisation is neither of the two.</exception>
    public static Tensor Randn(
        Irreps irreps,
        ReadOnlySpan<long> size,
        IrrepNormalization normalization = IrrepNormalization.Component,
        ScalarType? dtype = null,
        Device? device = null,
        bool requiresGrad = false
    )
    {
        ArgumentNullException.ThrowIfNull(irreps);
        long[] shape = size.ToArray();
        int at = Array.IndexOf(shape, -1);
        if (at < 0 || Array.LastIndexOf(shape, -1) != at)
            throw new ArgumentException($"The size [{string.Join(", ", shape)}] must have exactly one -1, where the features are.", nameof(size));
        if (normalization is not (IrrepNormalization.Component or IrrepNormalization.Norm))
            throw new ArgumentException("The normalization must be Component or Norm.", nameof(normalization));
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        (long[] left, long[] right) = (shape[..at], shape[(at + 1)..]);
        Tensor features = randn([.. left, irreps.Dim, .. right], dtype: dtype, device: device);
        if (normalization == IrrepNormalization.Norm && irreps.Dim > 0) features = cat([.. Enumerable.Range(0, irreps.Count).Select(UnitSegment)], at);
        return scope.MoveToOuter(features.requires_grad_(requiresGrad));

        Tensor UnitSegment(int s)
        {
            Tensor segment = features.narrow(at, irreps.Offsets[s], irreps[s].Dim).reshape([.. left, irreps[s].Irrep.Dim, irreps[s].Mul, .. right]);
            return (segment / (segment * segment).sum(at, keepdim: true).sqrt()).reshape([.. left, irreps[s].Dim, .. right]);
        }
    }

    // The matrices of the degrees on the diagonal; 'like' has the batch shape.
    private static Tensor Blocks(Irreps irreps, IReadOnlyDictionary<int, Tensor> matrices, Tensor? inversions, Tensor like)
    {
        if (irreps.Count == 0) return zeros([.. like.shape, 0, 0], dtype: like.dtype, device: like.device);
        Tensor? sign = inversions?.Modulo(2).to(like.dtype).Times(2).SubtractedFrom(1).unsqueeze(-1).unsqueeze(-1);
        List<Tensor> blocks = [];
        foreach (MulIrrep entry in irreps)
        {
            Tensor matrix = matrices[entry.Irrep.L];
            if (sign is not null && entry.Irrep.Parity < 0) matrix = matrix * sign;
            if (entry.Mul != 1)
            {
                Tensor channels = eye(entry.Mul, dtype: like.dtype, device: like.device);
                matrix = einsum("...ij,uv->...iujv", matrix, channels).reshape([.. matrix.shape[..^2], entry.Dim, entry.Dim]);
            }
            blocks.Add(matrix);
        }
        return DirectSum([.. blocks]);
    }

    private static void CheckReal(Irreps irreps, bool inverts)
    {
        ArgumentNullException.ThrowIfNull(irreps);
        if (irreps.Group == Group.SU2)
            throw new ArgumentException($"'{irreps}' is of SU(2), whose irreps have no real form: use O(3) or SO(3).", nameof(irreps));
        if (inverts && irreps.Group == Group.SO3)
            throw new ArgumentException($"'{irreps}' is of SO(3), which has no inversion: use a representation of O(3), which says what it does.", nameof(irreps));
    }
}
