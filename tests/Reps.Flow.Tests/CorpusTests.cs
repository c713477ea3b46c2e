using System.Linq;

namespace Reps.Tests;

/// <summary>The corpus: what is marked is reported and breaks the symmetry when it runs; what is not marked keeps it.</summary>
public sealed class CorpusTests
{
    private const double Kept = 1e-5;
    private const double Broken = 1e-3;

    public static TheoryData<string> Programs => [.. Corpus.Programs.Keys];

    [Fact]
    public void CorpusCompiles()
    {
        Corpus.Analysis.AssertCompiles();
        Assert.DoesNotContain(Corpus.Analysis.Diagnostics, d => d.Id is "AD0001" or "REPS9000");
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void MarkedLinesAreReportedAndNoOthers(string name) =>
        Assert.Equal(Corpus.Programs[name].Expected.Order(), Corpus.Programs[name].Reported.Order());

    [Theory]
    [MemberData(nameof(Programs))]
    public void MarkedProgramsBreakTheSymmetryAndOthersKeepIt(string name)
    {
        double error = Worker.Error(Corpus.Programs[name].Trial);
        if (Corpus.Programs[name].IsFlagged) Assert.True(error > Broken, $"{name} is marked, but keeps the symmetry: {error}");
        else Assert.True(error < Kept, $"{name} is not marked, but breaks the symmetry: {error}");
    }
}
