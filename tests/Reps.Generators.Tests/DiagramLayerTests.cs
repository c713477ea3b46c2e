using System;
using System.Linq;
using System.Reflection;

namespace Reps.Tests;

/// <summary>Generated diagram layers compile without warnings and compute what layers of run-time signatures compute.</summary>
public sealed class DiagramLayerTests
{
    [Theory]
    [InlineData("S(n): 2xV^2 + 3xV", "S(n): 3xV^2 + 2xV^0", "", 4)]
    [InlineData("A(3): 2xV^2", "A(3): 2xV", "", 3)]
    [InlineData("O(2): 2xV^3", "O(2): 3xV", "(Spanning = true)", 2)]
    [InlineData("SO(3): 2xV^2", "SO(3): 2xV^2 + V", "", 3)]
    [InlineData("Sp(4): 2xV^2", "Sp(4): 2xV^2 + V^0", "", 4)]
    [InlineData("S(n)×SO(2): 2xV^(1,1)", "S(n)×SO(2): 2xV^(1,1) + V^(0,2)", "", 3, 2)]
    [InlineData("Aut(petersen): 2xV + V^0", "Aut(petersen): 3xV^2", "", 10)]
    [InlineData("Aut(0>1 1>2 2-0 3): 2xV^2", "Aut(0>1 1>2 2-0 3): V", "", 4)]
    [InlineData("C(3)×B(2): 2xV^(1,1)", "C(3)×B(2): V^(1,2)", "", 3, 4)]
    [InlineData("Aut(hypercube(5)): V^2", "Aut(hypercube(5)): V^2", "", 32)]
    public void TheyEqualLayersOfRunTimeSignatures(string input, string output, string options, params int[] sizes)
    {
        Assembly assembly = Compile.Load(
            Driver.Complete(
                $$"""
                using System;
                using Reps;
                [Rep("{{input}}")] public readonly partial struct In;
                [Rep("{{output}}")] public readonly partial struct Out;
                [DiagramLinear<In, Out>{{options}}] public sealed partial class Layer
                {
                    public static double[] Run(int[] sizes, double[] x, double[] w, double[] b, int count)
                    {
                        double[] y = new double[count];
                        Forward(sizes, x, w, b, y);
                        return y;
                    }

                    public static double[] Gradient(int[] sizes, double[] x, double[] w, double[] g)
                    {
                        double[] gradient = new double[w.Length];
                        Backward(sizes, x, w, g, default, gradient, default);
                        return gradient;
                    }
                }
                """));
        Type layer = assembly.GetType("Layer")!;
        DiagramLinear expected = DiagramLinear.Create(input, output, options.Length > 0);
        Assert.Equal(expected.WeightCount, layer.GetField("WeightCount")!.GetRawConstantValue());
        Assert.Equal(expected.BiasCount, layer.GetField("BiasCount")!.GetRawConstantValue());
        Random random = new(3);
        double[] Some(long count) => [.. Enumerable.Range(0, (int)count).Select(_ => random.NextDouble() - 0.5)];
        double[] x = Some(2 * expected.Plan.Input.Dim(sizes)), w = Some(expected.WeightCount), b = Some(expected.BiasCount), y = new double[2 * expected.Plan.Output.Dim(sizes)];
        expected.Forward<double>(sizes, x, w, b, y);
        Assert.Contains(y, value => value != 0);
        Assert.Equal(y, (double[])layer.GetMethod("Run")!.Invoke(null, [sizes, x, w, b, y.Length])!);
        double[] gradient = new double[w.Length];
        expected.Backward<double>(sizes, x, w, y, [], gradient, []);
        Assert.Equal(gradient, (double[])layer.GetMethod("Gradient")!.Invoke(null, [sizes, x, w, y])!);
    }

