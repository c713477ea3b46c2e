using System.Collections.Generic;
using System.Linq;
using static TorchSharp.torch;

namespace Reps.Layers.Nonlinear;

/// <summary>The lengths of irreps, and products with one number for each irrep.</summary>
internal static class IrrepNorms
{
    /// <summary>The squared length of each irrep: [..., number of irreps].</summary>
    public static Tensor Squares(Irreps irreps, Tensor x)
    {
        List<Tensor> parts = [];
        for (int s = 0; s < irreps.Count; s++)
        {
            Tensor segment = IrrepsLayout.Cut(irreps, s, x);
            parts.Add((segment * segment).sum(-2));
        }
        return Joined(parts, x);
    }

    /// <summary>The square root, zero with all its derivatives at zero.</summary>
    public static Tensor SafeRoot(Tensor squares)
    {
        Tensor known = squares.IsAbove(0);
        return where(known, where(known, squares, ones_like(squares)).sqrt(), zeros_like(squares));
    }

    /// <summary>Each irrep times its number.</summary>
    public static Tensor Scale(Irreps irreps, Tensor x, Tensor factors)
    {
        List<Tensor> parts = [];
        long first = 0;
        for (int s = 0; s < irreps.Count; s++)
        {
            parts.Add((IrrepsLayout.Cut(irreps, s, x) * factors.narrow(-1, first, irreps[s].Mul).unsqueeze(-2)).flatten(-2));
            first += irreps[s].Mul;
        }
        return Joined(parts, x);
    }

    /// <summary>As many invariants as the representation has irreps.</summary>
    public static Irreps Invariants(Irreps irreps)
    {
        Irrep trivial = irreps.Group.HasParity() ? Irrep.O3(0, 1) : irreps.Group == Group.SO3 ? Irrep.SO3(0) : Irrep.SU2(0);
        return irreps.NumIrreps == 0 ? Irreps.Empty(irreps.Group) : new Irreps(irreps.Group, [new MulIrrep(irreps.Sum(entry => entry.Mul), trivial)]);
    }

    /// <summary>Parts one after the other along the last dimension.</summary>
    public static Tensor Joined(List<Tensor> parts, Tensor like) =>
        parts.Count switch
        {
            0 => zeros([.. like.shape[..^1], 0], dtype: like.dtype, device: like.device),
            1 => parts[0],
            _ => cat(parts, -1),
        };
}
