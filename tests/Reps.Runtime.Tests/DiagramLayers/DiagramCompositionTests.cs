using System;
using System.Linq;

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
    [InlineData("S(n): 2xV^2 + V", "S(n): 3xV^2 + 2xV", "S(n): 2xV^2 + V^0", 3)]
    [InlineData("S(n): V^3", "S(n): 2xV^2", "S(n): V^2", 2)]
    [InlineData("S(n): V^3", "S(n): 2xV^2", "S(n): V^2", 4)]
    [InlineData("O(n): V^2 + V^4", "O(n): 2xV^2", "O(n): V^2 + V^0", 3)]
    [InlineData("Sp(n): V^2", "Sp(n): 2xV^2", "Sp(n): V^2 + V^0", 4)]
    [InlineData("S(n)×O(n): V^(2,2)", "S(n)×O(n): V^(1,2)", "S(n)×O(n): V^(1,0)", 2, 3)]
    [InlineData("S(2)×SO(2): V^(1,1)", "S(2)×SO(2): 2xV^(2,1)", "S(2)×SO(2): V^(1,1)", 2, 2)]
    [InlineData("D(4): 2xV^2 + V", "D(4): 3xV + 2xV^2 + V^0", "D(4): 2xV^2 + V^0", 4)]
    [InlineData("C(5): 2xV", "C(5): 3xV^2", "C(5): 2xV", 5)]
    [InlineData("Aut(petersen): V", "Aut(petersen): 2xV^2 + V", "Aut(petersen): V + V^0", 10)]
    [InlineData("B(1)×C(3): V^(1,1)", "B(1)×C(3): 2xV^(1,2) + V^(0,1)", "B(1)×C(3): V^(2,0) + V^(0,1)", 2, 3)]
    public void TheCompositeIsOneAfterTheOther(string input, string middle, string output, params int[] sizes)
    {
        DiagramLinear first = DiagramLinear.Create(input, middle, spanning: true), second = DiagramLinear.Create(middle, output, spanning: true);
        DiagramStack stack = second.After(first);
        DiagramLinear layer = stack.Layer;
        Random random = new(5);
        double[] Some(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.5)];
        double[] w1 = Some(first.WeightCount), b1 = Some(first.BiasCount), w2 = Some(second.WeightCount), b2 = Some(second.BiasCount);
        double[] w = new double[layer.WeightCount], b = new double[layer.BiasCount];
        stack.Compose<double>(sizes, w2, b2, w1, b1, w, b);

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
        DiagramLinear layer = DiagramLinear.Create("S(4): V", "S(4): V^2"), fixedSize = DiagramLinear.Create("S(4): V", "S(4): V"), open = DiagramLinear.Create("S(n): V", "S(n): V");
        Assert.Contains("must be the same", Message(() => layer.After(layer)), StringComparison.Ordinal);
        Assert.Contains("it must be 4, as the signature says", Message(() => Compose(fixedSize.After(fixedSize), 3, 2)), StringComparison.Ordinal);
        Assert.Contains("it must be 1 or more", Message(() => Compose(open.After(open), 0, 2)), StringComparison.Ordinal);
        Assert.Contains("'secondWeights' has 3 values; expected 2", Message(() => Compose(open.After(open), 3, 3)), StringComparison.Ordinal);
        double[] same = new double[2];
        Assert.Throws<ArgumentException>(() => open.After(open).Compose<double>([3], same, [], [1, 2], [], same, new double[1]));
    }

    private static void Compose(DiagramStack stack, int n, int weights) => stack.Compose<double>([n], new double[weights], [], [1, 2], [], new double[2], new double[1]);

    private static string Message(Action action) => Assert.Throws<ArgumentException>(action).Message;
}
