using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Reps.Algebra;
using Reps.Interpreter;

namespace Reps.Tests;

/// <summary>Every generated kernel against the interpreter: modes, number types, derivatives, batch sizes, shared and per-row weights.</summary>
public sealed class KernelTests
{
    // Beyond simple channels: multiplicity 1, odd sizes, degrees that loop over a table, half of the segments unreachable.
    public static TheoryData<string, string, string, string> Products =>
        new()
        {
            { "5x0e + 3x1o", "0e + 1o", "5x0e + 3x1o + 3x1e", "(Mode.Uvu)" },
            { "16x0e + 37x1o + 32x2e", "0e + 1o + 2e", "16x0e + 37x1o + 37x1e + 32x2e + 32x2o + 37x1o", "(Mode.Uvu)" },
            { "0e + 1o", "33x0e + 16x1o", "33x0e + 16x0e + 33x1o + 16x1o + 16x1e", "(Mode.Uvv, HasWeights = false)" },
            { "19x1o + 4x2e", "1o", "19x0e + 19x1e + 4x3o + 19x2e", "(Mode.Uvuv)" },
            // Every remainder of straight-line kernels: whole vectors, blocks of them, and what tables do.
            { "17x0e + 20x1o + 24x2e", "0e + 1o + 2e", "17x0e + 17x1o + 20x0e + 20x1e + 20x1o + 24x2e + 24x1o + 24x2e", "(Mode.Uvu)" },
            { "31x0e + 47x1o + 63x1e", "0e + 1o", "31x0e + 31x1o + 47x0e + 47x1e + 63x1o + 63x1e", "(Mode.Uvu)" },
            { "0e + 1o", "64x0e + 65x1o + 100x0e", "64x0e + 64x1o + 65x0e + 65x2e + 100x0e + 100x1o", "(Mode.Uvv)" },
            { "40x4e", "3o", "40x5o + 40x7o", "(Mode.Uvu)" },
            { "4x0e + 4x1o + 2x2e", "2x0e + 3x1o", "6x0e + 7x1o + 2x1e + 2x2e", "(Mode.Uvw)" },
            { "2x1o", "3x2e", "3x1o + 3x3o", "(Mode.Uvv)" },
            { "2x1o", "3x2e", "3x1o + 3x3o", "(Mode.Uvv, HasWeights = false)" },
            { "4x1o", "4x1o", "3x0e + 2x2e", "(Mode.Uuw)" },
            { "4x1o", "4x1o", "1x0e + 1x2e", "(Mode.Uuw, HasWeights = false)" },
            { "4x1o + 2x2e", "4x1o + 2x2e", "4x1e + 2x3e", "(Mode.Uuu)" },
            { "4x1o", "4x1o", "4x0e", "(Mode.Uuu, HasWeights = false)" },
            { "2x1o", "3x1o", "6x2e + 6x1e", "(Mode.Uvuv)" },
            { "2x1o", "3x1o", "6x2e + 6x0e", "(Mode.Uvuv, HasWeights = false)" },
            { "4x1o", "4x1o", "6x1e + 6x2e", "(Mode.UvuLessV)" },
            { "4x1o", "4x1o", "6x1e + 6x2e", "(Mode.UvuLessV, HasWeights = false)" },
            { "3x1o", "3x1o", "2x1e + 1x2e", "(Mode.ULessVw)" },
            { "1x1o", "1x1o", "1x0e + 1x1e + 1x2e", "(Mode.Uvw)" },
            { "1x1o", "1x1o", "1x1e", "(Mode.ULessVw)" },
            { "2x3o + 2x4e", "3o + 2e", "2x3o + 2x4e + 2x5o", "(Mode.Uvu)" },
            { "2x3o", "2x3o", "2x4e + 1x6e", "(Mode.Uvw)" },
            { "3x3o", "3x3o", "3x4e + 3x5e", "(Mode.UvuLessV)" },
            { "SO(3): 2x0 + 2x1 + 1x2", "SO(3): 0 + 1", "SO(3): 2x0 + 2x1 + 1x2", "(Mode.Uvu)" },
            { "2x0e + 0x1o", "0e + 1o", "2x0e + 0x2e + 2x1o", "(Mode.Uvu)" },
            { "2x0o + 2x1e", "0o + 1e", "2x0e + 2x1e", "(Mode.Uvw, IrrepNormalization = IrrepNormalization.Norm, PathNormalization = PathNormalization.Path)" },
            { "2x1o", "1o", "2x1e", "(Mode.Uvu, IrrepNormalization = IrrepNormalization.None, PathNormalization = PathNormalization.None)" },
        };

