using System;
using System.Linq;
using System.Text.Json;
using System.Threading;

namespace Reps.Tests.Grids;

public class S2GridTests
{
    private static readonly JsonElement s_golden = Reference.Load("so3_golden").GetProperty("s2_activation");

    [Fact]
    public void BuffersAreThoseOfE3nn()
    {
        S2Grid grid = S2Grid.Soft(S2Resolution.Complete(lmax: 2, resBeta: s_golden.GetProperty("res").GetInt32()));
        S2Synthesis to = grid.Synthesis(2);
        S2Analysis from = grid.Analysis(2);
        Reference.Near(Reference.Data(s_golden.GetProperty("sha")), to.Alpha.ToArray(), 1e-13, "sha");
        Reference.Near(Reference.Data(s_golden.GetProperty("shb_to")), to.Beta.ToArray(), 1e-13, "shb_to");
        Reference.Near(Reference.Data(s_golden.GetProperty("shb_from")), from.Beta.ToArray(), 1e-13, "shb_from");
        Assert.Equal(to.Alpha.ToArray(), from.Alpha.ToArray());
    }

    [Theory]
    [InlineData("so3_golden", true)]
    [InlineData("layers", false)]
    public void SphereActivationsAreThoseOfE3nn(string file, bool nested)
    {
        JsonElement reference = Reference.Load(file).GetProperty("s2_activation");
        double[] x = nested ? Reference.Data(reference.GetProperty("x")) : [.. Reference.Rows(reference.GetProperty("x")).SelectMany(row => row)];
        double[] expected = nested ? Reference.Data(reference.GetProperty("out")) : [.. Reference.Rows(reference.GetProperty("out")).SelectMany(row => row)];
        ScalarActivation act = nested ? ScalarActivation.Tanh : ScalarActivation.Parse(reference.GetProperty("act").GetString()!);
        S2Grid grid = S2Grid.Soft(S2Resolution.Complete(lmax: 2, resBeta: reference.GetProperty("res").GetInt32()));
        double[] values = new double[x.Length / 9 * grid.ResBeta * grid.ResAlpha];
        grid.Synthesis(2).Forward(x, values);
        act.Apply(values, values, act.Constant(MomentSource.E3nn));
        double[] actual = new double[x.Length];
        grid.Analysis(2).Forward(values, actual);
        Reference.Near(expected, actual, 1e-6, "s2 activation of " + file);
    }

    [Theory]
    [InlineData(GridNormalization.Component)]
    [InlineData(GridNormalization.Norm)]
    [InlineData(GridNormalization.Integral)]
    public void CoefficientsReturnFromTheSmallestGrids(GridNormalization normalization)
    {
        for (int lmax = 0; lmax <= 9; lmax++)
        {
            foreach (S2Grid grid in new[] { S2Grid.Soft(S2Resolution.Complete(lmax)), S2Grid.GaussLegendreFor(2 * lmax), S2Grid.Soft(2 * lmax + 6, 2 * lmax + 2) })
            {
                Assert.True(grid.Lmax >= lmax);
                double[] signal = Random(new Random(lmax), 2 * (lmax + 1) * (lmax + 1));
                double[] values = new double[2 * grid.ResBeta * grid.ResAlpha];
                grid.Synthesis(lmax, normalization).Forward(signal, values);
                double[] back = new double[signal.Length];
                grid.Analysis(lmax, normalization).Forward(values, back);
                Reference.Near(signal, back, 1e-12, $"lmax {lmax} on {grid.ResBeta}x{grid.ResAlpha}");
            }
        }
    }

    [Fact]
    public void OnePointFewerDoesNotDo()
    {
        S2Grid polar = S2Grid.GaussLegendre(4, 9);
        Assert.Equal(3, polar.Lmax);
        Assert.Throws<ArgumentException>(() => polar.Analysis(4));
        S2Grid azimuthal = S2Grid.GaussLegendre(5, 8);
        double[] signal = new double[25];
        signal[24] = 1;
        double[] values = new double[40];
        azimuthal.Synthesis(4, GridNormalization.Integral).Forward(signal, values);
        azimuthal.Analysis(4, GridNormalization.Integral).Forward(values, signal);
        Assert.True(Math.Abs(signal[24] - 1) > 0.1);
    }

    [Fact]
    public void WeightsIntegrateMonomialsExactly()
    {
        foreach (S2Grid grid in new[] { S2Grid.Soft(10, 11), S2Grid.GaussLegendre(5, 12), S2Grid.GaussLegendreFor(9), S2Grid.Soft(40, 39), S2Grid.GaussLegendreFor(40) })
        {
            double[] points = grid.Points();
            for (int a = 0; a <= grid.ExactDegree; a += 2)
            for (int b = 0; a + b <= grid.ExactDegree; b += 2)
            for (int c = 0; a + b + c <= grid.ExactDegree; c += 2)
            {
                double sum = 0;
                for (int n = 0; n < points.Length / 3; n++)
                    sum += grid.Weights[n / grid.ResAlpha] * Math.Pow(points[3 * n], a) * Math.Pow(points[3 * n + 1], b) * Math.Pow(points[3 * n + 2], c);
                // The mean of x^a y^b z^c over the sphere, (a−1)!!(b−1)!!(c−1)!!/(a+b+c+1)!!.
                double expected = Odd(a - 1) * Odd(b - 1) * Odd(c - 1) / Odd(a + b + c + 1);
                Assert.True(Math.Abs(sum - expected) < 1e-14, $"{a},{b},{c} on {grid.ResBeta}x{grid.ResAlpha}: {sum} is not {expected}");
            }
        }
    }

