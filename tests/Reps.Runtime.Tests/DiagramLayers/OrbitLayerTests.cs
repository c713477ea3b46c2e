using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Reps.Algebra;

namespace Reps.Tests.DiagramLayers;

/// <summary>Layers of graph automorphisms: dimensions, symmetry, and values against dense matrices.</summary>
public sealed class OrbitLayerTests
{
    private static readonly string[] s_groups =
    [
        "Aut(0-1 1-2)", "C(1)", "C(4)", "D(4)", "B(2)", "Aut(star(3))", "Aut(0-1 1-2 2-3 3-4 1-5 2-5)", "Aut(empty(3))", "Aut(0>1 1>2 2>0 3)", "Aut(graph6:DhC)",
    ];

    public static TheoryData<string, int, int> Powers()
    {
        TheoryData<string, int, int> data = [];
        foreach (string group in s_groups)
            for (int k = 0; k <= 4; k++)
            for (int l = 0; k + l <= 4; l++)
                if (Math.Pow(TensorSpace.Parse(group).N, k + l) <= 700)
                    data.Add(group, k, l);
        return data;
    }

    public static TheoryData<string, string> Sums() =>
        new()
        {
            { "Aut(petersen): 2xV^1 + 3xV^0", "Aut(petersen): 9xV^2 + V^1" },
            { "D(5): 2xV^2 + 3xV + 2xV^0 + V^2", "D(5): 5xV + 2xV^2 + 3xV^0" },
            { "Aut(path(3))×S(3): 2xV^(1,1) + V^(0,2)", "Aut(path(3))×S(3): 3xV^(1,1) + 2xV^(1,0) + V^(0,0)" },
            { "A(4)×C(3): 2xV^(1,1)", "A(4)×C(3): 3xV^(2,0) + V^(0,2)" },
            { "B(2)×B(1)×D(3): V^(1,1,1)", "B(2)×B(1)×D(3): 2xV^(1,0,1)" },
            { "C(3): 37xV^1", "C(3): 19xV^1" },
            // More orbits and channels than are packed at once.
            { "Aut(0-1 1-2 2-3 3-4 1-5 2-5): 500xV^2 + V", "Aut(0-1 1-2 2-3 3-4 1-5 2-5): 2xV^1" },
        };

    [Theory]
    [MemberData(nameof(Powers))]
    public void OnePowerToAnotherIsTheSumOfItsMatrices(string group, int k, int l) => Check($"{group}: 2xV^{k}", $"{group}: 3xV^{l}");

    [Theory]
    [MemberData(nameof(Sums))]
    public void SumsOfPowersAndProductsOfGroups(string input, string output) => Check(input, output);

