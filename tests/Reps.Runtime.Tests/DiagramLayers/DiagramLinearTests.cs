using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;

namespace Reps.Tests.DiagramLayers;

/// <summary>Diagram layers against their dense matrices, which are made entry by entry from the definition of each diagram.</summary>
public sealed class DiagramLinearTests
{
    public static TheoryData<GroupFamily, int, int, int> Powers()
    {
        TheoryData<GroupFamily, int, int, int> data = [];
        foreach (GroupFamily family in Enum.GetValues<GroupFamily>())
        foreach (int n in new[] { 1, 2, 3, 4, 5 })
        {
            if (family == GroupFamily.Symplectic && n % 2 != 0) continue;
            for (int k = 0; k <= 6; k++)
            for (int l = 0; k + l <= 6; l++)
                if (Math.Pow(n, k + l) <= 4096)
                    data.Add(family, n, k, l);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Powers))]
    public void OnePowerToAnotherIsTheSumOfItsMatrices(GroupFamily family, int n, int k, int l) =>
        Check(One(family, n, 2, k), One(family, n, 3, l), [n]);

    [Theory]
    [MemberData(nameof(Powers))]
    public void TheSpanningSetIsAsGood(GroupFamily family, int n, int k, int l)
    {
        if (k + l <= 5) Check(One(family, n, 1, k), One(family, n, 1, l), [n], spanning: true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void SumsOfPowersWithAnySize(int n)
    {
        TensorPowers input = new(Spaces((GroupFamily.Symmetric, 0)), new([Power(3, 2), Power(2, 1), Power(4, 0), Power(1, 2)]));
        TensorPowers output = new(Spaces((GroupFamily.Symmetric, 0)), new([Power(2, 1), Power(3, 2), Power(0, 1), Power(5, 0)]));
        Check(input, output, [n]);
    }

    [Fact]
    public void ProductsOfGroups()
    {
        EquatableArray<TensorSpace> spaces = Spaces((GroupFamily.Symmetric, 0), (GroupFamily.SpecialOrthogonal, 2), (GroupFamily.Alternating, 3));
        Check(new(spaces, new([Power(2, 1, 1, 1), Power(1, 0, 1, 0)])), new(spaces, new([Power(3, 1, 1, 1), Power(2, 1, 1, 0)])), [2, 2, 3]);
        // A symbol of one space may have its arguments in one row, and that of the other in the other.
        EquatableArray<TensorSpace> both = Spaces((GroupFamily.Alternating, 3), (GroupFamily.Alternating, 3));
        Check(new(both, new([Power(1, 0, 2), Power(1, 2, 0)])), new(both, new([Power(2, 2, 1), Power(1, 0, 2)])), [3, 3]);
        EquatableArray<TensorSpace> two = Spaces((GroupFamily.Symmetric, 3), (GroupFamily.Symmetric, 2));
        Check(new(two, new([Power(2, 2, 1)])), new(two, new([Power(2, 1, 1)])), [3, 2]);
    }

    private static TensorPower Power(int channels, params int[] powers) => new(channels, EquatableArray<int>.Of(powers));

    private static EquatableArray<TensorSpace> Spaces(params (GroupFamily Family, int N)[] spaces) => new(spaces.Select(space => new TensorSpace(space.Family, space.N)));

    private static TensorPowers One(GroupFamily family, int n, int channels, int power) => new(Spaces((family, n)), new([Power(channels, power)]));

    private static void Check(TensorPowers input, TensorPowers output, int[] sizes, bool spanning = false)
    {
        DiagramLinear layer = new(DiagramPlan.Create(input, output, spanning));
        const int Rows = 3;
        int dimIn = (int)input.Dim(sizes), dimOut = (int)output.Dim(sizes);
        Random random = new(7);
        double[] x = Normal(random, Rows * dimIn), w = Normal(random, layer.WeightCount), b = Normal(random, layer.BiasCount), g = Normal(random, Rows * dimOut);
        double[] y = new double[Rows * dimOut];
        layer.Forward<double>(sizes, x, w, b, y);

        double[] matrix = Matrix(layer.Plan, sizes, w, dimIn, dimOut), constant = Constant(layer.Plan, sizes, b, dimOut);
        for (int r = 0; r < Rows; r++)
        for (int o = 0; o < dimOut; o++)
        {
            double expected = constant[o];
            for (int i = 0; i < dimIn; i++) expected += matrix[o * dimIn + i] * x[r * dimIn + i];
            Assert.True(Math.Abs(expected - y[r * dimOut + o]) <= 1e-11 * (1 + Math.Abs(expected)), $"{input} to {output}: {y[r * dimOut + o]} is not {expected}");
        }

        // The layer is linear in each argument, so the gradients are those of a bilinear form.
        double[] gx = new double[x.Length], gw = new double[w.Length], gb = new double[b.Length];
        layer.Backward<double>(sizes, x, w, g, gx, gw, gb);
        for (int r = 0; r < Rows; r++)
        for (int i = 0; i < dimIn; i++)
        {
            double expected = Enumerable.Range(0, dimOut).Sum(o => matrix[o * dimIn + i] * g[r * dimOut + o]);
            Assert.True(Math.Abs(expected - gx[r * dimIn + i]) <= 1e-11 * (1 + Math.Abs(expected)));
        }
        double[] direction = Normal(random, w.Length), bias = Normal(random, b.Length), moved = new double[y.Length];
        layer.Forward<double>(sizes, x, direction, bias, moved);
        double along = moved.Zip(g, (p, q) => p * q).Sum(), found = gw.Zip(direction, (p, q) => p * q).Sum() + gb.Zip(bias, (p, q) => p * q).Sum();
        Assert.True(Math.Abs(along - found) <= 1e-10 * (1 + Math.Abs(along)));

        float[] single = new float[y.Length];
        layer.Forward<float>(sizes, Single(x), Single(w), Single(b), single);
        double largest = y.Append(1).Max(Math.Abs);
        for (int i = 0; i < y.Length; i++) Assert.True(Math.Abs(single[i] - y[i]) <= 1e-4 * largest);
    }

    private static double[] Matrix(DiagramPlan plan, int[] sizes, double[] weights, int dimIn, int dimOut)
    {
        double[] matrix = new double[dimIn * dimOut];
        foreach (DiagramPath path in plan.Paths)
        {
            TensorPower from = plan.Input.Terms[path.Input], to = plan.Output.Terms[path.Output];
            int left = Offset(plan.Input, path.Input, sizes), top = Offset(plan.Output, path.Output, sizes);
            foreach ((int[] I, int row) in Indices(to, sizes))
            foreach ((int[] J, int column) in Indices(from, sizes))
            {
                double entry = Entry(plan, path, sizes, I, J);
                if (entry == 0) continue;
                for (int u = 0; u < from.Channels; u++)
                for (int v = 0; v < to.Channels; v++)
                    matrix[(top + row * to.Channels + v) * dimIn + left + column * from.Channels + u] += entry * weights[path.WeightOffset + u * to.Channels + v];
            }
        }
        return matrix;
    }

    private static double[] Constant(DiagramPlan plan, int[] sizes, double[] biases, int dimOut)
    {
        double[] constant = new double[dimOut];
        foreach (DiagramPath path in plan.Biases)
        {
            TensorPower to = plan.Output.Terms[path.Output];
            int top = Offset(plan.Output, path.Output, sizes);
            foreach ((int[] I, int row) in Indices(to, sizes))
                for (int v = 0; v < to.Channels; v++)
                    constant[top + row * to.Channels + v] += Entry(plan, path, sizes, I, []) * biases[path.WeightOffset + v];
        }
        return constant;
    }

    private static double Entry(DiagramPlan plan, DiagramPath path, int[] sizes, int[] I, int[] J)
    {
        double entry = 1;
        int above = 0, below = 0;
        for (int s = 0; s < sizes.Length; s++)
        {
            Diagram diagram = path.Diagrams[s];
            entry *= diagram.Entry(sizes[s], [.. I[above..(above + diagram.Outputs)], .. J[below..(below + diagram.Inputs)]]);
            (above, below) = (above + diagram.Outputs, below + diagram.Inputs);
        }
        return entry;
    }

    private static int Offset(TensorPowers powers, int term, int[] sizes) => (int)powers.Terms.Take(term).Sum(t => t.Channels * t.Size(sizes));

    private static IEnumerable<(int[] Index, int Place)> Indices(TensorPower term, int[] sizes)
    {
        int[] extents = [.. Enumerable.Range(0, sizes.Length).SelectMany(s => Enumerable.Repeat(sizes[s], term.Powers[s]))];
        int count = extents.Aggregate(1, (p, q) => p * q);
        for (int place = 0; place < count; place++)
        {
            int[] index = new int[extents.Length];
            for (int axis = extents.Length - 1, left = place; axis >= 0; left /= extents[axis], axis--) index[axis] = left % extents[axis];
            yield return (index, place);
        }
    }

    private static double[] Normal(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];

    private static float[] Single(double[] values) => [.. values.Select(value => (float)value)];
}