    [Fact]
    public void ManyNodesKeepTheirDigits()
    {
        foreach (int n in new[] { 1, 2, 3, 64, 1001, 3000 })
        {
            S2Grid grid = S2Grid.GaussLegendre(n, 1);
            double[] y = [.. grid.Betas.ToArray().Select(Math.Cos)];
            Assert.Equal(y.OrderDescending(), y);
            Assert.Equal(1, grid.Weights.ToArray().Sum(), 1e-12);
            if (n > 1) Assert.Equal(1.0 / 3, y.Zip(grid.Weights.ToArray(), (a, w) => a * a * w).Sum(), 1e-12);
            if (n > 20) Assert.Equal(1.0 / 41, y.Zip(grid.Weights.ToArray(), (a, w) => Math.Pow(a, 40) * w).Sum(), 1e-12);
        }
    }

    [Fact]
    public void SynthesisIsTheSumOfHarmonicsAtThePoints()
    {
        const int Lmax = 5;
        S2Grid grid = S2Grid.GaussLegendre(7, 4);
        double[] points = grid.Points();
        double[] harmonics = new double[28 * 36];
        SphericalHarmonics.Create(Irreps.SphericalHarmonics(Lmax), HarmonicsNormalization.Integral).Forward<double>(points, harmonics);
        Reference.Near(harmonics, grid.Synthesis(Lmax, GridNormalization.Integral).Dense(), 1e-13, "harmonics");
        double[] scales = [1, 2, 3, 4, 5, 6];
        double[] scaled = grid.Synthesis(Lmax, scales).Dense();
        for (int n = 0; n < scaled.Length; n++) Assert.Equal(harmonics[n] * scales[(int)Math.Sqrt(n % 36)], scaled[n], 1e-12);
    }

    [Fact]
    public void TheDenseMatricesAreTheSeparableOnes()
    {
        S2Grid grid = S2Grid.Soft(6, 5);
        double[] to = grid.Synthesis(2).Dense();
        double[] from = grid.Analysis(2, GridNormalization.Norm, lmaxIn: 4).Dense();
        double[] values = new double[30];
        for (int i = 0; i < 9; i++)
        {
            double[] unit = new double[9];
            unit[i] = 1;
            grid.Synthesis(2).Forward(unit, values);
            for (int n = 0; n < 30; n++) Assert.Equal(values[n], to[n * 9 + i], 1e-14);
        }
        for (int n = 0; n < 30; n++)
        {
            Array.Clear(values);
            values[n] = 1;
            double[] coefficients = new double[9];
            grid.Analysis(2, GridNormalization.Norm, lmaxIn: 4).Forward(values, coefficients);
            for (int i = 0; i < 9; i++) Assert.Equal(coefficients[i], from[n * 9 + i], 1e-14);
        }
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => grid.Synthesis(2).Dense(source.Token));
    }

    [Theory]
    [InlineData(3, null, null, 3, 8, 7)]
    [InlineData(3, 20, null, 3, 20, 19)]
    [InlineData(3, 8, 5, 3, 8, 5)]
    [InlineData(null, 10, null, 4, 10, 9)]
    [InlineData(null, null, 9, 4, 10, 9)]
    [InlineData(null, null, 10, 4, 10, 10)]
    [InlineData(null, 100, 5, 2, 100, 5)]
    [InlineData(5, null, 3, 5, 12, 3)]
    [InlineData(0, 2, null, 0, 2, 1)]
    public void SizesAreCompletedByTheRulesOfE3nn(int? lmax, int? beta, int? alpha, int expectedLmax, int expectedBeta, int expectedAlpha) =>
        Assert.Equal(new S2Resolution(expectedLmax, expectedBeta, expectedAlpha), S2Resolution.Complete(lmax, beta, alpha));

    [Fact]
    public void BadSizesAreRefused()
    {
        Assert.Contains("lmax", Assert.Throws<ArgumentException>(() => S2Resolution.Complete()).Message, StringComparison.Ordinal);
        Assert.Contains("take 12", Assert.Throws<ArgumentException>(() => S2Resolution.Complete(2, 11)).Message, StringComparison.Ordinal);
        Assert.Contains("take 14", Assert.Throws<ArgumentException>(() => S2Resolution.Complete(6, 12)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => S2Resolution.Complete(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => S2Grid.Soft(0, 3));
        Assert.Throws<ArgumentException>(() => S2Grid.Soft(3, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => S2Grid.GaussLegendreFor(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => S2Grid.Soft(4, 4).Synthesis(1, (GridNormalization)7));
        Assert.Throws<ArgumentException>(() => S2Grid.Soft(4, 4).Synthesis(1, [1.0]));
        Assert.Throws<ArgumentException>(() => S2Grid.Soft(16384, 16384).Synthesis(100));
        Assert.Throws<ArgumentException>(() => S2Grid.Soft(4, 4).Synthesis(1).Forward(new double[4], new double[15]));
    }

    internal static double[] Random(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => Gaussian.Next(random))];

    private static double Odd(int n) => n <= 1 ? 1 : n * Odd(n - 2);
}
