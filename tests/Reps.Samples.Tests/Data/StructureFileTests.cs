using System.Linq;
using Potential.Data;
using Reps.Tests.Samples.Support;

namespace Reps.Tests.Samples.Data;

public sealed class StructureFileTests
{
    private const string Water =
        "3\nProperties=species:S:1:pos:R:3:forces:R:3 energy=-14.2\nO 0 0 0 0 0 1\nH 0.96 0 0 0 0 -0.5\nH -0.24 0.93 0 0 0 -0.5\n";

    [Theory]
    [InlineData("ethanol_300K_train.xyz", 960)]
    [InlineData("ethanol_300K_test.xyz", 200)]
    [InlineData("3bpa_300K_train.xyz", 500)]
    [InlineData("3bpa_300K_test.xyz", 200)]
    public void DataOfTheSampleAreRead(string name, int count) => Assert.Equal(count, StructureFile.ReadLabelled(Support.Samples.Path(name)).Count);

    [Fact]
    public void LabelsAreRead()
    {
        using TemporaryFolder folder = new();
        XyzFrame frame = StructureFile.ReadLabelled(folder.Write("a.xyz", Water)).Single().Frame;
        Assert.Equal(-14.2, frame.Energy);
        Assert.Equal([0, 0, 1, 0, 0, -0.5, 0, 0, -0.5], frame.Forces!);
    }

    [Theory]
    [InlineData("energy=-14.2", "", "line 2: the frame has no energy")]
    [InlineData("energy=-14.2", "REF_energy=-14.2", "rename 'REF_energy'")]
    [InlineData("forces:R:3", "REF_forces:R:3", "the frame has no forces")]
    [InlineData("forces:R:3", "REF_forces:R:3", "rename 'REF_forces'")]
    [InlineData("energy=-14.2", "energy=nan", "line 2")]
    [InlineData("0 0 1", "0 inf 1", "line 3")]
    [InlineData("0.96 0 0", "0.96 NaN 0", "line 4")]
    [InlineData("H 0.96", "Hx 0.96", "line 4")]
    [InlineData("H 0.96 0 0", "H 0.096 0 0", "must be in Å")]
    [InlineData("3\n", "4\n", "a.xyz, line")]
    [InlineData("3\n", "x\n", "a.xyz, line 1")]
    public void WrongFramesAreNamed(string what, string by, string message)
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("a.xyz", Water + Water.Replace(what, by));
        // The second frame begins at line 6.
        string moved = System.Text.RegularExpressions.Regex.Replace(message, @"line (\d)", match => $"line {int.Parse(match.Groups[1].Value) + 5}");
        string error = Assert.Throws<DataException>(() => StructureFile.ReadLabelled(path)).Message;
        Assert.Contains(moved, error);
        Assert.Contains(path, error);
    }

    [Fact]
    public void FilesThatAreNoneAreNamed()
    {
        using TemporaryFolder folder = new();
        Assert.Contains("no such file", Assert.Throws<DataException>(() => StructureFile.Read(folder.At("none.xyz"))).Message);
        Assert.Contains("no such file", Assert.Throws<DataException>(() => StructureFile.Read(folder.At("no", "folder.xyz"))).Message);
        Assert.Contains("empty.xyz, line 1", Assert.Throws<DataException>(() => StructureFile.Read(folder.Write("empty.xyz", ""))).Message);
        Assert.Contains("no atoms", Assert.Throws<DataException>(() => StructureFile.Read(folder.Write("none.xyz", "0\n\n"))).Message);
        Assert.Contains("cannot be read", Assert.Throws<DataException>(() => StructureFile.Read(folder.Path)).Message);
    }

    [Fact]
    public void ImpossibleCellsAreNamed()
    {
        using TemporaryFolder folder = new();
        string flat = "1\nLattice=\"1 0 0 2 0 0 0 0 1\" Properties=species:S:1:pos:R:3\nH 0 0 0\n";
        Assert.Contains("singular", Assert.Throws<DataException>(() => StructureFile.Read(folder.Write("flat.xyz", flat))).Message);
    }
}
