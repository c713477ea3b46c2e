using System;
using System.IO;
using System.Linq;

namespace Reps.Tests.Files;

/// <summary>Each mistake gives the one exception, at its line, with what was found and what to do.</summary>
public sealed class ExtendedXyzMalformedTests
{
    [Theory]
    [InlineData("", 1, "an atom count", "an empty file")]
    [InlineData("\n \n", 3, "an atom count", "an empty file")]
    [InlineData("H 0 0 0", 1, "an atom count", "'H 0 0 0'")]
    [InlineData("-1\n\n", 1, "an atom count", "'-1'")]
    [InlineData("1.0\n\nH 0 0 0", 1, "an atom count", "'1.0'")]
    [InlineData("+1\n\nH 0 0 0", 1, "an atom count", "'+1'")]
    [InlineData("10000001\n\n", 1, "at most 10000000 atoms", "'10000001'")]
    [InlineData("99999999999999999999999999\n\n", 1, "at most 10000000 atoms", "'99999999999999999999999999'")]
    [InlineData("1", 2, "a comment line", "the end of the file")]
    [InlineData("2\n\nH 0 0 0\n", 4, "atom 2 of the 2 announced on line 1", "the end of the file")]
    [InlineData("2\n\nH 0 0 0\n\n1\n\nH 0 0 0", 4, "4 columns", "an empty line")]
    [InlineData("2\n\nH 0 0 0\n1\n\nH 0 0 0", 4, "4 columns", "1: '1'")]
    [InlineData("1\n\nH 0 0 0\nH 1 1 1\n", 4, "an atom count", "'H 1 1 1'")]
    [InlineData("1\n\nH 0 0", 3, "4 columns", "3: 'H 0 0'")]
    [InlineData("1\n\nH 0 0 0 0", 3, "4 columns", "5: 'H 0 0 0 0'")]
    [InlineData("1\n\nH 0 0 0 0  \t ", 3, "4 columns", "5:")]
    [InlineData("1\n\nH 0 O 0", 3, "a finite number, in column 3", "'O'")]
    [InlineData("1\n\nH nan 0 0", 3, "a finite number, in column 2", "'nan'")]
    [InlineData("1\n\nH 0 0 -inf", 3, "a finite number, in column 4", "'-inf'")]
    [InlineData("1\n\nH 0 0 Infinity", 3, "a finite number", "'Infinity'")]
    [InlineData("1\n\nH 0 0 1e999", 3, "a finite number", "'1e999'")]
    [InlineData("1\n\nH 0 0 1_0", 3, "a finite number", "'1_0'")]
    [InlineData("1\n\nH 0 0 0x10", 3, "a finite number", "'0x10'")]
    [InlineData("1\n\nH 0 0 1\0", 3, "a finite number", "'1\\u0000'")]
    [InlineData("1\n\nH 0 0 --1", 3, "a finite number", "'--1'")]
    [InlineData("1\n\nH 0 0 1,5", 3, "a finite number", "'1,5'")]
    [InlineData("1\n\nCL 0 0 0", 3, "a chemical element", "Did you mean 'Cl'?")]
    [InlineData("1\n\nXx 0 0 0", 3, "a chemical element", "'Xx'")]
    [InlineData("1\n\n0 0 0 0", 3, "a chemical element", "from 1 to 118")]
    [InlineData("1\n\n119 0 0 0", 3, "a chemical element", "from 1 to 118")]
    [InlineData("1\nname=\"open\nH 0 0 0", 2, "a closing \"", "column 6")]
    [InlineData("1\nname='open\nH 0 0 0", 2, "a closing '", "column 6")]
    [InlineData("1\nname={1 {2}\nH 0 0 0", 2, "a closing }", "column 6")]
    [InlineData("1\nname=[[1]\nH 0 0 0", 2, "a closing ]", "column 6")]
    [InlineData("1\nname=\"a\\\"\nH 0 0 0", 2, "a closing \"", "column 6")]
    [InlineData("1\na=\"b\"c\nH 0 0 0", 2, "a space after a quoted", "\"b\"c")]
    [InlineData("1\na=\nH 0 0 0", 2, "a value for 'a'", "the end of the line")]
    [InlineData("1\na=b =c\nH 0 0 0", 2, "a key before '='", "none")]
    [InlineData("1\na=1 a=2\nH 0 0 0", 2, "one value for 'a'", "two")]
    [InlineData("1\nenergy=1 Energy=2\nH 0 0 0", 2, "one entry energy", "energy and Energy")]
    [InlineData("1\nenergy=low\nH 0 0 0", 2, "a finite number for energy", "'low'")]
    [InlineData("1\nenergy=nan\nH 0 0 0", 2, "a finite number for energy", "'nan'")]
    [InlineData("1\nenergy x=1\nH 0 0 0", 2, "a finite number for energy", "'T'")]
    [InlineData("1\nLattice=\"1 0 0 0 1 0 0 0\"\nH 0 0 0", 2, "9 numbers in Lattice", "8")]
    [InlineData("1\nLattice=\"1 0 0 0 1 0 0 0 x\"\nH 0 0 0", 2, "finite numbers in Lattice", "'x'")]
    [InlineData("1\nLattice=\"1 0 0 0 1 0 0 0 inf\"\nH 0 0 0", 2, "finite numbers in Lattice", "'inf'")]
    [InlineData("1\npbc=\"T T T\"\nH 0 0 0", 2, "a Lattice", "none")]
    [InlineData("1\npbc=\"F F\"\nH 0 0 0", 2, "three values in pbc", "2")]
    [InlineData("1\npbc=\"F F no\"\nH 0 0 0", 2, "T or F in pbc", "'no'")]
    [InlineData("1\nProperties=species:S:1:pos:R\nH 0 0 0", 2, "triples", "5 fields")]
    [InlineData("1\nProperties=species:S:1:pos:R:2\nH 0 0", 2, "pos:R:3", "'pos:R:2'")]
    [InlineData("1\nProperties=species:S:1:pos:S:3\nH 0 0 0", 2, "pos:R:3", "'pos:S:3'")]
    [InlineData("1\nProperties=species:S:2:pos:R:3\nH H 0 0 0", 2, "species:S:1", "'species:S:2'")]
    [InlineData("1\nProperties=species:S:1:pos:R:3:forces:R:1\nH 0 0 0 0", 2, "forces:R:3", "'forces:R:1'")]
    [InlineData("1\nProperties=species:S:1:pos:X:3\nH 0 0 0", 2, "the type S, R, I or L", "'X'")]
    [InlineData("1\nProperties=species:S:1:pos:R:0\nH", 2, "a width from 1", "'0'")]
    [InlineData("1\nProperties=species:S:1:pos:R:-3\nH", 2, "a width from 1", "'-3'")]
    [InlineData("1\nProperties=species:S:1:pos:R:3:x:R:99999999999999999999\nH 0 0 0", 2, "a width from 1", "'99999999999999999999'")]
    [InlineData("1\nProperties=species:S:1:pos:R:3:x:R:9999\nH 0 0 0", 2, "a width from 1", "'9999'")]
    [InlineData("1\nProperties=species:S:1:pos:R:3::R:1\nH 0 0 0 0", 2, "a name in Properties", "an empty one")]
    [InlineData("1\nProperties=species:S:1:pos:R:3:pos:R:3\nH 0 0 0 0 0 0", 2, "one column 'pos'", "two")]
    [InlineData("1\nProperties=species:S:1\nH", 2, "a column pos:R:3", "none")]
    [InlineData("1\nProperties=pos:R:3\n0 0 0", 2, "a column species:S:1 or Z:I:1", "none")]
    [InlineData("1\nProperties=Z:I:1:pos:R:3\nH 0 0 0", 3, "an atomic number from 1 to 118", "'H'")]
    [InlineData("1\nProperties=species:S:1:Z:I:1:pos:R:3\nH 2 0 0 0", 3, "the atomic number 1 of H", "found 2")]
    [InlineData("1\nProperties=species:S:1:pos:R:3:forces:R:3\nH 0 0 0 0 0 nan", 3, "a force in eV/Angstrom", "'nan'")]
    [InlineData("1\nProperties=species:S:1:pos:R:3:forces:R:3\nH 0 0 0", 3, "7 columns", "4: 'H 0 0 0'")]
    public void AMistakeIsExplainedAtItsLine(string text, int line, string expected, string found)
    {
        XyzException error = Assert.Throws<XyzException>(() => ExtendedXyz.Parse(text));

        Assert.Equal(line, error.LineNumber);
        Assert.Equal("text", error.FileName);
        Assert.StartsWith($"text, line {line}: expected ", error.Message);
        Assert.Contains(expected, error.Expected);
        Assert.Contains(found, error.Message);
        Assert.NotEmpty(error.Remedy);
        Assert.EndsWith(".", error.Message);
        Assert.DoesNotContain(error.Message, char.IsControl);
    }

