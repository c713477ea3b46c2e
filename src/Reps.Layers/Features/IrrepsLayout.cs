using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>What is done with the storage of features whose representation is known at run time.</summary>
public static class IrrepsLayout
{
    /// <summary>From this library's order to e3nn's.</summary>
    /// <param name="irreps">The representation.</param>
    /// <param name="tensor">[..., dim], inside a segment [component, channel].</param>
    /// <returns>[..., dim], inside a segment [channel, component].</returns>
    public static Tensor ToE3nn(Irreps irreps, Tensor tensor) => Rearrange(irreps, tensor, toE3nn: true);

    /// <summary>From e3nn's order to this library's.</summary>
    /// <param name="irreps">The representation.</param>
    /// <param name="tensor">[..., dim], inside a segment [channel, component].</param>
    /// <returns>[..., dim], inside a segment [component, channel].</returns>
    public static Tensor FromE3nn(Irreps irreps, Tensor tensor) => Rearrange(irreps, tensor, toE3nn: false);

    /// <summary>The numbers of one segment.</summary>
    /// <param name="irreps">The representation.</param>
    /// <param name="segment">The index of the segment.</param>
    /// <param name="tensor">[..., dim].</param>
    /// <returns>[..., components, channels], a view where the layout allows it.</returns>
    /// <exception cref="ArgumentException">The last dimension is not that of the representation.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such segment.</exception>
    public static Tensor Segment(Irreps irreps, int segment, Tensor tensor)
    {
        Check(irreps, tensor);
        if (segment < 0 || segment >= irreps.Count)
            throw new ArgumentOutOfRangeException(nameof(segment), segment, $"{irreps} has {irreps.Count} segments.");
        using DisposeScope scope = NewDisposeScope();
        return scope.MoveToOuter(Cut(irreps, segment, tensor));
    }

    /// <summary>The same for tensors that have been checked, within the dispose scope of the caller.</summary>
    internal static Tensor Cut(Irreps irreps, int segment, Tensor tensor)
    {
        MulIrrep entry = irreps[segment];
        return tensor.narrow(-1, irreps.Offsets[segment], entry.Dim).reshape([.. tensor.shape[..^1], entry.Irrep.Dim, entry.Mul]);
    }

    /// <summary>Acts with a group element; gradients flow through the features.</summary>
    /// <param name="irreps">The representation.</param>
    /// <param name="transform">A rotation, with or without inversion.</param>
    /// <param name="tensor">[..., dim].</param>
    /// <returns>[..., dim].</returns>
    public static Tensor Transform(Irreps irreps, OrthogonalTransform transform, Tensor tensor)
    {
        Check(irreps, tensor);
        Arguments.Real(nameof(Transform), tensor, nameof(tensor));
        using DisposeScope scope = NewDisposeScope();
        List<Tensor> segments = [];
        for (int s = 0; s < irreps.Count; s++)
        {
            Irrep irrep = irreps[s].Irrep;
            Tensor matrix = torch.tensor(WignerD.Matrix(irrep, transform), ScalarType.Float64).reshape(irrep.Dim, irrep.Dim).to(tensor.dtype, tensor.device);
            segments.Add(matrix.matmul(Cut(irreps, s, tensor)).flatten(-2));
        }
        return scope.MoveToOuter(segments.Count == 0 ? tensor.clone() : cat(segments, -1));
    }

    /// <summary>Repeats one number for each irrep over the components of the irrep.</summary>
    /// <param name="irreps">The representation.</param>
    /// <param name="values">[..., number of irreps].</param>
    /// <returns>[..., dim].</returns>
    /// <exception cref="ArgumentException">There are other than one number for each irrep.</exception>
    public static Tensor Spread(Irreps irreps, Tensor values)
    {
        ArgumentNullException.ThrowIfNull(irreps);
        ArgumentNullException.ThrowIfNull(values);
        int count = irreps.Sum(entry => entry.Mul);
        if (values.dim() == 0 || values.size(-1) != count)
            throw new ArgumentException(
                $"'values' has the shape {Arguments.Shape(values)}, but {irreps} has {count} irreps: pass [..., {count}].",
                nameof(values)
            );
        using DisposeScope scope = NewDisposeScope();
        List<Tensor> segments = [];
        long first = 0;
        foreach (MulIrrep entry in irreps)
        {
            Tensor channels = values.narrow(-1, first, entry.Mul).unsqueeze(-2);
            segments.Add(channels.expand([.. channels.shape[..^2], entry.Irrep.Dim, entry.Mul]).flatten(-2));
            first += entry.Mul;
        }
        return scope.MoveToOuter(segments.Count == 0 ? values.clone() : cat(segments, -1));
    }

    internal static void Check(Irreps irreps, Tensor tensor, string name = "tensor")
    {
        ArgumentNullException.ThrowIfNull(irreps);
        ArgumentNullException.ThrowIfNull(tensor, name);
        long[] shape = Sizes.Of(tensor);
        if (shape.Length == 0 || shape[^1] != irreps.Dim)
            throw new ArgumentException($"'{name}' has the shape [{string.Join(", ", shape)}], but features of {irreps} have {irreps.Dim} numbers in the last dimension.", name);
    }

    private static Tensor Rearrange(Irreps irreps, Tensor tensor, bool toE3nn)
    {
        Check(irreps, tensor);
        // A handle of its own all the same: callers dispose their tensors one by one.
        if (irreps.All(entry => entry.Mul == 1 || entry.Irrep.Dim == 1)) return tensor.alias();
        using DisposeScope scope = NewDisposeScope();
        List<Tensor> segments = [];
        for (int s = 0; s < irreps.Count; s++)
        {
            (long components, long channels) = (irreps[s].Irrep.Dim, irreps[s].Mul);
            long[] shape = [.. tensor.shape[..^1], toE3nn ? components : channels, toE3nn ? channels : components];
            segments.Add(tensor.narrow(-1, irreps.Offsets[s], irreps[s].Dim).reshape(shape).transpose(-2, -1).flatten(-2));
        }
        return scope.MoveToOuter(cat(segments, -1));
    }
}
