using System;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace Reps.Tests.Radial;

public sealed class GaussianBasisTests
{
    // e3nn's soft one-hot: exp(-d²)/1.12 with d in steps, with centres on both ends, or only between them.
    [Theory]
    [InlineData("gaussian_False", false)]
    [InlineData("gaussian_True", true)]
    public void ValuesAreThoseOfE3nnUpToItsFactor(string key, bool withoutEnds)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(
            Path.Combine(AppContext.BaseDirectory, "reference", "so3_golden.json")));
        JsonElement golden = json.RootElement.GetProperty("soft_one_hot");
        double[] x = [.. golden.GetProperty("x").EnumerateArray().Select(v => v.GetDouble())];
        double[] expected = [.. golden.GetProperty(key).GetProperty("data").EnumerateArray().Select(v => v.GetDouble())];
        (double start, double end) = (golden.GetProperty("start").GetDouble(), golden.GetProperty("end").GetDouble());
        int count = golden.GetProperty("number").GetInt32();
        double step = (end - start) / (withoutEnds ? count + 1 : count - 1);
        GaussianBasis basis = withoutEnds
            ? new GaussianBasis(count, start + step, end - step, step / Math.Sqrt(2))
            : new GaussianBasis(count, start, end, step / Math.Sqrt(2));

        double[] values = new double[expected.Length];
        basis.Evaluate<double>(x, values);

        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], values[i] / 1.12, 1e-13);
    }

    [Fact]
    public void EachFunctionPeaksAtItsCenterAndItsNeighborsAreOneWidthAway()
    {
        GaussianBasis basis = new(5, 0.5, 4.5);
        double[] values = new double[25];
        basis.Evaluate([0.5, 1.5, 2.5, 3.5, 4.5], values);
        for (int e = 0; e < 5; e++)
        {
            for (int n = 0; n < 5; n++)
                Assert.Equal(Math.Exp(-0.5 * (e - n) * (e - n)), values[(5 * e) + n], 1e-15);
        }
        Assert.Equal(1, basis.Width);
        Assert.Equal(1, values[24]);
    }

    [Fact]
    public void DerivativesAreThoseOfTheValues()
    {
        GaussianBasis basis = new(7, 0, 5, 0.6);
        Quadrature.AssertDerivative([0, 0.3, 1, 2.2, 4.9, 5, 7], 7, basis.Evaluate, basis.Derivative, 1e-11);
        float[] singles = new float[14];
        double[] doubles = new double[14];
        basis.Derivative([0.4f, 3.3f], singles);
        basis.Derivative([0.4, 3.3], doubles);
        Assert.All(doubles.Zip(singles), v => Assert.Equal(v.First, v.Second, 3e-6));
    }

    [Fact]
    public void BadArgumentsAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new GaussianBasis(1, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GaussianBasis(3, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GaussianBasis(3, double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GaussianBasis(3, 0, double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GaussianBasis(3, 0, 1, 0));
        Assert.Throws<ArgumentException>(() => new GaussianBasis(3, 0, 1).Evaluate(new float[2], new float[5]));
    }
}
