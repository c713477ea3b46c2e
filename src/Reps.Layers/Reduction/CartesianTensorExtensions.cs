using System;
using System.Linq;
using System.Runtime.CompilerServices;
using Reps.Layers.Execution;
using Reps.Layers.Reduction;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>What a <see cref="CartesianTensor"/> does to tensors of torch, differentiably: e3nn's class of that name.</summary>
public static class CartesianTensorExtensions
{
    // The change of basis of each decomposition, on the devices where it was used, for as long as the decomposition lives.
    private static readonly ConditionalWeakTable<CartesianTensor, DeviceConstant> s_bases = [];

    /// <summary>The irreps of tensors.</summary>
    /// <param name="tensor">The symmetry.</param>
    /// <param name="values">[..., 3, 3, …]; what lacks the symmetry is projected onto it.</param>
    /// <returns>[..., irreps dim], inside a segment [component, channel].</returns>
    /// <exception cref="ArgumentException">The last dimensions are wrong.</exception>
    public static Tensor FromCartesian(this CartesianTensor tensor, Tensor values)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        ArgumentNullException.ThrowIfNull(values);
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        return scope.MoveToOuter(ReducedOperators.FromTensor(tensor.Products, Basis(tensor, values), values, nameof(values)));
    }

    /// <summary>The tensors of irreps.</summary>
    /// <param name="tensor">The symmetry.</param>
    /// <param name="features">[..., irreps dim], inside a segment [component, channel].</param>
    /// <returns>[..., 3, 3, …].</returns>
    /// <exception cref="ArgumentException">The last dimension is wrong.</exception>
    public static Tensor ToCartesian(this CartesianTensor tensor, Tensor features)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        ArgumentNullException.ThrowIfNull(features);
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        return scope.MoveToOuter(ReducedOperators.ToTensor(tensor.Products, Basis(tensor, features), features, nameof(features)));
    }

    /// <summary>The irreps of products of vectors.</summary>
    /// <param name="tensor">The symmetry.</param>
    /// <param name="vectors">A vector [..., 3] for each index; the leading dimensions are broadcast.</param>
    /// <returns>[..., irreps dim].</returns>
    /// <exception cref="ArgumentException">There are more or fewer vectors than indices, or one has not three numbers.</exception>
    public static Tensor FromVectors(this CartesianTensor tensor, params Tensor[] vectors)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        ArgumentNullException.ThrowIfNull(vectors);
        if (vectors.Length == 0) throw new ArgumentException($"'{tensor.Formula}' has {tensor.Products.Inputs.Count} indices, but there are no vectors.", nameof(vectors));
        ArgumentNullException.ThrowIfNull(vectors[0], nameof(vectors));
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        return scope.MoveToOuter(ReducedOperators.FromVectors(tensor.Products, Basis(tensor, vectors[0]), vectors));
    }

    private static Tensor Basis(CartesianTensor tensor, Tensor like) =>
        s_bases.GetValue(tensor, static t => new DeviceConstant(t.Products.ChangeOfBasis.ToArray(), [.. t.Products.Shape.Select(n => (long)n)])).On(like);
}
