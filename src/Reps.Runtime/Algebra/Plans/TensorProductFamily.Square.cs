using System;
using System.Collections.Generic;
using System.Threading;

namespace Reps.Algebra;

public static partial class TensorProductFamily
{
    /// <summary>
    /// The product of a representation with itself, where each pair of different irreps occurs once and an irrep with itself only in the
    /// symmetric part (e3nn's TensorSquare).
    /// </summary>
    /// <param name="input">The representation; it is simplified first.</param>
    /// <param name="output">
    /// The output of the fully connected square, in which every pair feeds every channel by weights; it is simplified first. Null decomposes
    /// the whole square, without weights.
    /// </param>
    /// <param name="keep">The irreps to keep in the whole square; null keeps all.</param>
    /// <param name="options">
    /// How paths are scaled. The irrep normalisation becomes path weights, which account for the larger variance of the square of one number,
    /// so the plan's own is none.
    /// </param>
    /// <param name="cancellationToken">Stops the evaluation of tables.</param>
    /// <returns>The plan; both inputs are the simplified representation, and the output of a whole square is sorted by irrep and not merged.</returns>
    /// <exception cref="ArgumentException">Both an output and irreps to keep are given, the groups differ, or the product is beyond the budget.</exception>
    public static TensorProductPlan Square(
        Irreps input,
        Irreps? output = null,
        IReadOnlyCollection<Irrep>? keep = null,
        TensorProductOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        if (output is not null && keep is not null) throw new ArgumentException("Both an output and the irreps to keep are given: pass one of them.", nameof(keep));
        options ??= TensorProductOptions.Default;
        input = input.Simplify();
        if (output is not null) RequireOneGroup(input, output);
        (Irreps target, List<TensorProductInstruction> paths) =
            output is null ? WholeSquare(input, keep, options.IrrepNormalization) : ConnectedSquare(input, output.Simplify(), options.IrrepNormalization);
        return TensorProductPlan.Create(input, input, target, paths, options with { IrrepNormalization = IrrepNormalization.None }, cancellationToken);
    }

    private static (Irreps Output, List<TensorProductInstruction> Paths) WholeSquare(Irreps input, IReadOnlyCollection<Irrep>? keep, IrrepNormalization normalization)
    {
        List<MulIrrep> outputs = [];
        List<TensorProductInstruction> paths = [];
        for (int i = 0; i < input.Count; i++)
        for (int j = i; j < input.Count; j++)
            foreach (Irrep irrep in input[i].Irrep.Product(input[j].Irrep))
            {
                if (keep is not null && !Contains(keep, irrep)) continue;
                (int left, int right) = (input[i].Mul, input[j].Mul);
                if (i < j) Add(Mode.Uvuv, checked(left * right), Weight(input, i, j, irrep, normalization));
                if (i == j && left > 1) Add(Mode.UvuLessV, (int)((long)left * (left - 1) / 2), Weight(input, i, j, irrep, normalization));
                if (i == j && IsSymmetric(input[i].Irrep, irrep)) Add(Mode.Uuu, left, WeightOfItself(input[i].Irrep, irrep, normalization));
                if (paths.Count > Budget.MaxPaths) throw TooManyPaths();

                void Add(Mode mode, int mul, double weight)
                {
                    paths.Add(new TensorProductInstruction(i, j, outputs.Count, mode, false, weight));
                    outputs.Add(new MulIrrep(mul, irrep));
                }
            }
        (Irreps sorted, int[] position, _) = new Irreps(input.Group, outputs).Sort();
        for (int n = 0; n < paths.Count; n++) paths[n] = paths[n] with { Output = position[paths[n].Output] };
        return (sorted, paths);
    }

    private static (Irreps Output, List<TensorProductInstruction> Paths) ConnectedSquare(Irreps input, Irreps output, IrrepNormalization normalization)
    {
        List<TensorProductInstruction> paths = [];
        for (int i = 0; i < input.Count; i++)
        for (int j = i; j < input.Count; j++)
        for (int k = 0; k < output.Count; k++)
        {
            Irrep irrep = output[k].Irrep;
            if (!TensorProductRules.Couples(input[i].Irrep, input[j].Irrep, irrep)) continue;
            if (i < j) paths.Add(new TensorProductInstruction(i, j, k, Mode.Uvw, true, Weight(input, i, j, irrep, normalization)));
            if (i == j && input[i].Mul > 1) paths.Add(new TensorProductInstruction(i, i, k, Mode.ULessVw, true, Weight(input, i, i, irrep, normalization)));
            if (i == j && IsSymmetric(input[i].Irrep, irrep))
                paths.Add(new TensorProductInstruction(i, i, k, Mode.Uuw, true, WeightOfItself(input[i].Irrep, irrep, normalization)));
            if (paths.Count > Budget.MaxPaths) throw TooManyPaths();
        }
        return (output, paths);
    }

    // Whether the coupling of an irrep with itself does not change sign when its factors are exchanged.
    private static bool IsSymmetric(Irrep factor, Irrep product) => (2 * factor.TwoJ - product.TwoJ) % 4 == 0;

    private static double Weight(Irreps input, int i, int j, Irrep product, IrrepNormalization normalization) =>
        normalization switch
        {
            IrrepNormalization.Component => product.Dim,
            IrrepNormalization.Norm => (double)input[i].Irrep.Dim * input[j].Irrep.Dim,
            _ => 1,
        };

    // The components of x ⊗ x are not independent: of d(d + 2) = E|x|⁴ the invariant takes its part twice and more.
    private static double WeightOfItself(Irrep factor, Irrep product, IrrepNormalization normalization) =>
        (normalization, product.TwoJ == 0) switch
        {
            (IrrepNormalization.Component, true) => product.Dim / (double)(factor.Dim + 2),
            (IrrepNormalization.Component, false) => product.Dim / 2.0,
            (IrrepNormalization.Norm, true) => (double)product.Dim * factor.Dim,
            (IrrepNormalization.Norm, false) => (double)factor.Dim * (factor.Dim + 2) / 2,
            _ => 1,
        };
}
