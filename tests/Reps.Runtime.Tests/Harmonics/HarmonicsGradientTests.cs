using System;
using System.Linq;

namespace Reps.Tests.Harmonics;

/// <summary>Gradients of the harmonics against numerical derivatives.</summary>
public sealed class HarmonicsGradientTests
{
    [Theory]
    [InlineData(HarmonicsNormalization.Component, true)]
    [InlineData(HarmonicsNormalization.Component, false)]
    [InlineData(HarmonicsNormalization.Norm, true)]
    [InlineData(HarmonicsNormalization.Integral, false)]
    public void GradientIsTheDerivative(HarmonicsNormalization normalization, bool normalize)
    {
        Random random = new(9);
        for (int l = 0; l <= 10; l++)
        {
            Irreps output = new(Group.SO3, [new MulIrrep(2, Irrep.SO3(l)), new MulIrrep(1, Irrep.SO3(l / 2))]);
            SphericalHarmonics layer = SphericalHarmonics.Create(output, normalization, normalize);
            double[] v = [0.7 * Gaussian.Next(random), 0.2 + Gaussian.Next(random), 0.5];
            double[] g = [.. Enumerable.Range(0, output.Dim).Select(_ => Gaussian.Next(random))];
            double[] gradient = new double[3];
            layer.Backward<double>(v, g, gradient);
            for (int axis = 0; axis < 3; axis++)
            {
                double numeric = Derivative(t => Loss(layer, v, g, axis, t));
                Assert.True(Math.Abs(numeric - gradient[axis]) <= 2e-8 * Math.Max(1, gradient.Max(Math.Abs)), $"l {l}, axis {axis}: {numeric:R} against {gradient[axis]:R}");
            }
        }
    }

    [Fact]
    public void PolesAreOrdinaryPoints()
    {
        SphericalHarmonics layer = SphericalHarmonics.Create(Irreps.SphericalHarmonics(6));
        double[] g = [.. Enumerable.Range(0, 49).Select(n => Math.Sin(n + 1.0))];
        foreach (double y in new[] { 1.0, -1.0 })
        {
            double[] gradient = new double[3];
            layer.Backward<double>([0, y, 0], g, gradient);
            for (int axis = 0; axis < 3; axis++)
                Assert.Equal(Derivative(t => Loss(layer, [0, y, 0], g, axis, t)), gradient[axis], 1e-7);
        }
    }

    private static double Loss(SphericalHarmonics layer, double[] v, double[] g, int axis, double shift)
    {
        double[] moved = [.. v];
        moved[axis] += shift;
        double[] output = new double[g.Length];
        layer.Forward<double>(moved, output);
        return output.Zip(g, (a, b) => a * b).Sum();
    }

    private static double Derivative(Func<double, double> f)
    {
        const double H = 1e-2;
        double coarse = (f(H) - f(-H)) / (2 * H);
        double fine = (f(H / 2) - f(-H / 2)) / H;
        double finest = (f(H / 4) - f(-H / 4)) / (H / 2);
        double last = (f(H / 8) - f(-H / 8)) / (H / 4);
        (double a, double b, double c) = ((4 * fine - coarse) / 3, (4 * finest - fine) / 3, (4 * last - finest) / 3);
        (double d, double e) = ((16 * b - a) / 15, (16 * c - b) / 15);
        return (64 * e - d) / 63;
    }
}
