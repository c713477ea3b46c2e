using System;
using System.Collections.Generic;

namespace Reps.Algebra;

/// <summary>
/// Real spherical harmonics as a plan: homogeneous polynomials of one vector, so a map in which that input occurs l times. It is exact
/// and it is what the recurrence of the kernels is held against; for large degrees the expanded polynomials cancel in floating point.
/// </summary>
public static class HarmonicsPlan
{
    /// <summary>Derives the solid harmonics r^l·Y^l of every degree of a representation.</summary>
    /// <param name="output">The representation; every entry of degree l receives Y^l in each of its channels.</param>
    /// <param name="normalization">The normalisation.</param>
    /// <returns>A plan with one input, the vector (x, y, z).</returns>
    /// <exception cref="ArgumentException">The parities do not belong to the harmonics of one vector, or the group has no vectors.</exception>
    public static SegmentedPlan Create(Irreps output, HarmonicsNormalization normalization)
    {
        if (HarmonicsRules.Check(output) is string problem) throw new ArgumentException(problem, nameof(output));
        List<PlanPath> paths = [];
        for (int s = 0; s < output.Count; s++)
        {
            (int mul, Irrep irrep) = (output[s].Mul, output[s].Irrep);
            if (mul == 0) continue;
            PlanFactor[] factors = new PlanFactor[irrep.L];
            for (int f = 0; f < factors.Length; f++) factors[f] = new PlanFactor(0, 0, "");
            paths.Add(
                new PlanPath(
                    EquatableArray<PlanFactor>.Of(factors),
                    new PlanFactor(0, s, "u"),
                    EquatableArray<int>.Of(mul, 0, 0),
                    Tensor(irrep.L, normalization),
                    Surd.One
                )
            );
        }
        PlanOperand vector = new("vector", OperandRole.Feature, EquatableArray<Segment>.Of(new Segment(0, 3, 1)));
        return new SegmentedPlan($"Y({output})", EquatableArray<PlanOperand>.Of(vector), PlanOperand.Features("output", output), new(paths));
    }

    // x^a y^b z^c is written as the index (0,…,0, 1,…,1, 2,…,2): one representative of the symmetric tensor is enough.
    private static SparseTensor Tensor(int l, HarmonicsNormalization normalization)
    {
        List<(int[] Index, Surd Value)> entries = [];
        for (int component = 0; component <= 2 * l; component++)
            foreach ((int a, int b, int c, Surd value) in HarmonicPolynomial.Create(l, component - l, normalization).Terms)
            {
                int[] index = new int[l + 1];
                for (int n = 0; n < l; n++) index[n] = n < a ? 0 : n < a + b ? 1 : 2;
                index[l] = component;
                entries.Add((index, value));
            }
        int[] shape = new int[l + 1];
        for (int n = 0; n < l; n++) shape[n] = 3;
        shape[l] = 2 * l + 1;
        return new SparseTensor(shape, entries);
    }
}
