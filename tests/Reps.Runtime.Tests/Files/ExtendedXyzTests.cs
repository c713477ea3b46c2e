using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Reps.Tests.Files;

public sealed class ExtendedXyzTests
{
    [Fact]
    public void ReadsFramesOfADataSet()
    {
        List<XyzFrame> frames = [.. ExtendedXyz.Read(TestData.Path("ethanol.xyz"))];

        Assert.Equal(2, frames.Count);
        XyzFrame first = frames[0];
        Assert.Equal(9, first.Count);
        Assert.Equal(["C", "C", "O", "H", "H", "H", "H", "H", "H"], first.Species);
        Assert.Equal([6, 6, 8, 1, 1, 1, 1, 1, 1], first.AtomicNumbers);
        Assert.Equal([1.19417043, 0.43278986, 0.44531216], first.Positions[..3]);
        Assert.Equal([2.93046484, -0.87323432, -0.60944249], first.Positions[24..]);
        Assert.Equal([-0.54667090, -0.43614828, 0.64232117], first.Forces![24..]);
        Assert.Equal(-309.67480645, first.Energy);
        Assert.Equal(-309.66091159, frames[1].Energy);
        Assert.Null(first.Lattice);
        Assert.Equal((false, false, false), first.Periodic);
        Assert.Equal(["config_type", "method"], first.Info.Keys.Order());
        Assert.Equal("GFN2-xTB", first.Info["method"]);
        Assert.Equal([1, 12], frames.Select(f => f.LineNumber));
    }

    [Theory]
    [InlineData("ethanol.xyz", 2, 9)]
    [InlineData("3bpa.xyz", 2, 27)]
    [InlineData("caffeine.xyz", 1, 24)]
    public void SampleFilesAreReadCompletely(string name, int frames, int atoms)
    {
        List<XyzFrame> read = [.. ExtendedXyz.Read(TestData.Path(name))];
        Assert.Equal(frames, read.Count);
        Assert.All(read, f => Assert.Equal((atoms, 3 * atoms), (f.Count, f.Positions.Length)));
        // A molecule in equilibrium exerts no net force on itself.
        foreach (double[] forces in read.Where(f => f.Forces is not null).Select(f => f.Forces!))
            Assert.All(Enumerable.Range(0, 3), k => Assert.Equal(0, Enumerable.Range(0, atoms).Sum(i => forces[(3 * i) + k]), 4));
    }

    [Fact]
    public void CaffeineIsAMoleculeWithItsFormulaAndSensibleDistances()
    {
        XyzFrame frame = ExtendedXyz.Read(TestData.Path("caffeine.xyz")).Single();
        Assert.Equal("C8 H10 N4 O2", string.Join(' ', frame.Species.GroupBy(s => s).OrderBy(g => g.Key).Select(g => g.Key + g.Count())));
        double[] nearest = new double[frame.Count];
        for (int i = 0; i < frame.Count; i++)
        {
            nearest[i] = Enumerable.Range(0, frame.Count).Where(j => j != i).Min(j => Math.Sqrt(
                Enumerable.Range(0, 3).Sum(k => Math.Pow(frame.Positions[(3 * i) + k] - frame.Positions[(3 * j) + k], 2))));
        }
        Assert.All(nearest, d => Assert.InRange(d, 1.05, 1.40));
    }

    [Fact]
    public void PlainFilesHaveSymbolsOrNumbersAndAnyComment()
    {
        const string text = "2\r\n== water \"without H's ==  \r\n O\t0 0.5 -1e-3\r\n1   1.25D+01 .5 2.  \r\n\r\n1\r\n\r\nHe 0 0 0";
        IReadOnlyList<XyzFrame> frames = ExtendedXyz.Parse(text);

        Assert.Equal(["O", "H"], frames[0].Species);
        Assert.Equal([0, 0.5, -0.001, 12.5, 0.5, 2], frames[0].Positions);
        Assert.Equal("== water \"without H's ==  ", frames[0].Comment);
        Assert.Empty(frames[0].Info);
        Assert.Null(frames[0].Forces);
        Assert.Null(frames[0].Energy);
        Assert.Equal([2], frames[1].AtomicNumbers);
        Assert.Equal(6, frames[1].LineNumber);
    }

