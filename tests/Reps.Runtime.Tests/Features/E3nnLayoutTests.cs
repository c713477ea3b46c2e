using System;
using System.Linq;

namespace Reps.Tests.Features;

/// <summary>The two storage orders.</summary>
public sealed class E3nnLayoutTests
{
    [Fact]
    public void ComponentsAndChannelsChangePlaces()
    {
        Irreps irreps = Irreps.Parse("2x0e + 2x1o");
        int[] e3nn = [0, 1, 10, 11, 12, 20, 21, 22];
        int[] own = new int[8];
        E3nnLayout.FromE3nn<int>(irreps, e3nn, own);
        Assert.Equal([0, 1, 10, 20, 11, 21, 12, 22], own);
        int[] back = new int[8];
        E3nnLayout.ToE3nn<int>(irreps, own, back);
        Assert.Equal(e3nn, back);
    }

    [Fact]
    public void BatchesAreConvertedRowByRow()
    {
        Irreps irreps = Irreps.Parse("3x2e + 1x0o + 2x1e");
        double[] values = [.. Enumerable.Range(0, 4 * irreps.Dim).Select(n => (double)n)];
        double[] own = new double[values.Length];
        double[] back = new double[values.Length];
        E3nnLayout.FromE3nn<double>(irreps, values, own);
        E3nnLayout.ToE3nn<double>(irreps, own, back);
        Assert.Equal(values, back);
        Assert.NotEqual(values, own);
    }

    [Fact]
    public void LengthsAreChecked()
    {
        Irreps irreps = Irreps.Parse("2x1o");
        Assert.Contains("'source' has 7 values", Assert.Throws<ArgumentException>(() => E3nnLayout.ToE3nn<double>(irreps, new double[7], new double[7])).Message);
        Assert.Contains("'target' has 5 values", Assert.Throws<ArgumentException>(() => E3nnLayout.ToE3nn<double>(irreps, new double[6], new double[5])).Message);
        double[] same = new double[6];
        Assert.Contains("overlaps", Assert.Throws<ArgumentException>(() => E3nnLayout.ToE3nn<double>(irreps, same, same)).Message);
    }
}
