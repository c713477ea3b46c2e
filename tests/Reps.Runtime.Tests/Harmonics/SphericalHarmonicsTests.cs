using System;
using System.Linq;
using System.Text.Json;

namespace Reps.Tests.Harmonics;

/// <summary>Real spherical harmonics against e3nn's values, their symmetry, their sum rule, and at points where formulas like to fail.</summary>
public sealed class SphericalHarmonicsTests
{
    public static TheoryData<HarmonicsNormalization, bool> Forms
    {
        get
        {
            TheoryData<HarmonicsNormalization, bool> forms = [];
            foreach (HarmonicsNormalization normalization in Enum.GetValues<HarmonicsNormalization>())
            {
                forms.Add(normalization, true);
                forms.Add(normalization, false);
            }
            return forms;
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void ValuesAreThoseOfTheReference(HarmonicsNormalization normalization, bool normalize)
    {
        JsonElement c = Reference.Load("spherical_harmonics");
        double[] points = [.. Reference.Rows(c.GetProperty("points")).SelectMany(r => r)];
        JsonElement values = c.GetProperty("values").GetProperty(normalization.ToString().ToLowerInvariant()).GetProperty($"normalize={normalize}");
        foreach (JsonProperty degree in values.EnumerateObject())
        {
            double[] expected = [.. Reference.Rows(degree.Value).SelectMany(r => r)];
            Reference.Near(expected, Evaluate(int.Parse(degree.Name), points, normalization, normalize), 1e-13, "Y" + degree.Name);
        }
    }

    [Fact]
    public void GoldenValuesToDegreeEight()
    {
        JsonElement c = Reference.Load("so3_golden").GetProperty("sh");
        double[] points = Reference.Data(c.GetProperty("x"));
        foreach ((string name, bool normalize) in new[] { ("component_normalize", true), ("component_raw", false) })
        {
            double[] actual = new double[points.Length / 3 * 81];
            SphericalHarmonics.Create(Irreps.SphericalHarmonics(8), normalize: normalize).Forward<double>(points, actual);
            // The file keeps fifteen digits.
            Reference.Near(Reference.Data(c.GetProperty(name)), actual, 1e-13, name);
        }
        Reference.Near(Reference.Data(c.GetProperty("integral_l3")), Evaluate(3, points, HarmonicsNormalization.Integral, true), 1e-13, "integral");
        Reference.Near(Reference.Data(c.GetProperty("norm_l3")), Evaluate(3, points, HarmonicsNormalization.Norm, true), 1e-13, "norm");
        double[] twelve = Reference.Data(c.GetProperty("component_l12"));
        Reference.Near(twelve, Evaluate(12, points[..6], HarmonicsNormalization.Component, true), 1e-12, "degree 12");
    }

    [Fact]
    public void RotatedVectorsHaveRotatedHarmonics()
    {
        Random random = new(4);
        for (int l = 0; l <= 12; l++)
        {
            OrthogonalTransform g = OrthogonalTransform.Random(random);
            double[] v = [Gaussian.Next(random), Gaussian.Next(random), Gaussian.Next(random)];
            double[] moved = new double[3];
            g.Rotation.Apply(v, moved);
            if (g.Inverts) moved = [.. moved.Select(x => -x)];
            double[] y = Evaluate(l, v, HarmonicsNormalization.Component, true);
            double[] d = WignerD.Matrix(Irrep.O3(l, l % 2 == 0 ? 1 : -1), g);
            int dim = 2 * l + 1;
            double[] expected = [.. Enumerable.Range(0, dim).Select(i => Enumerable.Range(0, dim).Sum(j => d[i * dim + j] * y[j]))];
            Reference.Near(expected, Evaluate(l, moved, HarmonicsNormalization.Component, true), 1e-13, $"Y{l}");
        }
    }

    [Fact]
    public void SquaresAddUpToDegreeHundred()
    {
        // Unsöld: Σ_m Y_m² = 2l + 1 in every direction.
        Random random = new(5);
        double[] points = [.. Enumerable.Range(0, 60).Select(_ => Gaussian.Next(random)), 0, 1, 0, 1e-9, 1, 0, 1, 0, 0];
        for (int l = 0; l <= 100; l += l < 12 ? 1 : 11)
        {
            double[] y = Evaluate(l, points, HarmonicsNormalization.Component, true);
            for (int row = 0; row < points.Length / 3; row++)
                Assert.Equal(1, y.Skip(row * (2 * l + 1)).Take(2 * l + 1).Sum(v => v * v) / (2 * l + 1), 1e-12);
        }
    }

    [Fact]
    public void FloatFollowsDouble()
    {
        Random random = new(6);
        double[] points = [.. Enumerable.Range(0, 30).Select(_ => Gaussian.Next(random))];
        SphericalHarmonics layer = SphericalHarmonics.Create(Irreps.SphericalHarmonics(12));
        double[] y = new double[10 * 169];
        float[] single = new float[10 * 169];
        layer.Forward<double>(points, y);
        layer.Forward<float>([.. points.Select(p => (float)p)], single);
        Reference.Near(y, [.. single.Select(v => (double)v)], 1e-5, "float");
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1e-200, -2e-200, 1e-200)]
    [InlineData(0, 1e-13, 0)]
    public void AVectorWithoutDirectionHasOnlyTheConstant(double x, double y, double z)
    {
        SphericalHarmonics layer = SphericalHarmonics.Create(Irreps.SphericalHarmonics(4));
        double[] output = new double[25];
        layer.Forward<double>([x, y, z], output);
        Assert.Equal(1, output[0]);
        Assert.All(output[1..], v => Assert.Equal(0, v));
        double[] gradient = [7, 7, 7];
        layer.Backward<double>([x, y, z], [.. Enumerable.Repeat(1.0, 25)], gradient);
        Assert.Equal([0, 0, 0], gradient);
    }

    [Theory]
    [InlineData(1e-8)]
    [InlineData(1e150)]
    [InlineData(1e300)]
    public void TheLengthDoesNotMatter(double length)
    {
        double[] unit = Evaluate(6, [0.6, 0, -0.8], HarmonicsNormalization.Component, true);
        Reference.Near(unit, Evaluate(6, [0.6 * length, 0, -0.8 * length], HarmonicsNormalization.Component, true), 1e-14, "Y6");
    }

    [Fact]
    public void ChannelsAndRepeatedDegreesAreKeptInOrder()
    {
        SphericalHarmonics layer = SphericalHarmonics.Create("2x1o + 0e + 1o");
        double[] output = new double[10];
        layer.Forward<double>([0, 0.6, 0.8], output);
        double s = Math.Sqrt(3);
        Reference.Near([0, 0, s * 0.6, s * 0.6, s * 0.8, s * 0.8, 1, 0, s * 0.6, s * 0.8], output, 1e-15, "channels");
    }

    private static double[] Evaluate(int l, double[] points, HarmonicsNormalization normalization, bool normalize)
    {
        Irreps output = new(Group.SO3, [new MulIrrep(1, Irrep.SO3(l))]);
        double[] result = new double[points.Length / 3 * output.Dim];
        SphericalHarmonics.Create(output, normalization, normalize).Forward<double>(points, result);
        return result;
    }
}
