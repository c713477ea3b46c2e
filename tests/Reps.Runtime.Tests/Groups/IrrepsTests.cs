using System;
using System.Collections.Generic;
using System.Linq;

namespace Reps.Tests.Groups;

public sealed class IrrepsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  \n ", "")]
    [InlineData("1o", "1x1o")]
    [InlineData("1y+2y", "1x1o+1x2e")]
    [InlineData(" 2 x 0e + 1o ", "2x0e+1x1o")]
    [InlineData("1 e", "1x1e")]
    [InlineData("0x1e", "0x1e")]
    [InlineData("08x00e", "8x0e")]
    [InlineData("16x0e+8x1o\n\t+ 4x2e", "16x0e+8x1o+4x2e")]
    public void TolerantTextIsReadAndPrintedStrictly(string text, string printed)
    {
        Irreps irreps = Irreps.Parse(text);
        Assert.Equal(printed, irreps.ToString());
        Assert.Equal(irreps, Irreps.Parse(printed));
    }

    [Theory]
    [InlineData("1o+", "REPS1001")]
    [InlineData("1o++1o", "REPS1001")]
    [InlineData("2X1o", "REPS1003")]
    [InlineData("-1x1o", "REPS1003")]
    [InlineData("2x3x1o", "REPS1003")]
    [InlineData("٢x1o", "REPS1010")]
    [InlineData("O(3): 1o", "REPS1010")]
    [InlineData("SO(3): 1", "REPS1010")]
    public void WhatTheGrammarRejectsIsRefused(string text, string code)
    {
        Assert.False(Irreps.TryParse(text, Group.O3, out Irreps? irreps, out IReadOnlyList<SignatureError> errors));
        Assert.Null(irreps);
        Assert.Equal(code, Assert.Single(errors).Code);
        Assert.Throws<SignatureException>(() => Irreps.Parse(text));
    }

    [Fact]
    public void PrintedTextReadsBack() => RandomIrreps.Check(RandomIrreps.Any(), irreps =>
    {
        Irreps read = Irreps.Parse(irreps.ToString(), irreps.Group);
        Assert.Equal(irreps, read);
        Assert.Equal(irreps.GetHashCode(), read.GetHashCode());
        Assert.Equal(irreps.ToString(), read.ToString());
    });

    [Fact]
    public void Contents()
    {
        Irreps irreps = Irreps.Parse("2x0e+0x5e+3x1o+1x2e+1x0e");
        Assert.Equal(5, irreps.Count);
        Assert.Equal(7, irreps.NumIrreps);
        Assert.Equal(2 + 9 + 5 + 1, irreps.Dim);
        Assert.Equal(2, irreps.Lmax);
        Assert.Equal([0, 0, 1, 1, 1, 2, 0], irreps.Ls);
        Assert.Equal([0, 2, 2, 11, 16], irreps.Offsets);
        Assert.Equal((2, 9), irreps.Slice(2));
        Assert.Equal(3, irreps.Count(Irrep.O3(0, 1)));
        Assert.Equal(0, irreps.Count(Irrep.O3(5, 1)));
        Assert.True(irreps.Contains(Irrep.O3(1, -1)));
        Assert.False(irreps.Contains(Irrep.O3(5, 1)));
        Assert.False(irreps.Contains(Irrep.SO3(1)));
        Assert.Equal(new MulIrrep(3, Irrep.O3(1, -1)), irreps[2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => irreps[5]);
        Assert.Throws<ArgumentOutOfRangeException>(() => irreps.Slice(-1));
    }

    [Theory]
    [InlineData("", Group.O3)]
    [InlineData("0x1e", Group.O3)]
    [InlineData("1/2", Group.SU2)]
    public void LmaxNeedsAnIntegerDegree(string text, Group group) =>
        Assert.Throws<InvalidOperationException>(() => Irreps.Parse(text, group).Lmax);

    [Theory]
    [InlineData(0, -1, "1x0e")]
    [InlineData(3, -1, "1x0e+1x1o+1x2e+1x3o")]
    [InlineData(3, 1, "1x0e+1x1e+1x2e+1x3e")]
    public void SphericalHarmonics(int lmax, int parity, string expected) =>
        Assert.Equal(expected, Irreps.SphericalHarmonics(lmax, parity).ToString());

    [Fact]
    public void SumAndRepetition()
    {
        Irreps irreps = Irreps.Parse("1x0e+1x1e");
        Assert.Equal("1x0e+1x1e+1x0e+1x1e", irreps.Repeat(2).ToString());
        Assert.Equal(Irreps.Empty(Group.O3), irreps.Repeat(0));
        Assert.Equal("1x0e+1x1e+2x2o", (irreps + Irreps.Parse("2x2o")).ToString());
        Assert.Throws<ArgumentException>(() => irreps + Irreps.Empty(Group.SO3));
        Assert.Throws<ArgumentOutOfRangeException>(() => irreps.Repeat(-1));
    }

    [Fact]
    public void EqualityHeedsOrderGroupingAndGroup()
    {
        Assert.NotEqual(Irreps.Parse("2x0e"), Irreps.Parse("0e+0e"));
        Assert.NotEqual(Irreps.Parse("0e+1o"), Irreps.Parse("1o+0e"));
        Assert.NotEqual(Irreps.Empty(Group.SO3), Irreps.Empty(Group.SU2));
        Assert.True(Irreps.Parse("2x0e") == Irreps.Parse("2 x 0e") && Irreps.Parse("2x0e") != Irreps.Parse("2x0o"));
        Assert.Throws<ArgumentException>(() => new Irreps(Group.O3, [Irrep.SO3(1)]));
    }

    [Fact]
    public void SizesBeyondTheBudgetAreErrorsAndNeverWrap()
    {
        Irrep scalar = Irrep.O3(0, 1);
        MulIrrep most = new(Budget.MaxMultiplicity, scalar);
        Irreps full = new(Group.O3, Enumerable.Repeat(most, Budget.MaxDim / Budget.MaxMultiplicity));

        Assert.Equal(Budget.MaxDim, full.Dim);
        Assert.Throws<OverflowException>(() => full + Irreps.Parse("0e"));
        Assert.Throws<OverflowException>(() => full.Simplify());
        Assert.Throws<OverflowException>(() => full.Repeat(int.MaxValue));
        Assert.Throws<OverflowException>(() => Irreps.Parse("0x0e").Repeat(int.MaxValue));
        Assert.Throws<OverflowException>(() => new MulIrrep(Budget.MaxMultiplicity + 1, scalar));
        Assert.Throws<OverflowException>(() => new MulIrrep(Budget.MaxMultiplicity, Irrep.SU2(Budget.MaxDim - 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MulIrrep(-1, scalar));
    }
}
