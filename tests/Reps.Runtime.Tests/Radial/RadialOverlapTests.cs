using System;

namespace Reps.Tests.Radial;

public sealed class RadialOverlapTests
{
    [Fact]
    public void ResultsDoNotOverwriteDistances()
    {
        double[] memory = [1, 1.5, 2, 0, 0, 0];
        Assert.Throws<ArgumentException>("values", () => new BesselBasis(2, 4).Evaluate<double>(memory.AsSpan(0, 3), memory));
        Assert.Throws<ArgumentException>("derivatives", () => new GaussianBasis(2, 0, 4).Derivative<double>(memory.AsSpan(0, 3), memory));
        PolynomialCutoff cutoff = new(4);
        Assert.Throws<ArgumentException>("values", () => cutoff.Evaluate<double>(memory.AsSpan(0, 3), memory.AsSpan(1, 3)));
        double[] expected = new double[3];
        cutoff.Evaluate<double>(memory.AsSpan(0, 3), expected);
        cutoff.Evaluate<double>(memory.AsSpan(0, 3), memory.AsSpan(0, 3));
        Assert.Equal(expected, memory[..3]);
    }
}
