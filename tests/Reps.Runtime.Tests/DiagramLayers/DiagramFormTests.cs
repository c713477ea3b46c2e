using System;
using System.Linq;
using System.Numerics;
using Reps.Algebra;
using Reps.Kernels;

namespace Reps.Tests.DiagramLayers;

/// <summary>A layer with a small fixed n is one matrix for large batches, and half-diagrams for small ones: the same numbers.</summary>
public sealed class DiagramFormTests
{
    public static readonly TheoryData<string, string> Layers = new()
    {
        { "S(3): 2xV^2 + V + 3xV^0", "S(3): V^2 + 2xV + V^0" },
        { "S(4): V", "S(4): 3xV^2" },
        { "A(3): 2xV^2", "A(3): 2xV + V^0" },
        { "O(3): 2xV^2 + V", "O(3): 3xV^2 + 2xV" },
        { "SO(3): 2xV^2", "SO(3): 2xV^2 + V" },
        { "SO(2): V^2", "SO(2): V^0 + 3xV^2" },
        { "Sp(4): 2xV^2", "Sp(4): V^2 + V^0" },
        { "S(2)×SO(3): 2xV^(1,1)", "S(2)×SO(3): V^(1,1) + V^(0,2)" },
        { "A(3)×Sp(2): V^(1,2)", "A(3)×Sp(2): 2xV^(1,0)" },
    };

    [Theory]
    [MemberData(nameof(Layers))]
    public void TheMatrixIsTheHalfDiagrams(string input, string output)
    {
        Check<double>(input, output, 1e-12);
        Check<float>(input, output, 1e-4);
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void TheMatrixBeginsWhereItPays(string input, string output)
    {
        LayerProgram program = DiagramProgram.Lower(Plan(input, output));
        Assert.Equal(ProgramForm.Matrix, program.Form);
        Assert.InRange(program.Integers[6], 1, 1000);
        // The other program is inside, for fewer rows.
        Assert.Equal(DiagramProgram.LowerHalves(Plan(input, output)).Integers, [.. program.Integers.Skip(program.Integers[7])]);
    }

    [Theory]
    [InlineData("S(n): V", "S(n): V")]
    [InlineData("S(11): V^2", "S(11): 2xV^2")]
    [InlineData("O(3): 64xV^2", "O(3): 64xV^2")]
    [InlineData("S(10): V^2", "S(10): V^2")]
    public void OpenAndLargeLayersStayHalfDiagrams(string input, string output) => Assert.Equal(ProgramForm.Diagram, DiagramProgram.Lower(Plan(input, output)).Form);

    [Fact]
    public void WhatIsNoMatrixIsSaid()
    {
        DiagramPlan open = Plan("S(n): V", "S(n): V");
        Assert.Contains("leaves n open", Assert.Throws<ArgumentException>(() => MatrixProgram.Lower(open, DiagramProgram.LowerHalves(open))).Message, StringComparison.Ordinal);
    }

    private static DiagramPlan Plan(string input, string output) => DiagramPlan.Create(TensorPowers.Parse(input), TensorPowers.Parse(output));

    private static void Check<T>(string input, string output, double tolerance)
        where T : unmanaged, INumber<T>
    {
        DiagramPlan plan = Plan(input, output);
        LayerProgram halves = DiagramProgram.LowerHalves(plan);
        int[] expected = [.. halves.Integers], found = [.. MatrixProgram.Lower(plan, halves, leastRows: 0).Integers], sizes = [.. plan.Input.Spaces.Select(space => space.N)];
        Assert.Equal((int)ProgramForm.Matrix, found[0]);
        Random random = new(5);
        T[] Some(long count) => [.. Enumerable.Range(0, (int)count).Select(_ => T.CreateChecked(random.NextDouble() - 0.5))];
        // One row, a few, and so many that they are cut into parts.
        foreach (int rows in new[] { 1, 5, 130 })
        {
            T[] x = Some(rows * plan.Input.Dim(sizes)), w = Some(plan.WeightCount), b = Some(plan.BiasCount), g = Some(rows * plan.Output.Dim(sizes));
            foreach (T[] biases in new[] { b, [] })
            {
                T[][] y = [new T[g.Length], new T[g.Length]];
                DiagramKernel.Forward<T>(expected, sizes, x, w, biases, y[0]);
                DiagramKernel.Forward<T>(found, sizes, x, w, biases, y[1]);
                Close(y, tolerance);
            }
            // Every gradient alone, and all of them.
            foreach (int wanted in new[] { 1, 2, 4, 7 })
            {
                T[] Room(int bit, int length) => new T[(wanted & bit) != 0 ? length : 0];
                T[][] gx = [Room(1, x.Length), Room(1, x.Length)], gw = [Room(2, w.Length), Room(2, w.Length)], gb = [Room(4, b.Length), Room(4, b.Length)];
                DiagramKernel.Backward<T>(expected, sizes, x, w, g, gx[0], gw[0], gb[0]);
                DiagramKernel.Backward<T>(found, sizes, x, w, g, gx[1], gw[1], gb[1]);
                Close(gx, tolerance);
                Close(gw, 10 * tolerance);
                Close(gb, 10 * tolerance);
            }
        }
    }

    private static void Close<T>(T[][] pair, double tolerance)
        where T : unmanaged, INumber<T>
    {
        double scale = pair[0].Select(double.CreateChecked).Select(Math.Abs).Append(1).Max();
        for (int n = 0; n < pair[0].Length; n++) Assert.True(Math.Abs(double.CreateChecked(pair[0][n] - pair[1][n])) <= tolerance * scale);
    }
}
