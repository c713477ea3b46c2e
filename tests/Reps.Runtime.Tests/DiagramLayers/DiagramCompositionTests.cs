using System;
using System.Linq;
using Reps.Algebra;

namespace Reps.Tests.DiagramLayers;

/// <summary>Two layers as one.</summary>
public sealed class DiagramCompositionTests
{
    [Theory]
    [InlineData("S(3): 2xV^2 + V", "S(3): 3xV^2 + 2xV", "S(3): 2xV^2 + V^0", 3)]
    [InlineData("S(6): 2xV", "S(6): 3xV^2", "S(6): 2xV", 6)]
    [InlineData("A(3): V^2", "A(3): 2xV^2", "A(3): V", 3)]
    [InlineData("O(2): 2xV^3", "O(2): 2xV + V^3", "O(2): V^3", 2)]
    [InlineData("SO(2): V^2", "SO(2): 2xV^2", "SO(2): V^2", 2)]
    [InlineData("SO(3): V^2", "SO(3): 2xV^2 + V", "SO(3): V^3", 3)]
    [InlineData("Sp(2): V^2", "Sp(2): 2xV^2", "Sp(2): V^2 + V^0", 2)]
    [InlineData("S(2)×SO(2): V^(1,1)", "S(2)×SO(2): 2xV^(2,1)", "S(2)×SO(2): V^(1,1)", 2, 2)]
    [InlineData("D(4): 2xV^2 + V", "D(4): 3xV + 2xV^2 + V^0", "D(4): 2xV^2 + V^0", 4)]
    [InlineData("C(5): 2xV", "C(5): 3xV^2", "C(5): 2xV", 5)]
    [InlineData("Aut(petersen): V", "Aut(petersen): 2xV^2 + V", "Aut(petersen): V + V^0", 10)]
    [InlineData("B(1)×C(3): V^(1,1)", "B(1)×C(3): 2xV^(1,2) + V^(0,1)", "B(1)×C(3): V^(2,0) + V^(0,1)", 2, 3)]
    public void TheCompositeIsOneAfterTheOther(string input, string middle, string output, params int[] sizes)
    {
        DiagramLinear first = DiagramLinear.Create(input, middle, spanning: true), second = DiagramLinear.Create(middle, output, spanning: true);
        (DiagramLinear layer, DiagramComposition composition) = second.After(first);
        Random random = new(5);
        double[] Some(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.5)];
        double[] w1 = Some(first.WeightCount), b1 = Some(first.BiasCount), w2 = Some(second.WeightCount), b2 = Some(second.BiasCount);
        (double[] w, double[] b) = DiagramWeights.Compose<double>(composition, second.Plan, first.Plan, w2, b2, w1, b1);

        double[] x = Some(2 * (int)first.Plan.Input.Dim(sizes)), y = new double[2 * first.Plan.Output.Dim(sizes)];
        double[] expected = new double[2 * second.Plan.Output.Dim(sizes)], found = new double[expected.Length];
        first.Forward<double>(sizes, x, w1, b1, y);
        second.Forward<double>(sizes, y, w2, b2, expected);
        layer.Forward<double>(sizes, x, w, b, found);
        Assert.Contains(expected, value => Math.Abs(value) > 1e-3);
        for (int n = 0; n < found.Length; n++) Assert.True(Math.Abs(found[n] - expected[n]) < 1e-10 * (1 + Math.Abs(expected[n])));
    }

    [Fact]
    public void MistakesAreExplained()
    {
        DiagramLinear layer = DiagramLinear.Create("S(4): V", "S(4): V^2"), open = DiagramLinear.Create("S(n): V", "S(n): V");
        Assert.Contains("must be the same", Assert.Throws<ArgumentException>(() => layer.After(layer)).Message, StringComparison.Ordinal);
        Assert.Contains("give n a number", Assert.Throws<ArgumentException>(() => open.After(open)).Message, StringComparison.Ordinal);
    }
}
