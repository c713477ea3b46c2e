using System;
using System.Collections.Generic;
using System.Numerics;

namespace Reps.Algebra;

/// <summary>
/// The linear equivariant maps: by Schur's lemma they mix the channels of equal irreps and nothing else.
/// Inputs of <see cref="Segmented"/>: input, weights.
/// </summary>
/// <param name="Input">The representation of the input.</param>
/// <param name="Output">The representation of the output.</param>
/// <param name="Paths">The pairs (input segment, output segment) of equal irreps in weight order, input outermost.</param>
/// <param name="PathCoefficients">The scale of each path.</param>
/// <param name="Segmented">The map.</param>
public sealed record LinearPlan(
    Irreps Input,
    Irreps Output,
    EquatableArray<(int Input, int Output)> Paths,
    EquatableArray<Surd> PathCoefficients,
    SegmentedPlan Segmented
)
{
    /// <summary>The number of weights of all paths together.</summary>
    public int WeightCount => Segmented.Inputs[1].Size;

    /// <summary>Derives the linear map between two representations (e3nn's Linear without biases).</summary>
    /// <param name="input">The input representation.</param>
    /// <param name="output">The output representation.</param>
    /// <param name="normalization">How paths into the same output share its variance.</param>
    /// <returns>The plan: weights of a path are an [input multiplicity, output multiplicity] matrix.</returns>
    /// <exception cref="ArgumentException">The groups differ, or the map is beyond the budget.</exception>
    public static LinearPlan Create(Irreps input, Irreps output, PathNormalization normalization = PathNormalization.Element)
    {
        PlanError.ThrowIfAny(Check(input, output));
        List<(int Input, int Output)> pairs = Pairs(input, output);
        long[] fanIn = new long[output.Count];
        int[] count = new int[output.Count];
        foreach ((int i, int o) in pairs)
        {
            fanIn[o] += input[i].Mul;
            count[o]++;
        }
        List<PlanPath> paths = [];
        List<Surd> scales = [];
        long[] sizes = new long[pairs.Count];
        for (int n = 0; n < pairs.Count; n++)
        {
            (int i, int o) = pairs[n];
            sizes[n] = (long)input[i].Mul * output[o].Mul;
            long divisor = normalization switch
            {
                PathNormalization.Element => fanIn[o],
                PathNormalization.Path => (long)input[i].Mul * count[o],
                _ => 1,
            };
            scales.Add(divisor == 0 ? Surd.One : Surd.Sqrt(new Rational(BigInteger.One, divisor)));
            if (sizes[n] == 0) continue;
            paths.Add(
                new PlanPath(
                    EquatableArray<PlanFactor>.Of(new PlanFactor(1, n, "uw"), new PlanFactor(0, i, "u")),
                    new PlanFactor(0, o, "w"),
                    EquatableArray<int>.Of(input[i].Mul, 0, output[o].Mul),
                    SparseTensor.Identity(input[i].Irrep.Dim),
                    scales[n]
                )
            );
        }
        SegmentedPlan plan = new(
            $"{input} → {output}",
            EquatableArray<PlanOperand>.Of(PlanOperand.Features("input", input), PlanOperand.Weights("weights", sizes)),
            PlanOperand.Features("output", output),
            new(paths)
        );
        return new LinearPlan(input, output, new(pairs), new(scales), plan);
    }

    /// <summary>Says why there is no such map, or why it is too large.</summary>
    internal static IReadOnlyList<PlanError> Check(Irreps input, Irreps output)
    {
        if (input.Group != output.Group)
            return
            [
                new PlanError(
                    "REPS2001",
                    $"The input is a representation of {input.Group.Name()} and the output of {output.Group.Name()}: an equivariant map needs one group."
                ),
            ];
        List<(int Input, int Output)> pairs = Pairs(input, output);
        long weights = 0;
        foreach ((int i, int o) in pairs) weights += (long)input[i].Mul * output[o].Mul;
        if (pairs.Count > Budget.MaxPaths || weights > Budget.MaxWeights)
            return
            [
                new PlanError(
                    "REPS1012",
                    FormattableString.Invariant(
                        $"The map has {pairs.Count} paths and {weights} weights; the budget is {Budget.MaxPaths} and {Budget.MaxWeights}: simplify the representations or lower the multiplicities."
                    )
                ),
            ];
        return [];
    }

    private static List<(int Input, int Output)> Pairs(Irreps input, Irreps output)
    {
        List<(int Input, int Output)> pairs = [];
        for (int i = 0; i < input.Count; i++)
        for (int o = 0; o < output.Count && pairs.Count <= Budget.MaxPaths; o++)
            if (input[i].Irrep.Equals(output[o].Irrep))
                pairs.Add((i, o));
        return pairs;
    }
}
