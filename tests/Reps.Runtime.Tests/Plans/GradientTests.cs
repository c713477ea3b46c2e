using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;
using Reps.Interpreter;

namespace Reps.Tests.Plans;

/// <summary>The transposes of every derivation against numerical derivatives of its forward form; the transposes of transposes too.</summary>
public sealed class GradientTests
{
    public static TheoryData<string> Plans => [.. All().Keys];

    [Theory]
    [MemberData(nameof(Plans))]
    public void TransposeIsTheDerivative(string name)
    {
        SegmentedPlan plan = All()[name];
        for (int input = 0; input < plan.Inputs.Count; input++)
        {
            Check(plan, input);
            // The gradient is a plan of its own, with a fourth input: its gradient is what forces in a loss need.
            SegmentedPlan gradient = plan.Transpose(input);
            for (int second = 0; second < gradient.Inputs.Count; second++)
                if (gradient.Inputs.Count <= 4)
                    Check(gradient, second);
        }
    }

    private static void Check(SegmentedPlan plan, int input)
    {
        const int Rows = 2;
        Random random = new(17);
        double[][] x = [.. plan.Inputs.Select(operand => Normal((operand.Role == OperandRole.Weight ? 1 : Rows) * operand.Size, random))];
        double[] g = Normal((plan.Output.Role == OperandRole.Weight ? 1 : Rows) * plan.Output.Size, random);
        double[] analytic = new double[x[input].Length];
        SegmentedPlan transposed = plan.Transpose(input);
        if (transposed.Inputs.Count > 4) return;
        new PlanInterpreter(transposed).Run(Rows, Arguments([.. x, g]), analytic);
        PlanInterpreter forward = new(plan);
        for (int n = 0; n < x[input].Length; n += Math.Max(1, x[input].Length / 12))
        {
            double numeric = Derivative(t => Loss(forward, x, g, input, n, t));
            Assert.True(Math.Abs(numeric - analytic[n]) <= 1e-7 * Math.Max(1, Math.Abs(numeric)), $"input {input}, element {n}: {numeric:R} against {analytic[n]:R}");
        }
    }

    private static double Loss(PlanInterpreter forward, double[][] x, double[] g, int input, int element, double shift)
    {
        double[] moved = [.. x[input]];
        moved[element] += shift;
        double[] output = new double[g.Length];
        forward.Run(2, Arguments([.. x.Select((values, n) => n == input ? moved : values)]), output);
        return output.Zip(g, (a, b) => a * b).Sum();
    }

    // Richardson's extrapolation of the central difference: exact up to the fifth power.
    private static double Derivative(Func<double, double> f)
    {
        const double H = 1e-2;
        double coarse = (f(H) - f(-H)) / (2 * H);
        double fine = (f(H / 2) - f(-H / 2)) / H;
        double finest = (f(H / 4) - f(-H / 4)) / (H / 2);
        double a = (4 * fine - coarse) / 3;
        double b = (4 * finest - fine) / 3;
        return (16 * b - a) / 15;
    }

    private static PlanArguments<double> Arguments(double[][] x) => new(x[0], At(x, 1), At(x, 2), At(x, 3));

    private static double[] At(double[][] x, int n) => n < x.Length ? x[n] : [];

    private static Dictionary<string, SegmentedPlan> All()
    {
        Irreps a = Irreps.Parse("2x0e+3x1o");
        Irreps b = Irreps.Parse("1x0e+2x1o");
        Irreps three = Irreps.Parse("3x1o");
        Dictionary<string, SegmentedPlan> plans = new()
        {
            ["fully connected"] = TensorProductFamily.FullyConnected(a, b, Irreps.Parse("2x0e+1x1o+1x1e+1x2e")).Segmented,
            ["full"] = TensorProductFamily.Full(a, b).Segmented,
            ["elementwise"] = TensorProductFamily.Elementwise(a, a).Segmented,
            ["linear"] = LinearPlan.Create(a, Irreps.Parse("3x1o+2x0e+1x1o")).Segmented,
            ["symmetric contraction"] = SymmetricContractionPlan.Create(Irreps.Parse("2x0e+2x1o"), Irreps.Parse("2x0e+2x1o")).Segmented,
            ["harmonics"] = HarmonicsPlan.Create(Irreps.Parse("0e+1o+2x2e+3o+4e"), HarmonicsNormalization.Component),
        };
        foreach (Mode mode in Enum.GetValues<Mode>())
        {
            Irreps output = Irreps.Parse(mode is Mode.Uvuv ? "9x0e+9x2e" : "3x0e+3x2e");
            plans[mode.ToString()] = TensorProductPlan
                .Create(three, three, output, TensorProductFamily.Connect(three, three, output, mode))
                .Segmented;
        }
        return plans;
    }

    private static double[] Normal(int count, Random random) => [.. Enumerable.Range(0, count).Select(_ => Gaussian.Next(random))];
}
