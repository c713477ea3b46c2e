extern alias gen;

using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Reps.Tests;

/// <summary>Cancellation, determinism, and sizes that are refused.</summary>
public sealed class RobustnessTests
{
    private const string Model = """
        using Reps;
        namespace Demo;
        [Rep("3x0e + 2x1o + 2x2e + 3o")] partial struct Hidden;
        [Rep("0e + 1o + 2e + 3o")] partial struct Harmonics;
        [TensorProduct<Hidden, Harmonics, Hidden>(Mode.Uvu)] partial class Convolve;
        [Linear<Hidden, Hidden>] partial class Mix;
        [SphericalHarmonics<Harmonics>] partial class Embed;
        """;

    [Fact]
    public void CancellationIsThrownAndNotRemembered()
    {
        CSharpCompilation compilation = Compile.Create(
            "using Reps; [Rep(\"20e+21o+22e+23o\")] partial struct A; [TensorProduct<A, A, A>(Mode.Uvu)] partial class C;",
            Model
        );
        CSharpCompilation smaller = compilation.RemoveSyntaxTrees(compilation.SyntaxTrees[0]);
        int thrown = 0;
        // Wherever the request arrives, before the first table or in the last, it is thrown or comes too late; it is never remembered.
        // On a busy machine a request may be late, so several moments are tried until three were in time. A thread of its own makes them: timers
        // wait for the thread pool, which other tests keep busy.
        for (int attempt = 0; thrown < 3 && attempt < 30; attempt++)
        {
            int delay = 1 << (attempt % 7);
            GeneratorDriver driver = Driver.Create();
            using CancellationTokenSource cancellation = new();
            Thread requester = new(() =>
            {
                cancellation.Token.WaitHandle.WaitOne(delay);
                cancellation.Cancel();
            });
            requester.Start();
            try
            {
                driver.RunGenerators(compilation, cancellation.Token);
            }
            catch (OperationCanceledException)
            {
                thrown++;
            }
            requester.Join();
            Assert.Equal(5, driver.RunGenerators(smaller).GetRunResult().GeneratedTrees.Length);
        }
        Assert.Equal(3, thrown);
    }

    [Fact]
    public void ACancelledTableThrows()
    {
        using CancellationTokenSource cancellation = new();
        cancellation.Cancel();
        Assert.Throws<OperationCanceledException>(() => gen::Reps.Algebra.ClebschGordan.RealTensor(25, 24, 23, cancellation.Token));
        Assert.Throws<OperationCanceledException>(() => gen::Reps.Algebra.HarmonicRecurrence.Constants(9, cancellation.Token));
    }

    [Fact]
    public void TwoRunsGiveTheSameText()
    {
        SortedDictionary<string, string> first = Driver.Generate(Model);
        // Other types before it, and other white space, change nothing.
        SortedDictionary<string, string> second = Driver.Generate("using Reps; [Rep(\"7x5e\")] partial struct Before;", Model.Replace("\n", "\n\n"));
        second.Remove("Before.Rep.g.cs");
        Assert.Equal(first, second);
    }

    [Fact]
    public void TextHasNoHostDependentNewlines() =>
        Assert.All(Driver.Generate(Model).Values, text => Assert.DoesNotContain('\r', text));

    [Theory]
    [InlineData("[Rep(\"100000x0e\")] partial struct A; [Rep(\"100000x0e\")] partial struct B;")]
    [InlineData("[Rep(\"60e+61o+62e+63o+64e+65o\")] partial struct A; [Rep(\"60e+61o+62e+63o+64e+65o+66e+67o+68e\")] partial struct B;")]
    public void LayersBeyondTheBudgetGetASkeletonAtOnce(string types)
    {
        // Without the budget this would take hours or exhaust the memory.
        SortedDictionary<string, string> files = Driver.Generate("using Reps; " + types + " [TensorProduct<A, A, B>(Mode.Uvw)] partial class Layer;");
        Assert.Contains("cannot be derived", files["Layer.TensorProduct.g.cs"]);
    }

    [Fact]
    public void GeneratedLayersAreEquivariant()
    {
        const string Check = """
            namespace Demo;
            public static class Check
            {
                public static double Worst() => System.Math.Max(
                    EquivarianceCheck.TensorProduct<Convolve, Hidden, Harmonics, Hidden>().WorstError,
                    System.Math.Max(EquivarianceCheck.Linear<Mix, Hidden, Hidden>().WorstError, EquivarianceCheck.SphericalHarmonics<Embed, Harmonics>().WorstError));
            }
            """;
        object worst = Compile.Load(Driver.Complete(Model, "using Reps;\n" + Check)).GetType("Demo.Check")!.GetMethod("Worst")!.Invoke(null, null)!;
        Assert.InRange((double)worst, 0, 1e-13);
    }

    [Fact]
    public void NamesThatNeedCareCompile() =>
        Driver.Complete(
            """
            using Reps;
            namespace @class.@event
            {
                public partial class Outer
                {
                    [Rep("1o")] internal partial struct @struct;
                    [Rep("0e")] private partial record struct Secret;
                    [Linear<@struct, @struct>] internal partial class @record;
                    [Linear<Secret, Secret>] private partial class Hidden;
                    private static void Use() => _ = Hidden.WeightCount + Secret.Dim;
                }
            }
            """,
            "using Reps; [Rep(\"1o\")] public partial struct Same; [Rep(\"2e\")] public partial struct same; [Rep(\"0e\")] public partial struct Größe;"
        );
}