    [Fact]
    public void ACountThatLiesIsNamedAsThePossibleCause()
    {
        XyzException more = Assert.Throws<XyzException>(() => ExtendedXyz.Parse("1\n\nH 0 0 0\nH 1 1 1\n"));
        Assert.Contains("more atoms than the 1 it announces", more.Remedy);
        XyzException fewer = Assert.Throws<XyzException>(() => ExtendedXyz.Parse("2\n\nH 0 0 0\n1\n\nH 0 0 0"));
        Assert.Contains("fewer atoms than the 2 announced on line 1", fewer.Remedy);
    }

    [Fact]
    public void ALyingCountCostsNoMemory()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<XyzException>(() => ExtendedXyz.Parse("10000000\n\nH 0 0 0\n"));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void TheBudgetOfAtomsCanBeChanged()
    {
        XyzReadOptions options = new() { MaxAtoms = 1 };
        Assert.Single(ExtendedXyz.Parse("1\n\nH 0 0 0", options));
        Assert.Contains("MaxAtoms", Assert.Throws<XyzException>(() => ExtendedXyz.Parse("2\n\nH 0 0 0\nH 0 0 1", options)).Message);
    }

    [Fact]
    public void AnEndlessLineIsRefusedEarly()
    {
        EndlessReader reader = new();
        Assert.Throws<XyzException>(() => ExtendedXyz.Read(reader).ToList());
        Assert.InRange(reader.Served, 1, 4 << 20);
    }

    [Fact]
    public void AFileIsNamedByItsPathAndClosedAfterAnError()
    {
        string path = Path.GetTempFileName();
        File.WriteAllBytes(path, [0xEF, 0xBB, 0xBF, (byte)'1', (byte)'\n', 0xFF, (byte)'\n', (byte)'H']);
        try
        {
            XyzException error = Assert.Throws<XyzException>(() => ExtendedXyz.Read(path).ToList());
            Assert.Equal((path, 3), (error.FileName, error.LineNumber));
            using FileStream exclusive = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        finally
        {
            File.Delete(path);
        }
        Assert.Throws<FileNotFoundException>(() => ExtendedXyz.Read(path).ToList());
    }

    private sealed class EndlessReader : TextReader
    {
        public int Served { get; private set; }

        public override int Read(char[] buffer, int index, int count)
        {
            buffer.AsSpan(index, count).Fill('7');
            Served += count;
            return count;
        }
    }
}
