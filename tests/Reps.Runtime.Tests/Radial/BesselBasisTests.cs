using System;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace Reps.Tests.Radial;

public sealed class BesselBasisTests
{
    [Fact]
    public void ValuesAreThoseOfE3nn()
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(
            Path.Combine(AppContext.BaseDirectory, "reference", "so3_golden.json")));
        JsonElement golden = json.RootElement.GetProperty("bessel");
        double[] x = [.. golden.GetProperty("x").EnumerateArray().Select(v => v.GetDouble())];
        double[] expected = [.. golden.GetProperty("out").GetProperty("data").EnumerateArray().Select(v => v.GetDouble())];
        BesselBasis basis = new(golden.GetProperty("n").GetInt32(), golden.GetProperty("x_max").GetDouble());

        double[] values = new double[expected.Length];
        basis.Evaluate<double>(x, values);
        float[] singles = new float[expected.Length];
        basis.Evaluate<float>([.. x.Select(v => (float)v)], singles);

        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], values[i], 1e-13);
            Assert.Equal(expected[i], singles[i], 1e-5);
        }
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(5.0)]
    public void FunctionsAreOrthonormalInTheBall(double cutoff)
    {
        BesselBasis basis = new(8, cutoff);
        double[] values = new double[8];
        double[,] products = new double[8, 8];
        foreach ((double r, double weight) in Quadrature.Simpson(0, cutoff, 2000))
        {
            basis.Evaluate([r], values);
            for (int n = 0; n < 8; n++)
            {
                for (int m = 0; m < 8; m++)
                    products[n, m] += weight * r * r * values[n] * values[m];
            }
        }
        for (int n = 0; n < 8; n++)
        {
            for (int m = 0; m < 8; m++)
                Assert.Equal(n == m ? 1 : 0, products[n, m], 1e-9);
        }
    }

    [Fact]
    public void TheLimitAtZeroIsFiniteAndReachedSmoothly()
    {
        BesselBasis basis = new(4, 3);
        double[] values = new double[4];
        double[] derivatives = new double[4];
        // Subnormal and tiny distances included.
        foreach (double r in new[] { 0, double.Epsilon, 1e-310, 1e-200, 1e-20, 1e-9 })
        {
            basis.Evaluate([r], values);
            basis.Derivative([r], derivatives);
            for (int n = 1; n <= 4; n++)
            {
                double k = n * Math.PI / 3;
                Assert.Equal(Math.Sqrt(2.0 / 3) * k, values[n - 1], 1e-14);
                // The next term of the series: -sqrt(2/c) k³ r / 3.
                Assert.Equal(-Math.Sqrt(2.0 / 3) * k * k * k * r / 3, derivatives[n - 1], 1e-22);
            }
        }
        float[] singles = new float[4];
        Half[] halves = new Half[4];
        basis.Evaluate([0f], singles);
        basis.Evaluate([Half.Zero], halves);
        Assert.Equal(Math.Sqrt(2.0 / 3) * Math.PI / 3, singles[0], 1e-6);
        Assert.Equal(Math.Sqrt(2.0 / 3) * Math.PI / 3, (double)halves[0], 1e-3);
    }

    [Fact]
    public void EveryFunctionVanishesAtTheCutoff()
    {
        double[] values = new double[16];
        new BesselBasis(16, 4.7).Evaluate([4.7], values);
        Assert.All(values, v => Assert.Equal(0, v));
    }

    [Fact]
    public void DerivativesAreThoseOfTheValues()
    {
        BesselBasis basis = new(6, 5);
        // On both sides of the switch between series and closed form for every n, and beyond the cutoff.
        double[] distances = [1e-3, 0.05, 0.2, 0.26, 0.27, 0.4, 0.53, 0.8, 1.5, 1.6, 2.5, 4.9, 5, 6.1];
        Quadrature.AssertDerivative(distances, 6, basis.Evaluate, basis.Derivative, 1e-9);
    }

    [Fact]
    public void SingleDerivativesFollowTheDoubles()
    {
        BesselBasis basis = new(5, 5);
        float[] distances = [.. Enumerable.Range(0, 200).Select(i => i * 0.026f)];
        float[] singles = new float[1000];
        double[] doubles = new double[1000];
        basis.Derivative(distances, singles);
        basis.Derivative([.. distances.Select(r => (double)r)], doubles);
        for (int i = 0; i < singles.Length; i++)
            Assert.Equal(doubles[i], singles[i], 2e-6);
    }

    [Fact]
    public void BadArgumentsAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new BesselBasis(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BesselBasis(int.MaxValue, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BesselBasis(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BesselBasis(1, double.NaN));
        Assert.Throws<ArgumentException>(() => new BesselBasis(2, 1).Evaluate(new double[3], new double[5]));
        Assert.Throws<ArgumentException>(() => new BesselBasis(2, 1).Derivative(new double[3], new double[7]));
    }
}
