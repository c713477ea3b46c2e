using System;
using System.Collections.Generic;
using System.Threading;

namespace Reps.Algebra;

/// <summary>Members of the tensor product family whose paths follow from their operands.</summary>
public static partial class TensorProductFamily
{
    /// <summary>Every path that the selection rules and the mode allow, left segment outermost and output segment innermost.</summary>
    /// <param name="left">The left representation.</param>
    /// <param name="right">The right representation.</param>
    /// <param name="output">The output representation.</param>
    /// <param name="mode">How channels are connected.</param>
    /// <param name="hasWeight">Whether the paths have weights.</param>
    /// <returns>The instructions; paths whose multiplicities the mode cannot connect are left out.</returns>
    public static IReadOnlyList<TensorProductInstruction> Connect(Irreps left, Irreps right, Irreps output, Mode mode, bool hasWeight = true)
    {
        List<TensorProductInstruction> paths = [];
        ConnectionRule rule = ConnectionRule.Of(mode);
        if (rule.NeedsWeight && !hasWeight) return paths;
        // Looking up what a pair of irreps reaches keeps the cost at the number of pairs: of triples there may be a billion.
        Dictionary<(Irrep Left, Irrep Right), Dictionary<long, List<int>>> ends = [];
        for (int i = 0; i < left.Count; i++)
        for (int j = 0; j < right.Count; j++)
        {
            if (rule.PairsChannels && left[i].Mul != right[j].Mul) continue;
            (Irrep, Irrep) pair = (left[i].Irrep, right[j].Irrep);
            if (!ends.TryGetValue(pair, out Dictionary<long, List<int>>? reached)) ends.Add(pair, reached = Ends(left[i].Irrep, right[j].Irrep, output, rule, hasWeight));
            if (!reached.TryGetValue(rule.OutputMultiplicity(left[i].Mul, right[j].Mul), out List<int>? segments)) continue;
            foreach (int k in segments)
            {
                paths.Add(new TensorProductInstruction(i, j, k, mode, hasWeight));
                // One more than the budget is enough to be refused: a huge list is never built.
                if (paths.Count > Budget.MaxPaths) return paths;
            }
        }
        return paths;
    }

    // The output segments that a pair of irreps couples into, by the multiplicity that the mode must make for them.
    private static Dictionary<long, List<int>> Ends(Irrep left, Irrep right, Irreps output, ConnectionRule rule, bool hasWeight)
    {
        Dictionary<long, List<int>> ends = [];
        for (int k = 0; k < output.Count; k++)
        {
            if (!TensorProductRules.Couples(left, right, output[k].Irrep)) continue;
            if (rule.Name == "uuw" && !hasWeight && output[k].Mul != 1) continue;
            long mul = rule.Output == "w" ? -1 : output[k].Mul;
            if (!ends.TryGetValue(mul, out List<int>? segments)) ends.Add(mul, segments = []);
            segments.Add(k);
        }
        return ends;
    }

    /// <summary>The product in which every pair of channels feeds every output channel (e3nn's FullyConnectedTensorProduct).</summary>
    /// <param name="left">The left representation.</param>
    /// <param name="right">The right representation.</param>
    /// <param name="output">The output representation.</param>
    /// <param name="options">How paths are scaled.</param>
    /// <param name="cancellationToken">Stops the evaluation of tables.</param>
    /// <returns>The plan, all paths in mode uvw.</returns>
    /// <exception cref="ArgumentException">The product is beyond the budget, or the groups differ.</exception>
    public static TensorProductPlan FullyConnected(
        Irreps left,
        Irreps right,
        Irreps output,
        TensorProductOptions? options = null,
        CancellationToken cancellationToken = default
    ) => TensorProductPlan.Create(left, right, output, Connect(left, right, output, Mode.Uvw), options, cancellationToken);

