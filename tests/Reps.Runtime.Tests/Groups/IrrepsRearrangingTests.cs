using System;
using System.Collections.Generic;
using System.Linq;

namespace Reps.Tests.Groups;

/// <summary>Rearrangements, against stated examples and against the obvious computation on single channels.</summary>
public sealed class IrrepsRearrangingTests
{
    [Theory]
    [InlineData("1e+1e+0e", "2x1e+1x0e")]
    [InlineData("1e+0x2e+1e", "2x1e")]
    [InlineData("1e+2e+1e", "1x1e+1x2e+1x1e")]
    [InlineData("0x0e+0x1e", "")]
    public void SimplifyMergesNeighbours(string text, string expected) => Assert.Equal(expected, Irreps.Parse(text).Simplify().ToString());

    [Theory]
    [InlineData("1e+0o+1o+0e", "1x0o+1x0e+1x1o+1x1e", "3 0 2 1", "1 3 2 0")]
    [InlineData("2x1o+1x0e+3x1o", "1x0e+2x1o+3x1o", "1 0 2", "1 0 2")]
    [InlineData("0x3e+2e", "1x2e+0x3e", "1 0", "1 0")]
    public void SortIsStableAndReturnsBothPermutations(string text, string sorted, string p, string inverse)
    {
        (Irreps Sorted, int[] P, int[] Inverse) result = Irreps.Parse(text).Sort();
        Assert.Equal((sorted, p, inverse), (result.Sorted.ToString(), string.Join(" ", result.P), string.Join(" ", result.Inverse)));
    }

    [Fact]
    public void SortAgreesWithInsertionSort() => RandomIrreps.Check(RandomIrreps.Any(), irreps =>
    {
        List<int> order = [];
        for (int i = 0; i < irreps.Count; i++)
        {
            int at = order.Count;
            while (at > 0 && IsLess(irreps[i].Irrep, irreps[order[at - 1]].Irrep)) at--;
            order.Insert(at, i);
        }

        (Irreps sorted, int[] p, int[] inverse) = irreps.Sort();
        Assert.Equal(order, inverse);
        Assert.Equal(order.Select(i => irreps[i]), sorted);
        Assert.All(Enumerable.Range(0, irreps.Count), i => Assert.Equal(irreps[i], sorted[p[i]]));

        static bool IsLess(Irrep a, Irrep b) => a.Dim < b.Dim || (a.Dim == b.Dim && a.Parity < b.Parity);
    });

    [Fact]
    public void SimplifyIsTheRunLengthEncodingOfTheChannels() => RandomIrreps.Check(RandomIrreps.Any(), irreps =>
        Assert.Equal(RandomIrreps.Runs(irreps.Group, RandomIrreps.Channels(irreps)), irreps.Simplify()));

    [Fact]
    public void RegroupIsTheRunLengthEncodingOfTheSortedChannels() => RandomIrreps.Check(RandomIrreps.Any(), irreps =>
    {
        IEnumerable<Irrep> sorted = RandomIrreps.Channels(irreps).OrderBy(irrep => (irrep.Dim, irrep.Parity));
        Assert.Equal(RandomIrreps.Runs(irreps.Group, sorted), irreps.Regroup());
    });

    [Fact]
    public void SlicesHoldTheirChannels() => RandomIrreps.Check(RandomIrreps.Any(), irreps =>
    {
        List<Irrep> channels = RandomIrreps.Channels(irreps);
        for (int start = 0; start <= channels.Count; start += 2)
        {
            for (int stop = start; stop <= channels.Count; stop++)
                Assert.Equal(channels.GetRange(start, stop - start), RandomIrreps.Channels(irreps.SliceByMul(start, stop)));
        }

        Assert.Equal(irreps, irreps.SliceByMul(0, channels.Count));
    });

    [Theory]
    [InlineData("2x0e+4x1o", 1, 3, "1x0e+1x1o")]
    [InlineData("2x0e+4x1o", 0, 6, "2x0e+4x1o")]
    [InlineData("2x0e+4x1o", 2, 6, "4x1o")]
    [InlineData("2x0e+4x1o", 3, 3, "")]
    public void SliceByMulSplitsEntries(string text, int start, int stop, string expected) =>
        Assert.Equal(expected, Irreps.Parse(text).SliceByMul(start, stop).ToString());

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(3, 2)]
    [InlineData(0, 7)]
    public void SlicesOutOfRangeAreRefused(int start, int stop) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Irreps.Parse("2x0e+4x1o").SliceByMul(start, stop));

    [Fact]
    public void Filters()
    {
        Irreps irreps = Irreps.Parse("2x0e+1x0o+3x1o+0x1o+1x2e");
        Assert.Equal("2x0e+3x1o+0x1o", irreps.Filter(keep: Irreps.Parse("0e+7x1o")).ToString());
        Assert.Equal("1x0o+1x2e", irreps.Filter(drop: Irreps.Parse("0e+7x1o")).ToString());
        Assert.Equal("2x0e+3x1o+0x1o", irreps.Filter(keep: [Irrep.O3(0, 1), Irrep.O3(1, -1)]).ToString());
        Assert.Equal("1x0o+3x1o+0x1o+1x2e", irreps.Filter(drop: [Irrep.O3(0, 1)]).ToString());
        Assert.Equal("2x0e+1x0o+3x1o+0x1o", irreps.Filter(lmax: 1).ToString());
        Assert.Equal("2x0e+3x1o", irreps.Filter(entry => entry.Mul > 1).ToString());
        Assert.Equal("2x0e+1x0o+3x1o+1x2e", irreps.RemoveZeroMultiplicities().ToString());
        Assert.Equal("3x1/2+1x1", Irreps.Parse("3x1/2+1+4x3/2", Group.SU2).Filter(lmax: 1).ToString());
        Assert.Throws<ArgumentException>(() => irreps.Filter(keep: irreps, lmax: 2));
    }
}
