using System;
using System.Linq;

namespace Reps.Tests.Grids;

public class LegendreTests
{
    [Fact]
    public void LowDegreesAreTheKnownPolynomials()
    {
        // y is no function of z here: it is an argument of its own.
        (double z, double y) = (0.3, 0.7);
        double[] values = new double[16];
        Legendre.UpTo(3, [z], [y], values);
        double[] expected =
        [
            Math.Sqrt(1 / (4 * Math.PI)),
            Math.Sqrt(3 / (8 * Math.PI)) * y, Math.Sqrt(3 / (4 * Math.PI)) * z, Math.Sqrt(3 / (8 * Math.PI)) * y,
            Math.Sqrt(15 / (32 * Math.PI)) * y * y, Math.Sqrt(15 / (8 * Math.PI)) * z * y, Math.Sqrt(5 / (16 * Math.PI)) * (3 * z * z - 1),
            Math.Sqrt(15 / (8 * Math.PI)) * z * y, Math.Sqrt(15 / (32 * Math.PI)) * y * y,
            Math.Sqrt(35 / (64 * Math.PI)) * y * y * y, Math.Sqrt(105 / (32 * Math.PI)) * z * y * y, Math.Sqrt(21 / (64 * Math.PI)) * y * (5 * z * z - 1),
            Math.Sqrt(7 / (16 * Math.PI)) * (5 * z * z * z - 3 * z),
            Math.Sqrt(21 / (64 * Math.PI)) * y * (5 * z * z - 1), Math.Sqrt(105 / (32 * Math.PI)) * z * y * y, Math.Sqrt(35 / (64 * Math.PI)) * y * y * y,
        ];
        Reference.Near(expected, values, 1e-15, "Legendre");
        double[] some = new double[12];
        Legendre.Evaluate([3, 0, 1, 0], [z], [y], some);
        Assert.Equal([.. values[9..], values[0], .. values[1..4], values[0]], some);
    }

    [Theory]
    [InlineData(HarmonicsNormalization.Integral)]
    [InlineData(HarmonicsNormalization.Component)]
    [InlineData(HarmonicsNormalization.Norm)]
    public void AnglesGiveTheHarmonicsOfThePoint(HarmonicsNormalization normalization)
    {
        const int Lmax = 100;
        Random random = new(4);
        double[] alphas = [.. Enumerable.Range(0, 5).Select(_ => 7 * random.NextDouble())];
        double[] betas = [.. Enumerable.Range(0, 5).Select(_ => Math.PI * random.NextDouble())];
        double[] points = [.. alphas.Zip(betas).SelectMany(angle => new[]
        {
            Math.Sin(angle.Second) * Math.Sin(angle.First), Math.Cos(angle.Second), Math.Sin(angle.Second) * Math.Cos(angle.First),
        })];
        int[] degrees = [.. Enumerable.Range(0, Lmax + 1)];
        double[] actual = new double[5 * (Lmax + 1) * (Lmax + 1)];
        AngularHarmonics.AlphaBeta(degrees, alphas, betas, actual, normalization);
        double[] expected = new double[actual.Length];
        SphericalHarmonics.Create(Irreps.SphericalHarmonics(Lmax), normalization).Forward<double>(points, expected);
        Reference.Near(expected, actual, 1e-11, "harmonics");
    }

    [Fact]
    public void NothingNeededGivesNothing()
    {
        Legendre.Evaluate([], [0.5], [0.5], []);
        Legendre.UpTo(2, [], [], []);
        Assert.Throws<ArgumentException>(() => Legendre.UpTo(1, [0.5], [], new double[4]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Legendre.UpTo(-1, [0.5], [0.5], new double[4]));
        Assert.Throws<ArgumentOutOfRangeException>(() => AngularHarmonics.Alpha(101, [0.5], new double[203]));
    }
}
