using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;
using Reps.Interpreter;

namespace Reps.Tests.Kernels;

/// <summary>
/// The interpreter for a plan and all its transposes, and for the same with absolute coefficients: evaluated on absolute values that gives
/// Σ|terms| of every element, the scale of its rounding errors.
/// </summary>
internal sealed class PlanOracle(SegmentedPlan plan)
{
    private readonly PlanInterpreter[] _maps = Maps(plan);
    private readonly PlanInterpreter[] _scales = Maps(Absolute(plan));

    // The derivative by some inputs has the paths in which they all occur: paths without weights do not change with the weights.
    private readonly Dictionary<int, PlanInterpreter[]> _derivatives = [];

    public SegmentedPlan Plan => plan;

    /// <summary>The output, and the gradient by every input.</summary>
    public (double[] Value, double[] Scale)[] First(int rows, double[][] inputs, double[] gradOutput)
    {
        (double[], double[])[] results = new (double[], double[])[inputs.Length + 1];
        results[0] = Run(0, rows, inputs, gradOutput, rows * plan.Output.Size);
        for (int n = 0; n < inputs.Length; n++) results[n + 1] = Run(n + 1, rows, inputs, gradOutput, inputs[n].Length);
        return results;
    }

    /// <summary>The gradients by the cotangent of the output and by every input of Σ ⟨cotangent, gradient⟩, where an empty cotangent is zero.</summary>
    public (double[] Value, double[] Scale)[] Second(int rows, double[][] inputs, double[] gradOutput, double[][] cotangents)
    {
        (double[] Value, double[] Scale)[] results = new (double[], double[])[inputs.Length + 1];
        results[0] = Zero(rows * plan.Output.Size);
        for (int n = 0; n < inputs.Length; n++) results[n + 1] = Zero(inputs[n].Length);
        for (int c = 0; c < cotangents.Length; c++)
        {
            if (cotangents[c].Length == 0) continue;
            double[][] replaced = [.. inputs.Select((input, n) => n == c ? cotangents[c] : input)];
            for (int m = 0; m <= inputs.Length; m++)
                if (m != c + 1)
                    Add(results[m], Run(m, rows, replaced, gradOutput, results[m].Value.Length, 1 << c));
        }
        return results;
    }

    /// <summary>The output alone, or its derivative, where a bit of the mask says that the input is a direction.</summary>
    public double[] Forward(int rows, double[][] inputs, int directions = 0)
    {
        double[] output = new double[rows * plan.Output.Size];
        Derivative(directions)[0].Run(rows, Arguments(inputs, []), output);
        return output;
    }

    private PlanInterpreter[] Derivative(int directions)
    {
        if (directions == 0) return _maps;
        if (!_derivatives.TryGetValue(directions, out PlanInterpreter[]? maps))
            _derivatives[directions] = maps = Maps(
                plan with
                {
                    Paths = new(plan.Paths.Where(path => Enumerable.Range(0, plan.Inputs.Count).All(n => (directions >> n & 1) == 0 || path.Factors.Any(f => f.Operand == n)))),
                }
            );
        return maps;
    }

    // The scale is that of the whole plan: a kernel may add all paths and take those away again that have no part in a derivative.
    private (double[] Value, double[] Scale) Run(int map, int rows, double[][] inputs, double[] gradOutput, int length, int directions = 0)
    {
        (double[] value, double[] scale) = Zero(length);
        Derivative(directions)[map].Run(rows, Arguments(inputs, map == 0 ? [] : gradOutput), value);
        _scales[map].Run(rows, Arguments([.. inputs.Select(Absolute)], map == 0 ? [] : Absolute(gradOutput)), scale);
        return (value, scale);
    }

    private static PlanArguments<double> Arguments(double[][] inputs, double[] last)
    {
        double[][] all = [.. inputs, last, [], []];
        return new PlanArguments<double>(all[0], all[1], all[2], all[3]);
    }

    private static (double[] Value, double[] Scale) Zero(int length) => (new double[length], new double[length]);

    private static void Add((double[] Value, double[] Scale) sum, (double[] Value, double[] Scale) term)
    {
        for (int n = 0; n < sum.Value.Length; n++)
        {
            sum.Value[n] += term.Value[n];
            sum.Scale[n] += term.Scale[n];
        }
    }

    private static PlanInterpreter[] Maps(SegmentedPlan plan) =>
        [new(plan), .. Enumerable.Range(0, plan.Inputs.Count).Select(n => new PlanInterpreter(plan.Transpose(n)))];

    private static SegmentedPlan Absolute(SegmentedPlan plan) =>
        plan with { Paths = new(plan.Paths.Select(path => path with { Coefficients = Absolute(path.Coefficients), Scale = path.Scale.Abs() })) };

    private static SparseTensor Absolute(SparseTensor tensor) =>
        new(
            tensor.Shape,
            Enumerable.Range(0, tensor.Count).Select(n => (Enumerable.Range(0, tensor.Rank).Select(axis => tensor.Index(n, axis)).ToArray(), tensor.Value(n).Abs()))
        );

    private static double[] Absolute(double[] values) => [.. values.Select(Math.Abs)];
}
