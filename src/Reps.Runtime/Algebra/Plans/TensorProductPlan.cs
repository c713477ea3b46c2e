using System;
using System.Collections.Generic;
using System.Threading;

namespace Reps.Algebra;

/// <summary>
/// The bilinear equivariant maps of e3nn's tensor product family: which irreps are coupled, with which coefficients and weights.
/// Inputs of <see cref="Segmented"/>: left, right, weights.
/// </summary>
/// <param name="Left">The representation of the left input.</param>
/// <param name="Right">The representation of the right input.</param>
/// <param name="Output">The representation of the output.</param>
/// <param name="Instructions">The paths in order; weights are stored in this order.</param>
/// <param name="PathCoefficients">
/// For each path √(A·σ²·p / X): A from the irrep normalisation, σ² the output variance, p the path weight, X the summed variance.
/// </param>
/// <param name="Segmented">The map.</param>
/// <param name="Evaluated">For each path of <see cref="Segmented"/> the index of its instruction: empty and zero paths are left out.</param>
public sealed record TensorProductPlan(
    Irreps Left,
    Irreps Right,
    Irreps Output,
    EquatableArray<TensorProductInstruction> Instructions,
    EquatableArray<Surd> PathCoefficients,
    SegmentedPlan Segmented,
    EquatableArray<int> Evaluated
)
{
    /// <summary>The number of weights of all paths together.</summary>
    public int WeightCount => Segmented.Inputs[2].Size;

    /// <summary>Derives the product that the instructions describe.</summary>
    /// <param name="left">The left representation.</param>
    /// <param name="right">The right representation.</param>
    /// <param name="output">The output representation.</param>
    /// <param name="instructions">The paths.</param>
    /// <param name="options">How paths are scaled; null for e3nn's defaults.</param>
    /// <param name="cancellationToken">Stops the evaluation of tables.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentException">An instruction does not fit the representations; the message names it.</exception>
    public static TensorProductPlan Create(
        Irreps left,
        Irreps right,
        Irreps output,
        IReadOnlyList<TensorProductInstruction> instructions,
        TensorProductOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        options ??= TensorProductOptions.Default;
        PlanError.ThrowIfAny(TensorProductRules.Check(left, right, output, instructions, options));
        EquatableArray<Surd> coefficients = PathScale.Coefficients(left, right, output, instructions, options);

        List<long> weightSizes = [];
        List<PlanPath> paths = [];
        List<int> evaluated = [];
        for (int n = 0; n < instructions.Count; n++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            TensorProductInstruction path = instructions[n];
            ConnectionRule rule = ConnectionRule.Of(path.Mode);
            List<PlanFactor> factors = [];
            if (path.HasWeight)
            {
                factors.Add(new PlanFactor(2, weightSizes.Count, rule.Weight));
                weightSizes.Add(TensorProductRules.WeightCount(left, right, output, path));
            }
            factors.Add(new PlanFactor(0, path.Left, rule.Left));
            factors.Add(new PlanFactor(1, path.Right, rule.Right));
            // A path of weight zero keeps its weights, so that checkpoints fit, but contributes nothing.
            if (coefficients[n].Sign == 0 || Extents(left, right, output, path) is not int[] extents) continue;
            evaluated.Add(n);
            paths.Add(
                new PlanPath(
                    new(factors),
                    new PlanFactor(0, path.Output, rule.Output),
                    EquatableArray<int>.Of(extents),
                    Coupling(left[path.Left].Irrep, right[path.Right].Irrep, output[path.Output].Irrep, cancellationToken),
                    coefficients[n]
                )
            );
        }
        PlanOperand[] inputs =
        [
            PlanOperand.Features("left", left),
            PlanOperand.Features("right", right),
            PlanOperand.Weights("weights", weightSizes.ToArray()),
        ];
        SegmentedPlan plan = new(
            $"{left} ⊗ {right} → {output}",
            EquatableArray<PlanOperand>.Of(inputs),
            PlanOperand.Features("output", output),
            new(paths)
        );
        return new TensorProductPlan(left, right, output, new(instructions), coefficients, plan, new(evaluated));
    }

    private static int[]? Extents(Irreps left, Irreps right, Irreps output, TensorProductInstruction path)
    {
        ConnectionRule rule = ConnectionRule.Of(path.Mode);
        int u = left[path.Left].Mul;
        int v = rule.Right == "v" ? right[path.Right].Mul : 0;
        int w = rule.Output == "w" ? output[path.Output].Mul : 0;
        bool empty = u == 0 || (rule.Right == "v" && v == 0) || (rule.Output == "w" && w == 0);
        return empty ? null : [u, v, w];
    }

    // SU(2) works in the complex basis, where Clebsch-Gordan coefficients are real numbers; with half-integers there is no real one.
    private static SparseTensor Coupling(Irrep a, Irrep b, Irrep c, CancellationToken cancellationToken) =>
        a.Group == Group.SU2
            ? ComplexCoupling.Tensor(a.TwoJ, b.TwoJ, c.TwoJ, cancellationToken)
            : ClebschGordan.RealTensor(a.L, b.L, c.L, cancellationToken);
}