    [Theory]
    [InlineData("S(n): 2xV^2 + V", "S(n): 3xV", "S(n): 2xV^2", "", 4)]
    [InlineData("SO(3): V^2", "SO(3): 2xV^2 + V", "SO(3): V", "(Spanning = true)", 3)]
    [InlineData("Sp(n): V^2", "Sp(n): 2xV^2", "Sp(n): V^2 + V^0", "", 4)]
    [InlineData("Aut(cycle(4)): V^2", "Aut(cycle(4)): 2xV", "Aut(cycle(4)): V^2", "", 4)]
    public void AStackIsOneLayerAfterTheOther(string input, string middle, string output, string options, int n)
    {
        Type stack = Compile.Load(
                Driver.Complete(
                    $$"""
                    using Reps;
                    [Rep("{{input}}")] public readonly partial struct In;
                    [Rep("{{middle}}")] public readonly partial struct Middle;
                    [Rep("{{output}}")] public readonly partial struct Out;
                    [DiagramLinear<In, Middle>{{options}}] public sealed partial class First;
                    [DiagramLinear<Middle, Out>{{options}}] public sealed partial class Second;
                    [DiagramStack<First, Second>] public sealed partial class Both
                    {
                        public static double[] Run(int[] sizes, double[] x, double[] w1, double[] b1, double[] w2, double[] b2, int count)
                        {
                            double[] weights = new double[WeightCount], biases = new double[BiasCount], y = new double[count];
                            Compose(sizes, w2, b2, w1, b1, weights, biases);
                            Forward(sizes, x, weights, biases, y);
                            return y;
                        }
                    }
                    """))
            .GetType("Both")!;
        DiagramLinear first = DiagramLinear.Create(input, middle, options.Length > 0), second = DiagramLinear.Create(middle, output, options.Length > 0);
        Random random = new(3);
        double[] Some(long count) => [.. Enumerable.Range(0, (int)count).Select(_ => random.NextDouble() - 0.5)];
        int[] sizes = [n];
        double[] x = Some(2 * first.Plan.Input.Dim(sizes)), w1 = Some(first.WeightCount), b1 = Some(first.BiasCount), w2 = Some(second.WeightCount), b2 = Some(second.BiasCount);
        double[] between = new double[2 * first.Plan.Output.Dim(sizes)], y = new double[2 * second.Plan.Output.Dim(sizes)];
        first.Forward<double>(sizes, x, w1, b1, between);
        second.Forward<double>(sizes, between, w2, b2, y);
        Assert.Contains(y, value => Math.Abs(value) > 1e-3);
        double[] found = (double[])stack.GetMethod("Run")!.Invoke(null, [sizes, x, w1, b1, w2, b2, y.Length])!;
        for (int i = 0; i < y.Length; i++) Assert.Equal(y[i], found[i], 1e-10);
    }

    [Fact]
    public void RepresentationsKnowTheirDimension()
    {
        Assembly assembly = Compile.Load(
            Driver.Complete(
                """
                using Reps;
                [Rep("S(n): 2xV^2 + V^0")] public readonly partial struct Open;
                [Rep("O(3): 2xV^2 + V")] public readonly partial struct Fixed;
                [Rep("S(n)×S(n)×O(2): 3xV^(2,1,1)")] public readonly partial struct Two;
                public static class Values { public static int[] All => [Open.Dim(5), Fixed.Dim, Two.Dim(3, 4)]; }
                """));
        Assert.Equal([51, 21, 216], (int[])assembly.GetType("Values")!.GetProperty("All")!.GetValue(null)!);
    }

    [Theory]
    [InlineData("Aut(petersen): V^2", true)]
    [InlineData("Aut(hypercube(5)): V^2", false)]
    public void SmallTablesOfOrbitsAreDataAndLargeOnesAreDerived(string signature, bool isData)
    {
        string source = $"using Reps; [Rep(\"{signature}\")] public readonly partial struct Lists; [DiagramLinear<Lists, Lists>] public sealed partial class Layer;";
        string text = Driver.Generate(source)["Layer.DiagramLinear.g.cs"];
        Assert.Equal(isData, !text.Contains("DerivedProgram", StringComparison.Ordinal));
        Assert.InRange(text.Length, 1000, 200 * 1024);
        // A static field would be computed before the first call; the derived table is in a type of its own.
        Type layer = Compile.Load(Driver.Complete(source)).GetType("Layer")!;
        Assert.Null(layer.TypeInitializer);
    }

    [Fact]
    public void TextsOfGraphsAreWrittenAsTheyAre()
    {
        // Characters with a meaning in C# and in documentation: backslashes of graph6, '&' of digraph6, '>' of edges.
        const string Graph6 = "graph6:E\\oo", Digraph6 = "digraph6:&BP_", Edges = "0>1 1>2";
        Assembly assembly = Compile.Load(
            Driver.Complete(
                $$"""
                using Reps;
                [Rep(@"Aut({{Graph6}}): V")] public readonly partial struct A;
                [Rep("Aut({{Digraph6}}): V")] public readonly partial struct B;
                [Rep("Aut({{Edges}}): V")] public readonly partial struct C;
                [DiagramLinear<A, A>] public sealed partial class LayerA;
                [DiagramLinear<B, B>] public sealed partial class LayerB;
                [DiagramLinear<C, C>] public sealed partial class LayerC;
                """));
        foreach ((string type, string graph) in new[] { ("A", Graph6), ("B", Digraph6), ("C", Edges) })
            Assert.Equal($"Aut({graph}): 1xV^1", assembly.GetType(type)!.GetField("Signature")!.GetRawConstantValue());
    }

    [Fact]
    public void TwoHundredDiagramsCompile()
    {
        Driver.Complete(
            """
            using Reps;
            [Rep("S(n): V^3")] public readonly partial struct Triples;
            [DiagramLinear<Triples, Triples>] public sealed partial class Layer;
            """);
    }
}