    /// <summary>The whole tensor product, decomposed (e3nn's FullTensorProduct): no weights, one output channel for each pair.</summary>
    /// <param name="left">The left representation; it is simplified first.</param>
    /// <param name="right">The right representation; it is simplified first.</param>
    /// <param name="keep">The irreps to keep in the output; null keeps all.</param>
    /// <param name="options">How paths are scaled.</param>
    /// <param name="cancellationToken">Stops the evaluation of tables.</param>
    /// <returns>The plan; its output is sorted by irrep and not merged.</returns>
    /// <exception cref="ArgumentException">The product is beyond the budget, or the groups differ.</exception>
    public static TensorProductPlan Full(
        Irreps left,
        Irreps right,
        IReadOnlyCollection<Irrep>? keep = null,
        TensorProductOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        (left, right) = (left.Simplify(), right.Simplify());
        RequireOneGroup(left, right);
        List<MulIrrep> outputs = [];
        List<TensorProductInstruction> paths = [];
        for (int i = 0; i < left.Count; i++)
        for (int j = 0; j < right.Count; j++)
            foreach (Irrep irrep in left[i].Irrep.Product(right[j].Irrep))
            {
                if (keep is not null && !Contains(keep, irrep)) continue;
                paths.Add(new TensorProductInstruction(i, j, outputs.Count, Mode.Uvuv, false));
                outputs.Add(new MulIrrep(checked(left[i].Mul * right[j].Mul), irrep));
                if (paths.Count > Budget.MaxPaths) throw TooManyPaths();
            }
        (Irreps sorted, int[] position, _) = new Irreps(left.Group, outputs).Sort();
        for (int n = 0; n < paths.Count; n++) paths[n] = paths[n] with { Output = position[paths[n].Output] };
        return TensorProductPlan.Create(left, right, sorted, paths, options, cancellationToken);
    }

    /// <summary>The product of the n-th irrep on the left with the n-th on the right, decomposed (e3nn's ElementwiseTensorProduct).</summary>
    /// <param name="left">The left representation; it is simplified first.</param>
    /// <param name="right">The right representation, with as many irreps counted with multiplicity; it is simplified first.</param>
    /// <param name="keep">The irreps to keep in the output; null keeps all.</param>
    /// <param name="options">How paths are scaled.</param>
    /// <param name="cancellationToken">Stops the evaluation of tables.</param>
    /// <returns>The plan; the segments of its inputs are cut so that multiplicities agree, its output is in the order of the pairs.</returns>
    /// <exception cref="ArgumentException">The inputs have different numbers of irreps, or the groups differ.</exception>
    public static TensorProductPlan Elementwise(
        Irreps left,
        Irreps right,
        IReadOnlyCollection<Irrep>? keep = null,
        TensorProductOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        RequireOneGroup(left, right);
        (left, right) = Align(left.Simplify(), right.Simplify());
        List<MulIrrep> outputs = [];
        List<TensorProductInstruction> paths = [];
        for (int i = 0; i < left.Count; i++)
            foreach (Irrep irrep in left[i].Irrep.Product(right[i].Irrep))
            {
                if (keep is not null && !Contains(keep, irrep)) continue;
                paths.Add(new TensorProductInstruction(i, i, outputs.Count, Mode.Uuu, false));
                outputs.Add(new MulIrrep(left[i].Mul, irrep));
                if (paths.Count > Budget.MaxPaths) throw TooManyPaths();
            }
        return TensorProductPlan.Create(left, right, new Irreps(left.Group, outputs), paths, options, cancellationToken);
    }

    private static (Irreps Left, Irreps Right) Align(Irreps left, Irreps right)
    {
        if (left.NumIrreps != right.NumIrreps)
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"An elementwise product pairs irreps one by one, but {left} has {left.NumIrreps} and {right} has {right.NumIrreps}: make the numbers equal."
                )
            );
        List<MulIrrep> a = [];
        List<MulIrrep> b = [];
        for (int i = 0, j = 0, usedLeft = 0, usedRight = 0; i < left.Count && j < right.Count; )
        {
            int mul = Math.Min(left[i].Mul - usedLeft, right[j].Mul - usedRight);
            a.Add(new MulIrrep(mul, left[i].Irrep));
            b.Add(new MulIrrep(mul, right[j].Irrep));
            (usedLeft, usedRight) = (usedLeft + mul, usedRight + mul);
            if (usedLeft == left[i].Mul) (i, usedLeft) = (i + 1, 0);
            if (usedRight == right[j].Mul) (j, usedRight) = (j + 1, 0);
        }
        return (new Irreps(left.Group, a), new Irreps(right.Group, b));
    }

    private static void RequireOneGroup(Irreps left, Irreps right)
    {
        if (left.Group != right.Group)
            throw new ArgumentException($"{left} is a representation of {left.Group.Name()} and {right} of {right.Group.Name()}: a product needs one group.");
    }

    private static ArgumentException TooManyPaths() =>
        new($"The product has more than {Budget.MaxPaths} paths: simplify the operands, or keep fewer irreps.");

    private static bool Contains(IEnumerable<Irrep> irreps, Irrep irrep)
    {
        foreach (Irrep other in irreps)
            if (other.Equals(irrep))
                return true;
        return false;
    }
}
