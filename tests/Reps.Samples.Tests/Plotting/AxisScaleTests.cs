using System;
using System.Linq;
using Potential.Plotting;

namespace Reps.Tests.Samples.Plotting;

public sealed class AxisScaleTests
{
    [Theory]
    [InlineData(3, 700, new double[] { 2, 5, 10, 20, 50, 100, 200, 500, 1000 })]
    [InlineData(1, 10, new double[] { 1, 2, 5, 10 })]
    [InlineData(4, 4, new double[] { 2, 5 })]
    [InlineData(0.003, 400, new double[] { 0.001, 0.01, 0.1, 1, 10, 100, 1000 })]
    public void DecadesAreCut(double low, double high, double[] ticks) => Equal(ticks, new AxisScale([low, high], logarithmic: true));

    [Theory]
    [InlineData(1, 200, new double[] { 0, 20, 40, 60, 80, 100, 120, 140, 160, 180, 200 })]
    [InlineData(1, 3, new double[] { 1, 1.2, 1.4, 1.6, 1.8, 2, 2.2, 2.4, 2.6, 2.8, 3 })]
    [InlineData(-1, 1, new double[] { -1, -0.8, -0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8, 1 })]
    public void StepsAreRound(double low, double high, double[] ticks) => Equal(ticks, new AxisScale([low, high], logarithmic: false));

    [Fact]
    public void EveryRangeHasTicksAroundIt()
    {
        Random random = new(1);
        for (int n = 0; n < 2000; n++)
        {
            bool logarithmic = n % 2 == 0;
            double low = Math.Pow(10, (random.NextDouble() * 12) - 6) * (logarithmic || n % 4 == 1 ? 1 : -1);
            double high = n % 10 < 2 ? low : low + Math.Pow(10, (random.NextDouble() * 12) - 6);
            AxisScale scale = new([low, high, double.NaN, double.PositiveInfinity], logarithmic);
            Assert.InRange(scale.Ticks.Count, 2, 40);
            Assert.Equal(scale.Ticks.Order(), scale.Ticks);
            Assert.True(scale.Low <= low && scale.High >= high && scale.High > scale.Low);
            Assert.InRange(scale.Place(low), -1e-9, 1 + 1e-9);
            Assert.InRange(scale.Place(high), scale.Place(low), 1 + 1e-9);
        }
    }

    [Fact]
    public void NothingToShowIsNoError()
    {
        Assert.Equal([1, 2, 5, 10], new AxisScale([0, -1], logarithmic: true).Ticks, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.NotEmpty(new AxisScale([], logarithmic: false).Ticks);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.2, "0.2")]
    [InlineData(1000, "1000")]
    [InlineData(1e-5, "1e-5")]
    [InlineData(2e7, "2e+7")]
    public void TicksAreShort(double tick, string text) => Assert.Equal(text, AxisScale.Text(tick));

    private static void Equal(double[] expected, AxisScale scale)
    {
        Assert.Equal(expected.Length, scale.Ticks.Count);
        for (int n = 0; n < expected.Length; n++) Assert.Equal(expected[n], scale.Ticks[n], 1e-9);
    }
}
