using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Layers.Execution;
using Reps.Layers.Reduction;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>
/// The irreps of tensors with a symmetry of their indices, as a module: e3nn's ReducedTensorProducts. The change of basis is the buffer
/// <c>change_of_basis</c> of the state, double until the module is converted.
/// </summary>
public sealed class ReducedTensorProductsModule : nn.Module<IReadOnlyList<Tensor>, Tensor>
{
    private const string Buffer = "change_of_basis";

    // For each axis the place in e3nn's order of each component; null where the orders are the same.
    private readonly DeviceConstant?[] _places;

    /// <summary>Makes a module.</summary>
    /// <param name="products">The decomposition; see <see cref="ReducedTensorProducts.Create(string, string)"/>.</param>
    public ReducedTensorProductsModule(ReducedTensorProducts products)
        : base(nameof(ReducedTensorProductsModule))
    {
        ArgumentNullException.ThrowIfNull(products);
        Products = products;
        _places = [.. products.Inputs.Prepend(products.Output).Select(Places)];
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor basis = tensor(products.ToE3nn(), ScalarType.Float64).reshape([.. products.Shape.Select(n => (long)n)]);
        register_buffer(Buffer, scope.Detach(basis.clone()));
    }

    /// <summary>The decomposition.</summary>
    public ReducedTensorProducts Products { get; }

    /// <summary>The representation of the output.</summary>
    public Irreps Output => Products.Output;

    /// <summary>The change of basis, [output dim, d(0), d(1), …], as in e3nn's state: on every axis a segment is [channel, component].</summary>
    public Tensor ChangeOfBasis => get_buffer(Buffer)!;

    /// <summary>Decomposes tensors all of whose indices have one representation.</summary>
    /// <inheritdoc cref="ReducedTensorProducts.Create(string, string)"/>
    public static ReducedTensorProductsModule Create(string formula, string irreps) => new(ReducedTensorProducts.Create(formula, irreps));

    /// <summary>The components of a product x ⊗ y ⊗ … of vectors.</summary>
    /// <param name="vectors">One for each index, [..., d(k)]; the leading dimensions are broadcast.</param>
    /// <returns>[..., output dim].</returns>
    /// <exception cref="ArgumentException">There are more or fewer vectors than indices, or a last dimension is wrong.</exception>
    public override Tensor forward(IReadOnlyList<Tensor> vectors)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        return scope.MoveToOuter(ReducedOperators.FromVectors(Products, Basis(), vectors));
    }

    /// <inheritdoc cref="forward(IReadOnlyList{Tensor})"/>
    public Tensor forward(params Tensor[] vectors) => forward((IReadOnlyList<Tensor>)vectors);

    /// <summary>The components of tensors.</summary>
    /// <param name="tensors">[..., d(0), d(1), …]; what lacks the symmetry is projected onto it.</param>
    /// <returns>[..., output dim].</returns>
    /// <exception cref="ArgumentException">The last dimensions are wrong.</exception>
    public Tensor FromTensor(Tensor tensors)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        return scope.MoveToOuter(ReducedOperators.FromTensor(Products, Basis(), tensors, nameof(tensors)));
    }

    /// <summary>The tensors of components, which undoes <see cref="FromTensor"/> for tensors of the symmetry.</summary>
    /// <param name="features">[..., output dim].</param>
    /// <returns>[..., d(0), d(1), …].</returns>
    /// <exception cref="ArgumentException">The last dimension is wrong.</exception>
    public Tensor ToTensor(Tensor features)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        return scope.MoveToOuter(ReducedOperators.ToTensor(Products, Basis(), features, nameof(features)));
    }

    private static DeviceConstant? Places(Irreps irreps)
    {
        if (irreps.All(entry => entry.Mul == 1 || entry.Irrep.Dim == 1)) return null;
        long[] order = [.. Enumerable.Range(0, irreps.Dim).Select(n => (long)n)];
        long[] places = new long[irreps.Dim];
        E3nnLayout.FromE3nn<long>(irreps, order, places);
        return new DeviceConstant(places);
    }

    // In this library's order.
    private Tensor Basis()
    {
        Tensor basis = ChangeOfBasis;
        for (int axis = 0; axis < _places.Length; axis++)
            if (_places[axis] is DeviceConstant places)
                basis = basis.index_select(axis, places.On(basis));
        return basis;
    }
}
