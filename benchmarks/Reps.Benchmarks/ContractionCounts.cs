using System;
using System.Collections.Generic;
using Reps.Algebra;
using Reps.Benchmarking;

namespace Reps.Benchmarks;

/// <summary>
/// The counts of a symmetric contraction of floats, for one row. Every monomial is one multiplication, of a shorter one with a variable.
/// Paths are summed in the cheaper of two ways: component by component and then multiplied by the weights, or with the weights folded into
/// the coefficients of each pair of monomial and output component, once for all rows of an element.
/// </summary>
internal sealed class ContractionCounts
{
    private readonly SymmetricContractionPlan _plan;
    private readonly double _rowsPerElement;

    // For one channel: monomials of degree two and three, coefficients, components of paths, and different pairs of monomial and component.
    private readonly double _products;
    private readonly double _coefficients;
    private readonly double _components;
    private readonly double _pairs;

    /// <summary>Counts the tables of a contraction.</summary>
    /// <param name="plan">The contraction.</param>
    /// <param name="rowsPerElement">How many rows share the weights of an element.</param>
    public ContractionCounts(SymmetricContractionPlan plan, double rowsPerElement)
    {
        (_plan, _rowsPerElement) = (plan, rowsPerElement);
        ContractionTables tables = ContractionTables.Create(plan);
        _products = tables.Products.Length / 2;
        _coefficients = tables.Values.Length;
        _components = tables.Rows.Length / 3;
        HashSet<(int Monomial, int Output)> pairs = [];
        int entry = 0;
        for (int row = 0; row < tables.Rows.Length; row += 3)
            for (; entry < tables.Rows[row + 2]; entry++)
                pairs.Add((tables.Indices[entry], tables.Rows[row + 1]));
        _pairs = pairs.Count;
    }

    /// <summary>Evaluation: reads the input, the element and its part of the weights, writes the output.</summary>
    public Counts Forward => new(Inputs, Outputs, _plan.Channels * (_products + Sums(2)));

    /// <summary>
    /// The gradients by the input and the weights. The monomials are needed again. By the weights: the sums of the paths, or a sum over rows
    /// for each pair. By the input: the cotangents of the monomials, which then go to both factors of each.
    /// </summary>
    public Counts Backward => new(Inputs + Outputs, Inputs - sizeof(int), _plan.Channels * (5 * _products + Sums(2) + Sums(1)));

    private double Inputs => sizeof(float) * (_plan.Input.Dim + _plan.WeightCount / _rowsPerElement) + sizeof(int);

    private double Outputs => sizeof(float) * _plan.Output.Dim;

    // A product of a weight and a cotangent is one operation, a product that is added to a sum is two.
    private double Sums(int operationsPerComponent) =>
        Math.Min(2 * _coefficients + operationsPerComponent * _components, 2 * _pairs + 2 * _coefficients / _rowsPerElement);
}
