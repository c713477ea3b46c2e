using static TorchSharp.torch;

namespace Reps.Layers.Rotations;

/// <summary>The unit quaternion of a rotation matrix, without a place where digits cancel or a gradient is lost.</summary>
internal static class QuaternionOfMatrix
{
    /// <summary>[..., 4], of either sign, for [..., 3, 3].</summary>
    public static Tensor Evaluate(Tensor matrix)
    {
        Tensor[] r = [.. matrix.flatten(-2).unbind(-1)];
        Tensor one = ones_like(r[0]);
        Tensor ww = one.Plus(r[0]).Plus(r[4]).Plus(r[8]);
        Tensor xx = one.Plus(r[0]) - r[4] - r[8];
        Tensor yy = (one - r[0]).Plus(r[4]) - r[8];
        Tensor zz = (one - r[0] - r[4]).Plus(r[8]);
        (Tensor wx, Tensor wy, Tensor wz) = (r[7] - r[5], r[2] - r[6], r[3] - r[1]);
        (Tensor xy, Tensor xz, Tensor yz) = (r[1].Plus(r[3]), r[2].Plus(r[6]), r[5].Plus(r[7]));
        // 4·q·qᵀ: each row is a multiple of q, and the one of the largest component is far from zero.
        Tensor outer = stack([ww, wx, wy, wz, wx, xx, xy, xz, wy, xy, yy, yz, wz, xz, yz, zz], -1).unflatten(ww.dim(), 4, 4);
        Tensor largest = stack([ww, xx, yy, zz], -1).detach().argmax(-1, true);
        Tensor row = outer.gather(-2, largest.unsqueeze(-1).expand([.. largest.shape, 4])).squeeze(-2);
        return row / (row * row).sum(-1, keepdim: true).sqrt();
    }
}
