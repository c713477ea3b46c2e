using System;
using System.Linq;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>What e3nn's model files define beside the models.</summary>
public static class GraphFunctions
{
    /// <summary>Sums rows by index: e3nn's <c>scatter</c>.</summary>
    /// <param name="source">[rows, dim].</param>
    /// <param name="index">Where each row is added, integers [rows].</param>
    /// <param name="size">The number of rows of the result.</param>
    /// <returns>[size, dim].</returns>
    /// <exception cref="ArgumentException">There is not one index for each row.</exception>
    public static Tensor Scatter(Tensor source, Tensor index, long size)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(index);
        if (source.dim() < 1 || index.dim() != 1 || index.shape[0] != source.shape[0])
            throw new ArgumentException(
                $"'index' has the shape [{string.Join(", ", index.shape)}] and 'source' [{string.Join(", ", source.shape)}]: there must be one index for each row.",
                nameof(index)
            );
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        return scope.MoveToOuter(zeros([size, .. source.shape[1..]], dtype: source.dtype, device: source.device).AddRows(index, source));
    }

    /// <summary>A step from one, where x is at most ½, to zero, where it is at least one, with one derivative: e3nn's <c>smooth_cutoff</c>.</summary>
    /// <param name="x">[...], lengths in units of the cutoff.</param>
    /// <returns>[...].</returns>
    public static Tensor SmoothCutoff(Tensor x)
    {
        Arguments.Real(nameof(SmoothCutoff), x, nameof(x));
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor u = x.Clamped(0.5, 1).Times(2).Minus(2);
        return scope.MoveToOuter(u.Times(Math.PI).cos().SubtractedFrom(1).Over(2));
    }

    /// <summary>Whether the product of two representations contains an irrep: e3nn's <c>tp_path_exists</c>.</summary>
    /// <param name="left">One representation.</param>
    /// <param name="right">The other.</param>
    /// <param name="irrep">The irrep.</param>
    /// <returns>Whether a path leads to it.</returns>
    public static bool TpPathExists(Irreps left, Irreps right, Irrep irrep)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.Where(a => a.Mul > 0).Any(a => right.Where(b => b.Mul > 0).Any(b => a.Irrep.Product(b.Irrep).Contains(irrep)));
    }
}
