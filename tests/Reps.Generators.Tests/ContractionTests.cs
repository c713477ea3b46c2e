using System;
using System.Linq;
using System.Reflection;

namespace Reps.Tests;

/// <summary>Generated symmetric contractions against the layer of the same signatures that is made at run time.</summary>
public sealed class ContractionTests
{
    public static TheoryData<string, string, string> Contractions =>
        new()
        {
            { "5x0e + 5x1o + 5x2e", "5x0e + 5x1o", "" },
            { "3x0e + 3x1o", "3x1o", "(Correlation = 1)" },
            { "2x1o + 2x1o", "2x0e + 2x2e", "(Correlation = 2, PathNormalization = PathNormalization.None)" },
            { "SO(3): 9x1 + 9x2", "SO(3): 9x0 + 9x3", "(Correlation = 3, PathNormalization = PathNormalization.Path)" },
            { "2x0e", "2x1o", "" },
        };

    [Theory]
    [MemberData(nameof(Contractions))]
    public void EqualsRunTimeLayer(string input, string output, string arguments)
    {
        Assembly assembly = Compile.Load(
            Driver.Complete(
                $$"""
                using Reps;
                namespace Demo;
                [Rep("{{input}}")] public partial struct A;
                [Rep("{{output}}")] public partial struct B;
                [SymmetricContraction<A, B>{{arguments}}] public partial class Layer;
                """
            )
        );
        MethodInfo generic = typeof(ContractionTests).GetMethod(nameof(Compare), BindingFlags.NonPublic | BindingFlags.Static)!;
        generic.MakeGenericMethod([.. new[] { "Layer", "A", "B" }.Select(name => assembly.GetType("Demo." + name)!)]).Invoke(null, null);
    }

    // Static data is not initialised: there is nothing to run before the first call.
    [Fact]
    public void HasNoStaticConstructor()
    {
        Assembly assembly = Compile.Load(
            Driver.Complete("using Reps; [Rep(\"4x0e+4x1o\")] public partial struct A; [SymmetricContraction<A, A>] public partial class Layer;")
        );
        Assert.All(assembly.GetTypes().Where(type => !type.Name.StartsWith('<')), type => Assert.Null(type.TypeInitializer));
    }

    private static void Compare<TLayer, TInput, TOutput>()
        where TLayer : ISymmetricContraction<TInput, TOutput>
        where TInput : struct, IRep<TInput>
        where TOutput : struct, IRep<TOutput>
    {
        SymmetricContractionAttribute<TInput, TOutput> attribute = typeof(TLayer).GetCustomAttribute<SymmetricContractionAttribute<TInput, TOutput>>()!;
        SymmetricContraction expected = SymmetricContraction.Create(TInput.Signature, TOutput.Signature, attribute.Correlation, attribute.PathNormalization);
        Assert.Equal(expected.WeightCount, TLayer.WeightCount);
        Assert.Equal(expected.Plan.Paths.Count, TLayer.Paths.Length);
        for (int n = 0; n < TLayer.Paths.Length; n++)
        {
            ContractionPath path = TLayer.Paths[n];
            Assert.Equal(expected.Plan.Paths[n].Segments, new[] { path.First, path.Second, path.Third }.Where(segment => segment >= 0));
            Assert.Equal(expected.Plan.Paths[n].Output, path.Output);
            Assert.Equal(n * expected.Plan.Channels, path.WeightOffset);
            Assert.Equal(expected.Plan.Channels, path.WeightCount);
        }
        EquivarianceCheck.SymmetricContraction<TLayer, TInput, TOutput>().Require(1e-12);
        const int Rows = 4;
        Random random = new(3);
        double[] x = Normal(Rows * TInput.Dim, random);
        double[] w = Normal(2 * TLayer.WeightCount, random);
        double[] g = Normal(Rows * TOutput.Dim, random);
        int[] elements = [1, 0, 0, 1];

        double[][] wanted = [new double[g.Length], new double[x.Length], new double[w.Length], new double[x.Length], new double[w.Length], new double[g.Length]];
        expected.Forward(x, w, elements, wanted[0]);
        expected.Backward(x, w, elements, g, wanted[1], wanted[2]);
        expected.DoubleBackward(x, w, elements, g, x, w, wanted[3], wanted[4], wanted[5]);
        double[][] actual = [.. wanted.Select(values => new double[values.Length])];
        TLayer.Forward(x, w, elements, actual[0]);
        TLayer.Backward(x, w, elements, g, actual[1], actual[2]);
        TLayer.DoubleBackward(x, w, elements, g, x, w, actual[3], actual[4], actual[5]);
        Assert.Equal(wanted, actual);

        float[][] wantedSingle = [.. wanted.Select(values => new float[values.Length])];
        expected.Forward(Single(x), Single(w), elements, wantedSingle[0]);
        expected.Backward(Single(x), Single(w), elements, Single(g), wantedSingle[1], wantedSingle[2]);
        expected.DoubleBackward(Single(x), Single(w), elements, Single(g), Single(x), Single(w), wantedSingle[3], wantedSingle[4], wantedSingle[5]);
        float[][] single = [.. wanted.Select(values => new float[values.Length])];
        TLayer.Forward(Single(x), Single(w), elements, single[0]);
        TLayer.Backward(Single(x), Single(w), elements, Single(g), single[1], single[2]);
        TLayer.DoubleBackward(Single(x), Single(w), elements, Single(g), Single(x), Single(w), single[3], single[4], single[5]);
        Assert.Equal(wantedSingle, single);
    }

    private static float[] Single(double[] values) => [.. values.Select(v => (float)v)];

    private static double[] Normal(int count, Random random) =>
        [.. Enumerable.Range(0, count).Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];
}