    // Large batches are multiplied with a matrix, single rows through sums over orbits.
    [Theory]
    [InlineData("Aut(petersen): V^2", "Aut(petersen): V^2")]
    [InlineData("Aut(petersen): 2xV^1 + 3xV^0", "Aut(petersen): 5xV^2 + V^1")]
    [InlineData("D(5): 2xV^2 + 3xV + 2xV^0 + V^2", "D(5): 5xV + 2xV^2 + 3xV^0")]
    [InlineData("A(4)×C(3): 2xV^(1,1)", "A(4)×C(3): 3xV^(2,0) + V^(0,2)")]
    public void ABatchIsItsRows(string input, string output)
    {
        const int Rows = 150;
        DiagramPlan plan = Plan(input, output);
        DiagramLinear layer = new(plan);
        int[] sizes = [.. plan.Input.Spaces.Select(space => space.N)];
        int dimIn = (int)plan.Input.Dim(sizes), dimOut = (int)plan.Output.Dim(sizes);
        Random random = new(4);
        double[] Some(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.5)];
        double[] x = Some(Rows * dimIn), w = Some(layer.WeightCount), b = Some(layer.BiasCount), g = Some(Rows * dimOut);
        double[] y = new double[g.Length], gx = new double[x.Length], gw = new double[w.Length], gb = new double[b.Length];
        layer.Forward<double>(sizes, x, w, b, y);
        layer.Backward<double>(sizes, x, w, g, gx, gw, gb);
        double[] ys = new double[g.Length], gxs = new double[x.Length], gws = new double[w.Length], gbs = new double[b.Length], part = new double[w.Length], bias = new double[b.Length];
        for (int r = 0; r < Rows; r++)
        {
            Span<double> row = x.AsSpan(r * dimIn, dimIn), cotangent = g.AsSpan(r * dimOut, dimOut);
            layer.Forward<double>(sizes, row, w, b, ys.AsSpan(r * dimOut, dimOut));
            layer.Backward<double>(sizes, row, w, cotangent, gxs.AsSpan(r * dimIn, dimIn), part, bias);
            for (int i = 0; i < part.Length; i++) gws[i] += part[i];
            for (int i = 0; i < bias.Length; i++) gbs[i] += bias[i];
        }
        foreach ((double[] expected, double[] found) in new[] { (ys, y), (gxs, gx), (gws, gw), (gbs, gb) })
            for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], found[i], 1e-10 * (1 + Math.Abs(expected[i])));
    }

    [Theory]
    [MemberData(nameof(Powers))]
    public void OrbitsAreAllPairsEachOnceAndCommuteWithTheGroup(string group, int k, int l)
    {
        DiagramPlan plan = Plan($"{group}: V^{k}", $"{group}: V^{l}");
        OrbitOracle oracle = new(plan);
        int n = TensorSpace.Parse(group).N;
        HashSet<(int, int)> seen = [];
        foreach (DiagramPath path in plan.Paths)
        {
            HashSet<(int Row, int Column)> pairs = oracle.Pairs(path);
            Assert.Equal(path.Orbit!.Size, pairs.Count);
            foreach ((int, int) pair in pairs) Assert.True(seen.Add(pair));
            // The smallest pair is the representative.
            Assert.Equal(pairs.Min(), (Position(path.Orbit.Outputs, n), Position(path.Orbit.Inputs, n)));
        }
        Assert.Equal(Math.Pow(n, k + l), seen.Count);
        // A map commutes with g where its matrix is the same at (gJ, gI).
        double[] weights = [.. Enumerable.Range(1, plan.WeightCount)];
        (double[] matrix, _) = oracle.Dense(weights, new double[plan.BiasCount]);
        int columns = (int)Math.Pow(n, k);
        foreach (Permutation g in TensorSpace.Parse(group).Graph!.Automorphisms().Generators)
            for (int at = 0; at < matrix.Length; at++)
                Assert.Equal(matrix[at], matrix[(Moved(g, at / columns, n, l) * columns) + Moved(g, at % columns, n, k)]);
    }

    [Fact]
    public void DimensionsAreThoseOfTheReferences()
    {
        int checkedGraphs = 0, checkedGroups = 0;
        foreach (JsonElement record in Reference.Load("graph_hom_dimensions").EnumerateArray())
        {
            int n = record.GetProperty("n").GetInt32(), vertices = record.GetProperty("N").GetInt32();
            string edges = string.Join(" ", record.GetProperty("edges").EnumerateArray().Select(e => $"{e[0].GetInt32()}-{e[1].GetInt32()}"));
            for (int k = 0; k <= vertices; k++, checkedGraphs++)
                Assert.Equal(record.GetProperty("dim").GetInt64(), Plan($"Aut({edges} {n - 1}): V^{k}", $"Aut({edges} {n - 1}): V^{vertices - k}").Paths.Count);
        }
        foreach (JsonElement record in Reference.Load("hom_dimensions").EnumerateArray())
        {
            string letter = record.GetProperty("group").GetString()!;
            int n = record.GetProperty("n").GetInt32(), k = record.GetProperty("k").GetInt32(), l = record.GetProperty("l").GetInt32();
            // There B is a group of orthogonal matrices.
            string? group = letter switch { "C" or "D" => $"{letter}({n})", "S" => $"Aut(complete({n}))", _ => null };
            if (group is null || (letter == "D" && n < 3)) continue;
            Assert.Equal(record.GetProperty("dim").GetInt64(), Plan($"{group}: V^{k}", $"{group}: V^{l}").Paths.Count);
            checkedGroups++;
        }
        Assert.Equal(96, checkedGraphs);
        Assert.InRange(checkedGroups, 100, 155);
        Assert.Equal([1, 1, 3, 11], Enumerable.Range(0, 4).Select(k => Plan($"B(3): V^{k}", "B(3): V^0").Paths.Count));
        Assert.Equal(3, Plan("Aut(petersen): V", "Aut(petersen): V").Paths.Count);
        Assert.Equal(4, Plan("Aut(shrikhande): V", "Aut(shrikhande): V").Paths.Count);
        Assert.Equal(3, Plan("Aut(rook(4,4)): V", "Aut(rook(4,4)): V").Paths.Count);
    }

    [Fact]
    public void ResultsAreTheSameBitsForAnyNumberOfThreads()
    {
        DiagramLinear layer = DiagramLinear.Create("D(5): 5xV^2 + 3xV", "D(5): 6xV^2 + 3xV^0");
        const int Rows = 37;
        Random random = new(5);
        double[] x = Some(random, Rows * 140), w = Some(random, layer.WeightCount), b = Some(random, layer.BiasCount), g = Some(random, Rows * 153);
        ThreadCounts.Agree<double>(() =>
        {
            double[] y = new double[g.Length], gx = new double[x.Length], gw = new double[w.Length], gb = new double[b.Length];
            layer.Forward<double>([5], x, w, b, y);
            layer.Backward<double>([5], x, w, g, gx, gw, gb);
            return [y, gx, gw, gb];
        });
        // What else is in a batch too small for a matrix does not matter to a row.
        const int Few = 9;
        double[] all = new double[Few * 153], one = new double[153];
        layer.Forward<double>([5], x.AsSpan(0, Few * 140), w, b, all);
        for (int row = 0; row < Few; row += 4)
        {
            layer.Forward<double>([5], x.AsSpan(row * 140, 140), w, b, one);
            Assert.Equal(all[(row * 153)..((row + 1) * 153)], one);
        }
    }

    [Fact]
    public void ManyTermsAreRefusedAtOnce()
    {
        string text = "C(3): " + string.Join("+", Enumerable.Repeat("V", 8000));
        Assert.Contains("64000000 orbits or more", Assert.Throws<ArgumentException>(() => DiagramLinear.Create(text, text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NothingIsAllocated()
    {
        DiagramLinear layer = DiagramLinear.Create("B(2): 9xV^2", "B(2): 7xV^2");
        // One row: threads that take part in larger batches are the pool's.
        float[] x = new float[144], w = new float[layer.WeightCount], b = new float[layer.BiasCount], y = new float[112], gx = new float[x.Length], gw = new float[w.Length], ggx = new float[x.Length];
        Assert.Equal(0, Allocation.Of(Passes));

        void Passes()
        {
            layer.Forward<float>([4], x, w, b, y);
            layer.Backward<float>([4], x, w, y, gx, gw, []);
            layer.DoubleBackward<float>([4], x, w, y, gx, gw, b, ggx, [], []);
        }
    }

    [Theory]
    [InlineData("Aut(petersen): V^3", "Aut(petersen): V^4", "10000000 pairs of lists")]
    [InlineData("Aut(frucht): V^2", "Aut(frucht): V^2", "20736 orbits")]
    [InlineData("C(256): V", "C(256): V^2", "16777216 pairs of lists")]
    [InlineData("B(128)×C(2): V^(0,1)", "B(128)×C(2): V^(0,16)", "16908288 images")]
    [InlineData("D(5): V", "C(5): V", "one group")]
    public void WhatIsTooLargeIsRefusedWithItsSize(string input, string output, string words) =>
        Assert.Contains(words, Assert.Throws<ArgumentException>(() => DiagramLinear.Create(input, output)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Aut(empty(256))", 2)]
    [InlineData("D(256)", 129)]
    [InlineData("Aut(hypercube(8))", 9)]
    public void LargeGraphsAreCounted(string group, int dimension) =>
        Assert.Equal(dimension, Plan($"{group}: V", $"{group}: V").Paths.Count);

    private static DiagramPlan Plan(string input, string output) => DiagramPlan.Create(TensorPowers.Parse(input), TensorPowers.Parse(output));

    private static int Position(IEnumerable<int> points, int n) => points.Aggregate(0, (place, point) => (place * n) + point);

    private static int Moved(Permutation g, int place, int n, int length)
    {
        int[] points = new int[length];
        for (int axis = length - 1; axis >= 0; axis--, place /= n) points[axis] = g[place % n];
        return Position(points, n);
    }

    private static double[] Some(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.5)];

    private static void Check(string input, string output)
    {
        DiagramLinear layer = DiagramLinear.Create(input, output);
        int[] sizes = [.. layer.Plan.Input.Spaces.Select(space => space.N)];
        int dimIn = (int)layer.Plan.Input.Dim(sizes), dimOut = (int)layer.Plan.Output.Dim(sizes);
        Random random = new(7);
        double[] w = Some(random, layer.WeightCount), b = Some(random, layer.BiasCount);
        OrbitOracle oracle = new(layer.Plan);
        (double[] matrix, double[] constant) = oracle.Dense(w, b);
        // Fewer rows than are done at once, and more.
        foreach (int rows in new[] { 1, 7 })
        {
            double[] x = Some(random, rows * dimIn), g = Some(random, rows * dimOut), y = new double[rows * dimOut];
            layer.Forward<double>(sizes, x, w, b, y);
            Close(Product(matrix, x, constant), y);

            double[] gx = new double[x.Length], gw = new double[w.Length], gb = new double[b.Length];
            layer.Backward<double>(sizes, x, w, g, gx, gw, gb);
            Close(Transposed(matrix, g), gx);
            // Linear in the weights and in the biases: along a direction the gradient is the value of the layer with that direction.
            double[] direction = Some(random, w.Length), bias = Some(random, b.Length), cotangent = Some(random, x.Length);
            (double[] moved, double[] shift) = oracle.Dense(direction, bias);
            Close([Dot(Product(moved, x, shift), g)], [Dot(gw, direction) + Dot(gb, bias)]);

            // Of ⟨cotangent, gx⟩ + ⟨direction, gw⟩ + ⟨bias, gb⟩ by x, w and g.
            double[] ggx = new double[x.Length], ggw = new double[w.Length], ggg = new double[g.Length];
            layer.DoubleBackward<double>(sizes, x, w, g, cotangent, direction, bias, ggx, ggw, ggg);
            Close(Transposed(moved, g), ggx);
            double[] other = Some(random, w.Length);
            (double[] along, _) = oracle.Dense(other, new double[b.Length]);
            Close([Dot(Transposed(along, g), cotangent)], [Dot(ggw, other)]);
            Close([.. Product(matrix, cotangent, new double[dimOut]).Zip(Product(moved, x, shift), (p, q) => p + q)], ggg);

            float[] single = new float[y.Length];
            layer.Forward<float>(sizes, Single(x), Single(w), Single(b), single);
            double largest = y.Append(1).Max(Math.Abs);
            for (int i = 0; i < y.Length; i++) Assert.True(Math.Abs(single[i] - y[i]) <= 1e-4 * largest);
        }

        double[] Product(double[] dense, double[] x, double[] add) =>
            [.. Enumerable.Range(0, x.Length / dimIn).SelectMany(r => Enumerable.Range(0, dimOut).Select(o => add[o] + Enumerable.Range(0, dimIn).Sum(i => dense[(o * dimIn) + i] * x[(r * dimIn) + i])))];

        double[] Transposed(double[] dense, double[] g) =>
            [.. Enumerable.Range(0, g.Length / dimOut).SelectMany(r => Enumerable.Range(0, dimIn).Select(i => Enumerable.Range(0, dimOut).Sum(o => dense[(o * dimIn) + i] * g[(r * dimOut) + o])))];
    }

    private static double Dot(double[] left, double[] right) => left.Zip(right, (p, q) => p * q).Sum();

    private static void Close(double[] expected, double[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < found.Length; i++) Assert.True(Math.Abs(expected[i] - found[i]) <= 1e-11 * (1 + Math.Abs(expected[i])), $"at {i}: {found[i]} is not {expected[i]}");
    }

    private static float[] Single(double[] values) => [.. values.Select(value => (float)value)];
}