    public static TheoryData<string, string> Maps =>
        new()
        {
            { "5x0e + 3x1o", "2x0e + 4x1o" },
            { "3x0e + 2x0e + 2x1o", "4x0e + 3x1o" },
            { "1x2e", "1x2e" },
            { "2x0e", "3x1o" },
            { "SO(3): 2x1 + 3x4", "SO(3): 1x4 + 2x1" },
        };

    [Theory]
    [MemberData(nameof(Products))]
    public void TensorProductEqualsInterpreter(string left, string right, string output, string arguments)
    {
        Assembly assembly = Compile.Load(
            Driver.Complete(
                $$"""
                using Reps;
                namespace Demo;
                [Rep("{{left}}")] public partial struct A;
                [Rep("{{right}}")] public partial struct B;
                [Rep("{{output}}")] public partial struct C;
                [TensorProduct<A, B, C>{{arguments}}] public partial class Layer;
                """
            )
        );
        Invoke(assembly, nameof(CompareProduct), "Layer", "A", "B", "C");
    }

    [Theory]
    [MemberData(nameof(Maps))]
    public void LinearEqualsInterpreter(string input, string output)
    {
        Assembly assembly = Compile.Load(
            Driver.Complete(
                $$"""
                using Reps;
                namespace Demo;
                [Rep("{{input}}")] public partial struct A;
                [Rep("{{output}}")] public partial struct B;
                [Linear<A, B>] public partial class Layer;
                """
            )
        );
        Invoke(assembly, nameof(CompareLinear), "Layer", "A", "B");
    }

    private static void Invoke(Assembly assembly, string method, params string[] types)
    {
        MethodInfo generic = typeof(KernelTests).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!;
        generic.MakeGenericMethod([.. types.Select(name => assembly.GetType("Demo." + name)!)]).Invoke(null, null);
    }

    private static void CompareProduct<TLayer, TLeft, TRight, TOutput>()
        where TLayer : ITensorProduct<TLeft, TRight, TOutput>
        where TLeft : struct, IRep<TLeft>
        where TRight : struct, IRep<TRight>
        where TOutput : struct, IRep<TOutput>
    {
        Oracle oracle = ProductOracle<TLayer, TLeft, TRight, TOutput>();
        Assert.Equal(oracle.WeightCount, TLayer.WeightCount);
        foreach (int rows in new[] { 0, 1, 2, 3, 7, 34 })
        foreach (bool shared in new[] { true, false })
        {
            Random random = new(rows);
            double[] x = Normal(rows * TLeft.Dim, random);
            double[] y = Normal(rows * TRight.Dim, random);
            double[] w = Normal((shared ? 1 : rows) * TLayer.WeightCount, random);
            double[] g = Normal(rows * TOutput.Dim, random);
            double[][] expected = [new double[g.Length], new double[x.Length], new double[y.Length], new double[w.Length]];
            oracle.Evaluate(rows, [x, y, w, g], expected);

            // Not zero beforehand: results are written, not added to.
            double[][] actual = [.. expected.Select(e => Normal(e.Length, random))];
            TLayer.Forward(x, y, w, actual[0]);
            TLayer.Backward(x, y, w, g, actual[1], actual[2], actual[3]);
            for (int n = 0; n < 4; n++) Near(expected[n], actual[n], 1e-13);

            float[][] single = [.. expected.Select(e => Single(Normal(e.Length, random)))];
            TLayer.Forward(Single(x), Single(y), Single(w), single[0]);
            TLayer.Backward(Single(x), Single(y), Single(w), Single(g), single[1], single[2], single[3]);
            for (int n = 0; n < 4; n++) Near(expected[n], [.. single[n].Select(v => (double)v)], 1e-5);
        }
    }

