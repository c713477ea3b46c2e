using System;
using System.Linq;
using Reps.Layers.Execution;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>
/// Rotations and their representations as differentiable operators on batched tensors: e3nn's <c>o3</c>. Rotations are active and
/// right-handed, Euler angles are (α, β, γ) with R = Ry(α)·Rx(β)·Ry(γ), quaternions are (w, x, y, z), and points have their azimuth α from z
/// towards x and their angle β from y.
/// </summary>
/// <remarks>
/// Where an angle or an axis is not defined, as α at a pole or the axis of the identity, it has a value by convention and the gradient zero,
/// never NaN. <see cref="Reps.Rotation"/> is one rotation without torch.
/// </remarks>
public static partial class O3
{
    private static Tensor CheckMatrix(Tensor matrix, string name = "matrix")
    {
        ArgumentNullException.ThrowIfNull(matrix, name);
        if (matrix.dim() < 2 || matrix.shape[^1] != 3 || matrix.shape[^2] != 3)
            throw new ArgumentException($"'{name}' has the shape [{string.Join(", ", matrix.shape)}], but rotations are [..., 3, 3].", name);
        Arguments.Real(nameof(O3), matrix, name);
        return matrix;
    }

    private static Tensor CheckLast(Tensor tensor, int size, string name)
    {
        ArgumentNullException.ThrowIfNull(tensor, name);
        if (tensor.dim() < 1 || tensor.shape[^1] != size)
            throw new ArgumentException(
                $"'{name}' has the shape [{string.Join(", ", tensor.shape)}], but its last dimension must have {size} numbers.",
                name
            );
        Arguments.Real(nameof(O3), tensor, name);
        return tensor;
    }

    // Tensors that meet in one product: of one number type, on one device, and of shapes that can be broadcast, but for last dimensions.
    private static void CheckTogether(int last, params (Tensor Tensor, string Name)[] tensors)
    {
        foreach ((Tensor tensor, string name) in tensors)
        {
            Arguments.Real(nameof(O3), tensor, name);
            Arguments.Alike(nameof(O3), tensor, name, tensors[0].Tensor, tensors[0].Name);
        }
        Batching.Broadcast([.. tensors.Select(entry => entry.Tensor.shape[..^last])]);
    }

    // Entries in rows, each with the batch shape, as [..., rows, columns].
    private static Tensor Matrix(int columns, params Tensor[] entries)
    {
        Tensor[] broadcast = [.. broadcast_tensors(entries)];
        return stack(broadcast, -1).unflatten(broadcast[0].dim(), entries.Length / columns, columns);
    }
}