    [Fact]
    public void CommentEntriesMayBeQuotedBracedOrAlone()
    {
        const string comment = """
            name="a \"b\" = c" 'k e y'='v' braces={1 2 3} list=[[1, 2], [3, 4]] flag spaced = 4 empty="" path=a=b energy=-1.5
            """;
        XyzFrame frame = ExtendedXyz.Parse($"1\n{comment}\nH 0 0 0\n").Single();

        Dictionary<string, string> expected = new()
        {
            ["name"] = "a \"b\" = c",
            ["k e y"] = "v",
            ["braces"] = "1 2 3",
            ["list"] = "[1, 2], [3, 4]",
            ["flag"] = "T",
            ["spaced"] = "4",
            ["empty"] = "",
            ["path"] = "a=b",
        };
        Assert.Equal(expected.OrderBy(e => e.Key), frame.Info.OrderBy(e => e.Key));
        Assert.Equal(-1.5, frame.Energy);
    }

    [Theory]
    [InlineData("Lattice=\"1 0 0 0.5 2 0 0 0 3\"", true, true, true)]
    [InlineData("Lattice=\"1 0 0 0.5 2 0 0 0 3\" pbc=\"T F T\"", true, false, true)]
    [InlineData("lattice={1 0 0 0.5 2 0 0 0 3} PBC=[1,0,0]", true, false, false)]
    [InlineData("Lattice=[[1,0,0],[0.5,2,0],[0,0,3]] pbc=false", false, false, false)]
    public void CellsAreRowsOfVectors(string comment, bool a, bool b, bool c)
    {
        XyzFrame frame = ExtendedXyz.Parse($"1\n{comment}\nH 0 0 0").Single();
        Assert.Equal([1, 0, 0, 0.5, 2, 0, 0, 0, 3], frame.Lattice!);
        Assert.Equal((a, b, c), frame.Periodic);
    }

    [Fact]
    public void ThreeNumbersAreARectangularCell() =>
        Assert.Equal([4, 0, 0, 0, 5, 0, 0, 0, 6], ExtendedXyz.Parse("0\nLattice=\"4 5 6\"\n").Single().Lattice!);

    [Fact]
    public void ColumnsStandWherePropertiesSays()
    {
        const string text = """
            2
            Properties=id:I:1:dft_forces:R:3:tag:S:2:Z:I:1:fixed:L:1:pos:R:3:species:S:1:charge:R:1 REF_energy=7
            1 0.1 0.2 0.3 a b 8 T 1 2 3 O nan
            2 0.4 0.5 0.6 c d 1 F 4 5 6 H inf
            """;
        XyzFrame frame = ExtendedXyz.Parse(text, new XyzReadOptions { ForcesKey = "DFT_forces", EnergyKey = "REF_energy" }).Single();
        Assert.Equal(["O", "H"], frame.Species);
        Assert.Equal([1.0, 2, 3, 4, 5, 6], frame.Positions);
        Assert.Equal([0.1, 0.2, 0.3, 0.4, 0.5, 0.6], frame.Forces!);
        Assert.Equal(7, frame.Energy);

        XyzFrame byNumber = ExtendedXyz.Parse("1\nProperties=Z:I:1:pos:R:3\n79 1 2 3").Single();
        Assert.Equal(["Au"], byNumber.Species);
    }

    [Fact]
    public void NumbersDoNotDependOnTheCulture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        comma.NumberFormat.NegativeSign = "~";
        try
        {
            CultureInfo.CurrentCulture = comma;
            Assert.Equal([-1.5, 0, 0], ExtendedXyz.Parse("1\n\nH -1.5 0 0").Single().Positions);
            Assert.Throws<XyzException>(() => ExtendedXyz.Parse("1\n\nH 1,5 0 0"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void FramesAreReadAsTheyAreAskedFor()
    {
        using StringReader reader = new("1\n\nH 0 0 0\n1\n\nbroken");
        using IEnumerator<XyzFrame> frames = ExtendedXyz.Read(reader).GetEnumerator();
        Assert.True(frames.MoveNext());
        Assert.Equal(["H"], frames.Current.Species);
        Assert.Throws<XyzException>(() => frames.MoveNext());
    }

    [Fact]
    public void LinesMayBeLongerThanTheBufferAndEndInAnyWay()
    {
        string comment = "note=\"" + new string('x', 100_000) + "\"";
        foreach (string end in new[] { "\n", "\r\n", "\r" })
        {
            XyzFrame[] frames = [.. ExtendedXyz.Parse(string.Concat(Enumerable.Repeat($"1{end}{comment}{end}H 1 2 3{end}", 3)))];
            Assert.Equal(3, frames.Length);
            Assert.All(frames, f => Assert.Equal(comment, f.Comment));
            Assert.All(frames, f => Assert.Equal([1.0, 2, 3], f.Positions));
            Assert.Equal([1, 4, 7], frames.Select(f => f.LineNumber));
        }
    }
}
