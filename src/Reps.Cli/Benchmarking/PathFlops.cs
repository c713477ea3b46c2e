using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;

namespace Reps.Benchmarking;

/// <summary>
/// The operations that a path of a plan takes for one row. Two features are coupled by 2·min(nnz, pairs) operations for each combination of
/// their channels: nnz is the number of coefficients, pairs that of component pairs once the coefficients are folded with an operand that has
/// fewer channels (the folding itself is not counted). Weights that scale the output channel by channel multiply it; weights that sum
/// channels are contracted with the operand for which that is least.
/// </summary>
/// <param name="plan">The plan that the path belongs to.</param>
/// <param name="path">One of its paths.</param>
internal sealed class PathFlops(SegmentedPlan plan, PlanPath path)
{
    /// <summary>Operations of the path as it stands.</summary>
    public double Evaluate()
    {
        PlanFactor? weight = path.Factors.FirstOrDefault(factor => plan.Inputs[factor.Operand].Role == OperandRole.Weight);
        string[] features = [.. path.Factors.Where(factor => factor != weight).Select(factor => Letters(factor.Channels))];
        string output = Letters(path.Output.Channels);
        string weights = Letters(weight?.Channels ?? "");
        if (features.Length == 1) return Contract(weights, features[0], output, Components(1));
        if (features.Length != 2) throw new NotSupportedException($"{plan.Name}: a path with {features.Length} features cannot be counted.");
        (string left, string right) = (features[0], features[1]);
        if (weight is null) return Couple(left, right, output);
        double last = Couple(left, right, weights + output) + Contract(weights, Kept(left + right, weights + output), output, Components(2));
        if (weights.All(letter => output.Contains(letter))) return last;
        double first = Contract(weights, left, right + output, Components(0)) + Couple(Kept(weights + left, right + output), right, output);
        double second = Contract(weights, right, left + output, Components(1)) + Couple(left, Kept(weights + right, left + output), output);
        return Math.Min(last, Math.Min(first, second));
    }

    /// <summary>
    /// Operations of the gradient by the path's weights: the coupled products are those of the other gradients, so one contraction is left.
    /// </summary>
    public double WeightGradient()
    {
        string all = string.Concat(path.Factors.Select(factor => Letters(factor.Channels))) + Letters(path.Output.Channels);
        return 2 * Channels(all) * path.Coefficients.Shape.Min();
    }

    private double Couple(string left, string right, string output)
    {
        string all = left + right + output;
        double least = path.Coefficients.Count;
        string[] operands = [left, right, output];
        for (int axis = 0; axis < 3; axis++)
            if (Channels(operands[axis]) < Channels(all))
                least = Math.Min(least, Pairs(axis));
        return 2 * least * Channels(all);
    }

    // Numbers that are only scaled need one operation, numbers that are summed two.
    private double Contract(string weights, string operand, string rest, int components)
    {
        string all = weights + operand;
        double channels = Channels(all);
        return channels * components * (Channels(Kept(all, rest)) < channels ? 2 : 1);
    }

    private double Pairs(int folded)
    {
        HashSet<(int, int)> pairs = [];
        (int first, int second) = folded switch { 0 => (1, 2), 1 => (0, 2), _ => (0, 1) };
        for (int entry = 0; entry < path.Coefficients.Count; entry++)
            pairs.Add((path.Coefficients.Index(entry, first), path.Coefficients.Index(entry, second)));
        return pairs.Count;
    }

    private int Components(int axis) => path.Coefficients.Shape[axis];

    private double Channels(string letters)
    {
        double channels = letters.Distinct().Aggregate(1.0, (product, letter) => product * path.Extent(letter));
        // Of the pairs (u, v) only those with u < v are there.
        return path.Pairs && letters.Contains('u') && letters.Contains('v') ? channels * (path.Extent('u') - 1) / (2 * path.Extent('u')) : channels;
    }

    // A letter with a single channel is no letter: nothing is summed over it.
    private string Letters(string channels) => string.Concat(channels.Replace("q", "uv").Where(letter => path.Extent(letter) > 1));

    private static string Kept(string letters, string by) => string.Concat(letters.Where(letter => by.Contains(letter)));
}
