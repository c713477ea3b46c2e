using System;

namespace Reps.Tests.Graphs;

public sealed class NeighborListArgumentTests
{
    private static readonly double[] s_unit = [1, 0, 0, 0, 1, 0, 0, 0, 1];

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void PositionsComeInThrees(int length) =>
        Assert.Contains("three numbers", Assert.Throws<ArgumentException>(() => NeighborList.Build(new double[length], 1)).Message);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void NumbersMustBeFinite(double bad)
    {
        ArgumentException atom = Assert.Throws<ArgumentException>(() => NeighborList.Build([0, 0, 0, 0, bad, 0], 1));
        Assert.Contains("atom 1 is not finite", atom.Message);
        ArgumentException vector = Assert.Throws<ArgumentException>(
            () => NeighborList.Build([0, 0, 0], 1, [1, 0, 0, 0, 1, 0, 0, bad, 1], (true, false, false)));
        Assert.Contains("vector 2 is not finite", vector.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => NeighborList.Build([0, 0, 0], bad));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void TheCutoffMustBePositive(double cutoff) =>
        Assert.Equal("cutoff", Assert.Throws<ArgumentOutOfRangeException>(() => NeighborList.Build([0, 0, 0], cutoff)).ParamName);

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(10)]
    public void APeriodicSystemNeedsACell(int length) =>
        Assert.Contains("9 numbers", Assert.Throws<ArgumentException>(
            () => NeighborList.Build([0, 0, 0], 1, new double[length], (false, true, false))).Message);

    [Theory]
    [InlineData(new double[] { 1, 0, 0, 0, 1, 0, 1, 1, 0 }, true)]
    [InlineData(new double[] { 1, 0, 0, -2, 0, 0, 0, 0, 1 }, true)]
    [InlineData(new double[] { 1, 0, 0, 0, 1, 0, 1, 1, 1e-9 }, true)]
    [InlineData(new double[] { 1, 0, 0, 2, 0, 0, 0, 0, 0 }, false)]
    [InlineData(new double[] { 1, 0, 0, 0, 0, 0, 0, 0, 0 }, false)]
    [InlineData(new double[] { 1e200, 0, 0, 0, 1e200, 0, 0, 0, 1e200 }, true)]
    public void ASingularCellIsRefused(double[] cell, bool third)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => NeighborList.Build([0, 0, 0], 1, cell, (true, true, third)));
        Assert.Equal("cell", error.ParamName);
    }

    [Fact]
    public void TheBudgetOfEdgesIsExact()
    {
        double[] positions = new double[3 * 100];
        Assert.Equal(9900, NeighborList.Build(positions, 1, maxEdges: 9900).Count);
        ArgumentException error = Assert.Throws<ArgumentException>(() => NeighborList.Build(positions, 1, maxEdges: 9899));
        Assert.Contains("more than 9899 edges", error.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => NeighborList.Build(positions, 1, maxEdges: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => NeighborList.Build(positions, 1, maxEdges: int.MaxValue));
    }

    [Fact]
    public void AnAbsurdSearchIsRefusedBeforeItStarts()
    {
        // A cell of a thousandth of the cutoff: 4e9 images of one atom.
        Assert.Throws<ArgumentException>(() => NeighborList.Build([0, 0, 0], 1000, s_unit, (true, true, true)));
        Assert.Throws<ArgumentException>(() => NeighborList.Build([0, 0, 0], 1e300, s_unit, (true, true, true)));
        // So flat that all neighbours are images far along it.
        Assert.Throws<ArgumentException>(() => NeighborList.Build([0, 0, 0], 1000, [1, 0, 0, 0, 1, 0, 1, 1, 1e-6], (true, true, true)));
        ArgumentException far = Assert.Throws<ArgumentException>(() => NeighborList.Build([1e12, 0, 0], 1, s_unit, (true, true, true)));
        Assert.Contains("cells away", far.Message);
    }
}
