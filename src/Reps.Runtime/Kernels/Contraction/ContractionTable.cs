using System;

namespace Reps.Kernels;

/// <summary>The tables of a symmetric contraction, as <see cref="Algebra.ContractionTables"/> makes them.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="channels">The multiplicity of all segments.</param>
/// <param name="inputs">The number of components of the input.</param>
/// <param name="outputs">The number of components of the output.</param>
/// <param name="paths">The number of paths.</param>
/// <param name="products">For each monomial after the inputs themselves: a shorter monomial and an input.</param>
/// <param name="rows">For each component of each path: the path, the output component, and where its coefficients end.</param>
/// <param name="indices">The monomial of each coefficient.</param>
/// <param name="values">The coefficients.</param>
public readonly ref struct ContractionTable<T>(
    int channels,
    int inputs,
    int outputs,
    int paths,
    ReadOnlySpan<int> products,
    ReadOnlySpan<int> rows,
    ReadOnlySpan<int> indices,
    ReadOnlySpan<T> values
)
{
    /// <summary>For each monomial after the inputs themselves: a shorter monomial and an input.</summary>
    internal readonly ReadOnlySpan<int> Products = products;

    /// <summary>For each component of each path: the path, the output component, and where its coefficients end.</summary>
    internal readonly ReadOnlySpan<int> Rows = rows;

    /// <summary>The monomial of each coefficient.</summary>
    internal readonly ReadOnlySpan<int> Indices = indices;

    /// <summary>The coefficients.</summary>
    internal readonly ReadOnlySpan<T> Values = values;

    /// <summary>The multiplicity of all segments.</summary>
    internal int Channels => channels;

    /// <summary>The number of components of the input.</summary>
    internal int Inputs => inputs;

    /// <summary>The number of components of the output.</summary>
    internal int Outputs => outputs;

    /// <summary>The number of paths.</summary>
    internal int Paths => paths;

    /// <summary>The number of values in a row of the input.</summary>
    internal int InputDim => inputs * channels;

    /// <summary>The number of values in a row of the output.</summary>
    internal int OutputDim => outputs * channels;

    /// <summary>The number of weights of one element.</summary>
    internal int WeightCount => paths * channels;

    /// <summary>The number of monomials, the inputs among them.</summary>
    internal int Monomials => inputs + Products.Length / 2;

    /// <summary>The number of components of all paths.</summary>
    internal int RowCount => Rows.Length / 3;
}
