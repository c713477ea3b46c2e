using System;
using System.Linq;

namespace Reps.Tests.Harmonics;

/// <summary>Jacobians and second derivatives against each other, numerical derivatives, and values of high precision.</summary>
public sealed class HarmonicDerivativeTests
{
    private static readonly Irreps s_output = Irreps.Parse("2x3o + 0e + 1o + 2e + 5o + 3x4e");

    public static TheoryData<HarmonicsNormalization, bool> Forms => SphericalHarmonicsTests.Forms;

    [Theory]
    [MemberData(nameof(Forms))]
    public void TheProductWithTheJacobianIsTheGradient(HarmonicsNormalization normalization, bool normalize)
    {
        const int Rows = 11;
        SphericalHarmonics layer = SphericalHarmonics.Create(s_output, normalization, normalize);
        int dim = s_output.Dim;
        double[] vectors = Normal(3 * Rows, 1);
        double[] weights = Normal(Rows * dim, 2);
        double[] output = new double[Rows * dim];
        double[] jacobian = new double[3 * Rows * dim];
        double[] gradient = new double[3 * Rows];
        layer.ForwardWithJacobian<double>(vectors, output, jacobian);
        layer.Backward<double>(vectors, weights, gradient);
        for (int n = 0; n < 3 * Rows; n++)
        {
            double sum = Enumerable.Range(0, dim).Sum(k => jacobian[n * dim + k] * weights[n / 3 * dim + k]);
            Assert.Equal(sum, gradient[n], 1e-12 * gradient.Max(Math.Abs));
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void SecondDerivativesAreThoseOfTheGradient(HarmonicsNormalization normalization, bool normalize)
    {
        const int Rows = 5;
        SphericalHarmonics layer = SphericalHarmonics.Create(s_output, normalization, normalize);
        int dim = s_output.Dim;
        double[] vectors = Normal(3 * Rows, 3);
        // At the pole, too.
        (vectors[0], vectors[1], vectors[2]) = (0, -1.1, 0);
        double[] weights = Normal(Rows * dim, 4);
        double[] cotangent = Normal(3 * Rows, 5);
        double[] byVectors = new double[3 * Rows];
        double[] byWeights = new double[Rows * dim];
        layer.DoubleBackward<double>(vectors, weights, cotangent, byVectors, byWeights);
        for (int n = 0; n < vectors.Length; n++) Assert.Equal(Slope(t => Product(Moved(vectors, n, t), weights)), byVectors[n], 1e-7 * byVectors.Max(Math.Abs));
        // Linear in the weights, so the difference is exact but for rounding.
        for (int n = 0; n < weights.Length; n++)
            Assert.Equal(
                (Product(vectors, Moved(weights, n, 0.5)) - Product(vectors, Moved(weights, n, -0.5))),
                byWeights[n],
                1e-11 * byWeights.Max(Math.Abs)
            );

        double[] alone = new double[byVectors.Length];
        layer.DoubleBackward<double>(vectors, weights, cotangent, alone, default);
        Assert.Equal(byVectors, alone);
        alone = new double[byWeights.Length];
        layer.DoubleBackward<double>(vectors, weights, cotangent, default, alone);
        Assert.Equal(byWeights, alone);

        double Product(double[] v, double[] g)
        {
            double[] gradient = new double[v.Length];
            layer.Backward<double>(v, g, gradient);
            return gradient.Zip(cotangent, (a, b) => a * b).Sum();
        }
    }

    [Fact]
    public void ZeroVectorsHaveNoDerivatives()
    {
        SphericalHarmonics layer = SphericalHarmonics.Create(Irreps.SphericalHarmonics(4));
        double[] ones = [.. Enumerable.Repeat(1.0, 25)];
        double[] output = new double[25];
        double[] jacobian = new double[75];
        double[] byVectors = [9, 9, 9];
        double[] byWeights = new double[25];
        foreach (double x in new[] { 0, 1e-200, 1e-13 })
        {
            layer.ForwardWithJacobian<double>([x, 0, -x], output, jacobian);
            layer.DoubleBackward<double>([x, 0, -x], ones, [1, 2, 3], byVectors, byWeights);
            Assert.Equal(1, output[0]);
            Assert.All(output[1..], v => Assert.Equal(0, v));
            Assert.All(jacobian.Concat(byVectors).Concat(byWeights), v => Assert.Equal(0, v));
        }
    }

    [Fact]
    public void WhatIsNotANumberStaysSo()
    {
        double[] output = new double[4];
        SphericalHarmonics.Create("0e + 1o").Forward<double>([1, double.NaN, 0], output);
        Assert.All(output[1..], v => Assert.True(double.IsNaN(v)));
    }

    [Fact]
    public void DegreeHundredIsAccurate()
    {
        // Against the closed form in high precision, relative to the norm of the degree.
        double[][] points = [[0.3, -0.7, 0.65], [1e-3, 1, 2e-3], [0.6, 0, -0.8], [-0.5, 1e-10, 0.7]];
        double[] weights = Normal(201, 6);
        double[] output = new double[201];
        double[] gradient = new double[3];
        foreach (double[] point in points)
        {
            SphericalHarmonics layer = SphericalHarmonics.Create(new Irreps(Group.SO3, [new MulIrrep(1, Irrep.SO3(100))]));
            layer.Forward<double>(point, output);
            FixedPoint[] exact = HighPrecisionHarmonics.Values(100, Array.ConvertAll(point, FixedPoint.From), HarmonicsNormalization.Component, true);
            for (int n = 0; n < 201; n++) Assert.Equal(exact[n].ToDouble(), output[n], 2e-12 * Math.Sqrt(201));
            layer.Backward<double>(point, weights, gradient);
            double[] expected = HighPrecisionHarmonics.Gradient(100, point, weights, HarmonicsNormalization.Component, true);
            double scale = 101 * Math.Sqrt(201) * Math.Sqrt(weights.Sum(w => w * w));
            for (int axis = 0; axis < 3; axis++) Assert.Equal(expected[axis], gradient[axis], 2e-12 * scale);
        }
    }

    [Fact]
    public void FloatFollowsDoubleWithinSomeUnits()
    {
        // Error of a component in units of the last place of its degree's norm.
        const int Rows = 400;
        double[] vectors = [.. Normal(3 * Rows, 7).Select(v => (double)(float)v)];
        foreach (int l in new[] { 1, 2, 3, 6, 10 })
        {
            SphericalHarmonics layer = SphericalHarmonics.Create(new Irreps(Group.SO3, [new MulIrrep(1, Irrep.SO3(l))]), HarmonicsNormalization.Norm);
            int dim = 2 * l + 1;
            double[] y = new double[Rows * dim];
            double[] j = new double[3 * y.Length];
            float[] single = new float[y.Length];
            float[] singleJ = new float[j.Length];
            layer.ForwardWithJacobian<double>(vectors, y, j);
            layer.ForwardWithJacobian<float>([.. vectors.Select(v => (float)v)], single, singleJ);
            double unit = Math.ScaleB(1, -24);
            for (int n = 0; n < y.Length; n++) Assert.Equal(y[n], single[n], (4 + 3 * l) * unit);
            for (int n = 0; n < j.Length; n++)
            {
                double length = Math.Sqrt(vectors.Skip(n / (3 * dim) * 3).Take(3).Sum(v => v * v));
                Assert.Equal(j[n], singleJ[n], (8 + 4 * l) * (l + 1) * unit / length);
            }
        }
    }

    [Theory]
    [InlineData(1e-9f)]
    [InlineData(1e15f)]
    [InlineData(1e30f)]
    [InlineData(3e38f)]
    public void TheLengthDoesNotMatterInFloat(float length)
    {
        SphericalHarmonics layer = SphericalHarmonics.Create(Irreps.SphericalHarmonics(5));
        float[] expected = new float[36];
        float[] actual = new float[36];
        layer.Forward<float>([0.6f, 0.1f, -0.8f], expected);
        layer.Forward<float>([0.6f * length, 0.1f * length, -0.8f * length], actual);
        for (int n = 0; n < 36; n++) Assert.Equal(expected[n], actual[n], 3e-6f);
    }

    [Fact]
    public void NothingIsAllocated()
    {
        SphericalHarmonics layer = SphericalHarmonics.Create("0e + 1o + 2x2e + 30e + 100e");
        double[] points = Normal(21, 8);
        double[] gradient = new double[21];
        double[] values = new double[7 * layer.Output.Dim];
        double[] others = new double[7 * layer.Output.Dim];
        double[] jacobian = new double[21 * layer.Output.Dim];
        Assert.Equal(0, Allocation.Of(Evaluate));

        void Evaluate()
        {
            layer.Forward<double>(points, values);
            layer.ForwardWithJacobian<double>(points, values, jacobian);
            layer.Backward<double>(points, values, gradient);
            layer.DoubleBackward<double>(points, values, gradient, default, others);
            layer.Forward<double>(points.AsSpan(0, 3), values.AsSpan(0, layer.Output.Dim));
        }
    }

    [Fact]
    public void WhatDoesNotFitIsRefusedBeforeAnythingIsWritten()
    {
        SphericalHarmonics layer = SphericalHarmonics.Create("0e + 1o");
        double[] output = new double[8];
        double[] vectors = new double[6];
        Assert.Throws<ArgumentException>(() => layer.ForwardWithJacobian<double>(vectors, output, new double[23]));
        Assert.Throws<ArgumentException>(() => layer.ForwardWithJacobian<double>(vectors, new double[7], new double[24]));
        Assert.Throws<ArgumentException>(() => layer.DoubleBackward<double>(vectors, output, new double[3], new double[6], new double[8]));
        Assert.Throws<ArgumentException>(() => layer.DoubleBackward<double>(vectors, output, vectors, new double[5], default));
        Assert.Throws<ArgumentException>(() => layer.DoubleBackward<double>(vectors, output, vectors, default, output));
        Assert.All(output, v => Assert.Equal(0, v));
    }

    private static double[] Normal(int count, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Gaussian.Next(random))];
    }

    private static double[] Moved(double[] values, int index, double shift)
    {
        double[] moved = [.. values];
        moved[index] += shift;
        return moved;
    }

    // Richardson's extrapolation of central differences.
    private static double Slope(Func<double, double> f)
    {
        double Difference(double h) => (f(h) - f(-h)) / (2 * h);
        (double a, double b, double c) = (Difference(4e-3), Difference(2e-3), Difference(1e-3));
        (double d, double e) = ((4 * b - a) / 3, (4 * c - b) / 3);
        return (16 * e - d) / 15;
    }
}
