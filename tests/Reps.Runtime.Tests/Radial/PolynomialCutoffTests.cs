using System;
using System.Linq;
using System.Numerics;

namespace Reps.Tests.Radial;

public sealed class PolynomialCutoffTests
{
    // The published form, in exact integers over a power of two: r/c = i/64.
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(12)]
    [InlineData(50)]
    public void ValuesAreThoseOfThePublishedPolynomial(int p)
    {
        PolynomialCutoff cutoff = new(8, p);
        double[] distances = [.. Enumerable.Range(0, 65).Select(i => i / 8.0)];
        double[] values = new double[65];
        cutoff.Evaluate(distances, values);
        BigInteger unit = BigInteger.Pow(64, p + 2);
        for (int i = 0; i <= 64; i++)
        {
            BigInteger twice = (2 * unit) - ((p + 1) * (p + 2) * BigInteger.Pow(i, p) * 64 * 64)
                + (2 * p * (p + 2) * BigInteger.Pow(i, p + 1) * 64) - (p * (p + 1) * BigInteger.Pow(i, p + 2));
            double expected = (double)(twice * BigInteger.Pow(2, 70) / (2 * unit)) / Math.Pow(2, 70);
            // Relative, even where u is small: the factored form cancels nowhere.
            Assert.Equal(expected, values[i], (1e-14 * expected) + 1e-20);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(6)]
    [InlineData(9)]
    public void DerivativesAreThoseOfTheValues(int p)
    {
        PolynomialCutoff cutoff = new(5, p);
        Quadrature.AssertDerivative([0.01, 0.5, 1.3, 2.5, 4, 4.9, 4.999, 5.5], 1, cutoff.Evaluate, cutoff.Derivative, 1e-10);
        float[] singles = new float[3];
        double[] doubles = new double[3];
        cutoff.Derivative([0.7f, 2.2f, 4.4f], singles);
        cutoff.Derivative([0.7f, 2.2f, 4.4f], doubles);
        Assert.All(doubles.Zip(singles), v => Assert.Equal(v.First, v.Second, 1e-6));
    }

    [Fact]
    public void ItFallsFromOneToZeroAndStaysThere()
    {
        foreach (int p in new[] { 2, 6, 1000 })
        {
            PolynomialCutoff cutoff = new(3.3, p);
            double[] distances = [.. Enumerable.Range(0, 4001).Select(i => i * 0.001)];
            double[] values = new double[4001];
            double[] derivatives = new double[4001];
            cutoff.Evaluate(distances, values);
            cutoff.Derivative(distances, derivatives);
            Assert.Equal((1, 0), (values[0], derivatives[0]));
            Assert.All(values, u => Assert.InRange(u, 0, 1 + 1e-12));
            Assert.All(values.Zip(values.Skip(1)), u => Assert.True(u.Second <= u.First + 1e-12));
            Assert.All(derivatives, d => Assert.True(d <= 0));
            Assert.All(values[3300..], u => Assert.Equal(0, u));
            Assert.All(derivatives[3300..], d => Assert.Equal(0, d));
        }
    }

    [Fact]
    public void ItIsSmoothAtTheCutoff()
    {
        PolynomialCutoff cutoff = new(1, 6);
        foreach (double h in new[] { 1e-2, 1e-4, 1e-6 })
        {
            double[] u = new double[1];
            double[] du = new double[1];
            cutoff.Evaluate([1 - h], u);
            cutoff.Derivative([1 - h], du);
            // A triple zero: u = p(p+1)(p+2)/6 h³ (1 + O(h)), so value, slope and curvature join the zero beyond.
            Assert.Equal(56, u[0] / (h * h * h), 56 * 4 * h);
            Assert.Equal(-168, du[0] / (h * h), 168 * 6 * h);
        }
    }

    [Fact]
    public void SpansMayBeTheSame()
    {
        double[] values = [0, 1, 2];
        new PolynomialCutoff(2, 2).Evaluate(values, values);
        // 1 - 6/4 + 8/8 - 3/16 at half the cutoff.
        Assert.Equal([1, 0.3125, 0], values);
        double[] slopes = [0, 1, 2];
        new PolynomialCutoff(2, 2).Derivative(slopes, slopes);
        Assert.Equal([0, -0.75, 0], slopes);
    }

    [Fact]
    public void BadArgumentsAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PolynomialCutoff(5, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PolynomialCutoff(5, 1001));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PolynomialCutoff(-5));
        Assert.Throws<ArgumentException>(() => new PolynomialCutoff(5).Evaluate(new double[2], new double[3]));
    }
}