    private static void CompareLinear<TLayer, TInput, TOutput>()
        where TLayer : ILinear<TInput, TOutput>
        where TInput : struct, IRep<TInput>
        where TOutput : struct, IRep<TOutput>
    {
        Oracle oracle = new(LinearPlan.Create(Rep<TInput>.Irreps, Rep<TOutput>.Irreps).Segmented);
        Assert.Equal(oracle.WeightCount, TLayer.WeightCount);
        foreach (int rows in new[] { 0, 1, 2, 3, 7, 34 })
        foreach (bool shared in new[] { true, false })
        {
            Random random = new(rows);
            double[] x = Normal(rows * TInput.Dim, random);
            double[] w = Normal((shared ? 1 : rows) * TLayer.WeightCount, random);
            double[] g = Normal(rows * TOutput.Dim, random);
            double[][] expected = [new double[g.Length], new double[x.Length], new double[w.Length]];
            oracle.Evaluate(rows, [x, w, g], expected);

            double[][] actual = [.. expected.Select(e => Normal(e.Length, random))];
            TLayer.Forward(x, w, actual[0]);
            TLayer.Backward(x, w, g, actual[1], actual[2]);
            for (int n = 0; n < 3; n++) Near(expected[n], actual[n], 1e-13);

            float[][] single = [.. expected.Select(e => Single(Normal(e.Length, random)))];
            TLayer.Forward(Single(x), Single(w), single[0]);
            TLayer.Backward(Single(x), Single(w), Single(g), single[1], single[2]);
            for (int n = 0; n < 3; n++) Near(expected[n], [.. single[n].Select(v => (double)v)], 1e-5);
        }
    }

    // The instructions are recovered from the attribute, not from the generator's own plan.
    private static Oracle ProductOracle<TLayer, TLeft, TRight, TOutput>()
        where TLeft : struct, IRep<TLeft>
        where TRight : struct, IRep<TRight>
        where TOutput : struct, IRep<TOutput>
    {
        TensorProductAttribute<TLeft, TRight, TOutput> attribute = typeof(TLayer).GetCustomAttribute<
            TensorProductAttribute<TLeft, TRight, TOutput>
        >()!;
        TensorProductOptions options = new()
        {
            IrrepNormalization = attribute.IrrepNormalization,
            PathNormalization = attribute.PathNormalization,
        };
        (Irreps left, Irreps right, Irreps output) = (Rep<TLeft>.Irreps, Rep<TRight>.Irreps, Rep<TOutput>.Irreps);
        List<PathAttribute> paths = [.. typeof(TLayer).GetCustomAttributes<PathAttribute>()];
        IReadOnlyList<TensorProductInstruction> instructions =
            paths.Count == 0
                ? TensorProductFamily.Connect(left, right, output, attribute.Mode, attribute.HasWeights)
                : [.. paths.Select(p => new TensorProductInstruction(p.Left, p.Right, p.Output, p.Mode, p.HasWeight, p.PathWeight))];
        return new Oracle(TensorProductPlan.Create(left, right, output, instructions, options).Segmented);
    }

    // The interpreter, for the plan and all its transposes.
    private sealed class Oracle(SegmentedPlan plan)
    {
        private readonly PlanInterpreter[] _maps =
        [
            new PlanInterpreter(plan),
            .. Enumerable.Range(0, plan.Inputs.Count).Select(n => new PlanInterpreter(plan.Transpose(n))),
        ];

        public int WeightCount => plan.Inputs[^1].Size;

        public void Evaluate(int rows, double[][] inputs, double[][] results)
        {
            double[] last = inputs.Length > 3 ? inputs[3] : [];
            for (int n = 0; n < results.Length; n++) _maps[n].Run(rows, new PlanArguments<double>(inputs[0], inputs[1], inputs[2], last), results[n]);
        }
    }

    private static void Near(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        double scale = Math.Max(1, expected.Select(Math.Abs).DefaultIfEmpty().Max());
        for (int n = 0; n < expected.Length; n++)
            Assert.True(Math.Abs(expected[n] - actual[n]) <= tolerance * scale, $"[{n}] expected {expected[n]:R}, got {actual[n]:R}");
    }

    private static float[] Single(double[] values) => [.. values.Select(v => (float)v)];

    private static double[] Normal(int count, Random random) =>
        [.. Enumerable.Range(0, count).Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];
}
