using System;
using System.Collections.Generic;
using System.Linq;

namespace Reps.Tests.Groups;

public sealed class IrrepTests
{
    [Theory]
    [InlineData("0e", Group.O3, 0, 1, "0e")]
    [InlineData("1o", Group.O3, 2, -1, "1o")]
    [InlineData("1y", Group.O3, 2, -1, "1o")]
    [InlineData("2y", Group.O3, 4, 1, "2e")]
    [InlineData(" 1 e ", Group.O3, 2, 1, "1e")]
    [InlineData("007o", Group.O3, 14, -1, "7o")]
    [InlineData("100e", Group.O3, 200, 1, "100e")]
    [InlineData("2", Group.SO3, 4, 1, "2")]
    [InlineData("3/2", Group.SU2, 3, 1, "3/2")]
    [InlineData(" 3 / 2", Group.SU2, 3, 1, "3/2")]
    [InlineData("2", Group.SU2, 4, 1, "2")]
    [InlineData("199/2", Group.SU2, 199, 1, "199/2")]
    public void LabelsAreReadAndPrinted(string text, Group group, int twoJ, int parity, string printed)
    {
        Irrep irrep = Irrep.Parse(text, group);
        Assert.Equal((group, twoJ, parity), (irrep.Group, irrep.TwoJ, irrep.Parity));
        Assert.Equal(twoJ + 1, irrep.Dim);
        Assert.Equal(printed, irrep.ToString());
        Assert.Equal(irrep, Irrep.Parse(printed, group));
    }

    [Theory]
    [InlineData("", Group.O3, "REPS1004")]
    [InlineData("1", Group.O3, "REPS1005")]
    [InlineData("1e", Group.SO3, "REPS1005")]
    [InlineData("1/2", Group.O3, "REPS1006")]
    [InlineData("101e", Group.O3, "REPS1007")]
    [InlineData("2x1o", Group.O3, "REPS1003")]
    [InlineData("1o+1e", Group.O3, "REPS1004")]
    [InlineData("1/4", Group.SU2, "REPS1011")]
    public void WrongLabelsAreRefused(string text, Group group, string code)
    {
        Assert.False(Irrep.TryParse(text, group, out _, out IReadOnlyList<SignatureError> errors));
        Assert.Equal(code, Assert.Single(errors).Code);
        SignatureException exception = Assert.Throws<SignatureException>(() => Irrep.Parse(text, group));
        Assert.Equal(text, exception.Text);
        Assert.Equal(errors, exception.Errors);
    }

    [Fact]
    public void TheHalfIntegerErrorPointsToSU2()
    {
        Irrep.TryParse("3/2", Group.O3, out _, out IReadOnlyList<SignatureError> errors);
        Assert.Contains("SU(2)", errors[0].Message);
    }

    [Fact]
    public void DefaultIsTheTrivialIrrepOfO3() => Assert.Equal(Irrep.O3(0, 1), default);

    [Fact]
    public void OrderIsDegreeThenOddBeforeEven()
    {
        Irrep[] sorted = [.. Irrep.Enumerate(2).Order()];
        Assert.Equal("0o 0e 1o 1e 2o 2e", string.Join(" ", sorted));
        Assert.True(Irrep.O3(0, -1) < Irrep.O3(0, 1) && Irrep.O3(0, 1) < Irrep.O3(1, -1) && Irrep.O3(1, 1) >= Irrep.O3(1, -1));
        Assert.True(Irrep.SU2(1) > Irrep.SU2(0) && Irrep.SU2(1) <= Irrep.SU2(1) && Irrep.SU2(1) != Irrep.SU2(2));
    }

    [Theory]
    [InlineData(Group.O3, 3, "0e 0o 1o 1e 2e 2o 3o 3e")]
    [InlineData(Group.SO3, 2, "0 1 2")]
    [InlineData(Group.SU2, 2, "0 1/2 1 3/2 2")]
    public void EnumerationStartsWithNaturalParity(Group group, int lmax, string expected) =>
        Assert.Equal(expected, string.Join(" ", Irrep.Enumerate(lmax, group)));

    [Theory]
    [InlineData("0e", "0e", Group.O3, "0e")]
    [InlineData("1o", "1o", Group.O3, "0e 1e 2e")]
    [InlineData("2e", "1o", Group.O3, "1o 2o 3o")]
    [InlineData("0o", "3e", Group.O3, "3o")]
    [InlineData("1", "2", Group.SO3, "1 2 3")]
    [InlineData("1/2", "1/2", Group.SU2, "0 1")]
    [InlineData("1", "3/2", Group.SU2, "1/2 3/2 5/2")]
    public void ProductFollowsTheSelectionRules(string left, string right, Group group, string expected)
    {
        Irrep a = Irrep.Parse(left, group);
        Irrep b = Irrep.Parse(right, group);
        Assert.Equal(expected, string.Join(" ", a.Product(b)));
        Assert.Equal(a.Product(b), b.Product(a));
    }

    [Fact]
    public void DimensionsOfAProductAddUpToTheProductOfDimensions() => RandomIrreps.Check(RandomIrreps.Pair(), pair =>
    {
        foreach (Irrep a in RandomIrreps.Channels(pair.Left).Distinct())
        {
            foreach (Irrep b in RandomIrreps.Channels(pair.Right).Distinct())
                Assert.Equal(a.Dim * b.Dim, a.Product(b).Sum(irrep => irrep.Dim));
        }
    });

    [Fact]
    public void ExactlyOneProductWithTheDualContainsTheTrivialIrrep()
    {
        foreach (Irrep a in Irrep.Enumerate(5))
        {
            foreach (Irrep b in Irrep.Enumerate(5)) Assert.Equal(b == a.Dual ? 1 : 0, a.Product(b).Count(irrep => irrep.IsScalar));
        }
    }

    [Fact]
    public void OnlyTheTrivialIrrepIsAScalar() =>
        Assert.Equal(["0e"], Irrep.Enumerate(3).Where(irrep => irrep.IsScalar).Select(irrep => irrep.ToString()));

    [Fact]
    public void HalfIntegersHaveNoIntegerDegree()
    {
        Assert.Throws<InvalidOperationException>(() => Irrep.SU2(3).L);
        Assert.Equal(2, Irrep.SU2(4).L);
        Assert.False(Irrep.SU2(3).IsInteger);
    }

    [Fact]
    public void ArgumentsOutOfRangeAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Irrep.O3(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Irrep.O3(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Irrep.SO3(int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => Irrep.SU2(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Irrep.SU2(Budget.MaxDim));
        Assert.Throws<ArgumentOutOfRangeException>(() => Irrep.Enumerate(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Irrep.Enumerate(1, (Group)7));
        Assert.Throws<ArgumentException>(() => Irrep.SO3(1).Product(Irrep.O3(1, 1)));
        Assert.Equal(Budget.MaxDim, Irrep.SU2(Budget.MaxDim - 1).Dim);
    }
}
