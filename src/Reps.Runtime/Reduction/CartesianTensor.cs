using System;

namespace Reps;

/// <summary>
/// Tensors with indices x, y, z and a symmetry of these, as irreps: e3nn's <c>CartesianTensor</c>. The change of basis is computed once, when
/// this is created.
/// </summary>
public sealed class CartesianTensor
{
    private CartesianTensor(ReducedTensorProducts products) => Products = products;

    /// <summary>The decomposition.</summary>
    public ReducedTensorProducts Products { get; }

    /// <summary>The symmetry.</summary>
    public IndexFormula Formula => Products.Formula;

    /// <summary>The irreps, sorted and merged.</summary>
    public Irreps Irreps => Products.Output;

    /// <summary>The number of elements of a tensor, 3^rank.</summary>
    public int Size => Products.Size;

    /// <summary>Tensors of a symmetry.</summary>
    /// <param name="formula">The symmetry, for example <c>ij=ji</c>.</param>
    /// <returns>The decomposition.</returns>
    /// <exception cref="FormulaException">The formula has errors.</exception>
    /// <exception cref="ArgumentException">It has too many indices.</exception>
    public static CartesianTensor Create(string formula) => new(ReducedTensorProducts.Create(formula, "1o"));

    /// <summary>The irreps of tensors.</summary>
    /// <param name="tensors">[rows, 3, 3, …]; what lacks the symmetry is projected onto it.</param>
    /// <param name="features">[rows, irreps dim], inside a segment [component, channel]; overwritten.</param>
    /// <exception cref="ArgumentException">A length is wrong, or the memory overlaps.</exception>
    public void FromCartesian(ReadOnlySpan<double> tensors, Span<double> features) => Products.FromTensor(tensors, features);

    /// <summary>The tensors of irreps.</summary>
    /// <param name="features">[rows, irreps dim], inside a segment [component, channel].</param>
    /// <param name="tensors">[rows, 3, 3, …], overwritten.</param>
    /// <exception cref="ArgumentException">A length is wrong, or the memory overlaps.</exception>
    public void ToCartesian(ReadOnlySpan<double> features, Span<double> tensors) => Products.ToTensor(features, tensors);

    /// <summary>The irreps of a product of vectors.</summary>
    /// <param name="vectors">A vector (x, y, z) for each index.</param>
    /// <returns>[irreps dim].</returns>
    /// <exception cref="ArgumentException">There are more or fewer vectors than indices, or one has not three numbers.</exception>
    public double[] FromVectors(params ReadOnlySpan<double[]> vectors) => Products.FromVectors(vectors);

    /// <summary>The irreps.</summary>
    public override string ToString() => Irreps.ToString();
}
