using System;
using System.Linq;

namespace Reps.Tests.Radial;

/// <summary>Second derivatives of the radial functions: those of the first ones, and finite at distance zero.</summary>
public sealed class SecondDerivativeTests
{
    private static readonly double[] s_distances = [0.01, 0.3, 1, 2.2, 3.7, 4.9, 5.5];

    [Fact]
    public void TheyAreTheDerivativesOfTheFirst()
    {
        BesselBasis bessel = new(9, 5);
        GaussianBasis gaussian = new(7, 0, 5, 0.6);
        Quadrature.AssertDerivative(s_distances, 9, bessel.Derivative, bessel.SecondDerivative, 1e-7);
        Quadrature.AssertDerivative(s_distances, 7, gaussian.Derivative, gaussian.SecondDerivative, 1e-9);
        foreach (int p in new[] { 2, 3, 6, 9 })
        {
            PolynomialCutoff cutoff = new(5, p);
            Quadrature.AssertDerivative(s_distances, 1, cutoff.Derivative, cutoff.SecondDerivative, 1e-9);
        }
    }

    [Fact]
    public void DistanceZeroIsAnOrdinaryPoint()
    {
        BesselBasis bessel = new(4, 5);
        double[] actual = new double[4];
        bessel.SecondDerivative<double>([0], actual);
        // sinc(kr) = 1 − k²r²/6 + …
        for (int n = 1; n <= 4; n++) Assert.Equal(-Math.Sqrt(2.0 / 5) * Math.Pow(n * Math.PI / 5, 3) / 3, actual[n - 1], 1e-14 * n * n * n);
        double[] near = new double[4];
        bessel.SecondDerivative<double>([1e-9], near);
        Assert.All(actual.Zip(near), v => Assert.Equal(v.First, v.Second, 1e-12));

        double[] one = new double[1];
        new PolynomialCutoff(5, 6).SecondDerivative<double>([0], one);
        Assert.Equal(0, one[0]);
        new PolynomialCutoff(5, 2).SecondDerivative<double>([0], one);
        Assert.Equal(-12.0 / 25, one[0], 1e-15);
        float[] single = new float[4];
        bessel.SecondDerivative<float>([0], single);
        Assert.All(actual.Zip(single), v => Assert.Equal(v.First, v.Second, 1e-5));
        double[] values = new double[5];
        new GaussianBasis(5, 0, 5).SecondDerivative<double>([0], values);
        Assert.Equal(-1 / (1.25 * 1.25), values[0], 1e-15);
    }
}
