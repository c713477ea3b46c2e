using System;
using System.Collections.Generic;

namespace Reps.Algebra;

/// <summary>What makes a list of instructions a valid tensor product. The compiler's diagnostics and the exceptions say the same.</summary>
internal static class TensorProductRules
{
    public static IReadOnlyList<PlanError> Check(
        Irreps left,
        Irreps right,
        Irreps output,
        IReadOnlyList<TensorProductInstruction> instructions,
        TensorProductOptions options
    )
    {
        List<PlanError> errors = [];
        CheckGroups(left, right, output, errors);
        if (errors.Count > 0) return errors;
        for (int n = 0; n < instructions.Count; n++)
            if (CheckInstruction(left, right, output, instructions[n]) is (string code, string message))
                errors.Add(new PlanError(code, $"Instruction {n}: {message}.", n));
        CheckVariance("left", options.LeftVariance, left, errors);
        CheckVariance("right", options.RightVariance, right, errors);
        CheckVariance("output", options.OutputVariance, output, errors);
        if (errors.Count == 0) CheckSize(left, right, output, instructions, errors);
        return errors;
    }

    private static void CheckGroups(Irreps left, Irreps right, Irreps output, List<PlanError> errors)
    {
        if (left.Group != right.Group || left.Group != output.Group)
            errors.Add(
                new PlanError(
                    "REPS2001",
                    $"The operands are representations of different groups ({left.Group.Name()}, {right.Group.Name()} and {output.Group.Name()}): an equivariant map needs one group."
                )
            );
    }

    private static (string Code, string Message)? CheckInstruction(Irreps left, Irreps right, Irreps output, TensorProductInstruction path)
    {
        if (OutOfRange(path.Left, left) is string l) return ("REPS2004", "left segment " + l);
        if (OutOfRange(path.Right, right) is string r) return ("REPS2004", "right segment " + r);
        if (OutOfRange(path.Output, output) is string o) return ("REPS2004", "output segment " + o);
        if (!ConnectionRule.IsDefined(path.Mode)) return ("REPS2004", $"the mode must be one of {ConnectionRule.AllNames}");
        if (double.IsNaN(path.PathWeight) || double.IsInfinity(path.PathWeight) || path.PathWeight < 0)
            return ("REPS2004", "the path weight is the variance of the path: it must be finite and not negative");
        (Irrep a, Irrep b, Irrep c) = (left[path.Left].Irrep, right[path.Right].Irrep, output[path.Output].Irrep);
        if (!Couples(a, b, c)) return ("REPS2005", $"{a} ⊗ {b} holds {string.Join(" + ", a.Product(b))}, not {c}");
        ConnectionRule rule = ConnectionRule.Of(path.Mode);
        string? mismatch = rule.Mismatch(left[path.Left].Mul, right[path.Right].Mul, output[path.Output].Mul, path.HasWeight);
        return mismatch is null ? null : ("REPS2003", mismatch);
    }

    private static string? OutOfRange(int index, Irreps irreps) =>
        index >= 0 && index < irreps.Count
            ? null
            : FormattableString.Invariant($"{index} does not exist: {irreps} has the segments 0 to {irreps.Count - 1}");

    /// <summary>Whether the third irrep occurs in the product of the first two.</summary>
    public static bool Couples(Irrep a, Irrep b, Irrep c)
    {
        if (a.Parity * b.Parity != c.Parity) return false;
        return c.TwoJ >= Math.Abs(a.TwoJ - b.TwoJ) && c.TwoJ <= a.TwoJ + b.TwoJ && (a.TwoJ + b.TwoJ + c.TwoJ) % 2 == 0;
    }

    private static void CheckVariance(string name, EquatableArray<double> variance, Irreps irreps, List<PlanError> errors)
    {
        if (variance.Count == 0) return;
        if (variance.Count != irreps.Count)
            errors.Add(
                new PlanError(
                    "REPS2004",
                    FormattableString.Invariant($"{variance.Count} {name} variances were given for the {irreps.Count} segments of {irreps}: give one each.")
                )
            );
        foreach (double v in variance)
            if (double.IsNaN(v) || double.IsInfinity(v) || v < 0)
                errors.Add(new PlanError("REPS2004", $"A {name} variance is not a finite number ≥ 0."));
    }

    private static void CheckSize(
        Irreps left,
        Irreps right,
        Irreps output,
        IReadOnlyList<TensorProductInstruction> instructions,
        List<PlanError> errors
    )
    {
        if (instructions.Count > Budget.MaxPaths)
        {
            errors.Add(
                new PlanError("REPS1012", FormattableString.Invariant($"{instructions.Count} paths exceed the budget of {Budget.MaxPaths}: split the product."))
            );
            return;
        }
        long weights = 0;
        long coefficients = 0;
        foreach (TensorProductInstruction path in instructions)
        {
            if (path.HasWeight) weights += WeightCount(left, right, output, path);
            coefficients += CoefficientBound(left[path.Left].Irrep, right[path.Right].Irrep, output[path.Output].Irrep);
            if (weights > Budget.MaxWeights || coefficients > Budget.MaxCoefficients) break;
        }
        if (weights > Budget.MaxWeights)
            errors.Add(
                new PlanError("REPS1012", $"The layer has more than {Budget.MaxWeights} weights: lower the multiplicities, or use a mode other than uvw.")
            );
        if (coefficients > Budget.MaxCoefficients)
            errors.Add(
                new PlanError(
                    "REPS1012",
                    $"The coupling tables may hold more than {Budget.MaxCoefficients} coefficients: lower the degrees, or name fewer paths."
                )
            );
    }

    /// <summary>The number of weights of a path.</summary>
    public static long WeightCount(Irreps left, Irreps right, Irreps output, TensorProductInstruction path)
    {
        (long u, long v, long w) = (left[path.Left].Mul, right[path.Right].Mul, output[path.Output].Mul);
        return path.Mode switch
        {
            Mode.Uvw => u * v * w,
            Mode.Uuw => u * w,
            Mode.Uuu => u,
            Mode.UvuLessV => u * (u - 1) / 2,
            Mode.ULessVw => u * (u - 1) / 2 * w,
            _ => u * v,
        };
    }

    /// <summary>For fixed i and j at most two k are coupled in the real basis.</summary>
    public static long CoefficientBound(Irrep a, Irrep b, Irrep c) => (long)Math.Min(Math.Min((long)a.Dim * b.Dim, (long)b.Dim * c.Dim), (long)a.Dim * c.Dim) * 2;
}
