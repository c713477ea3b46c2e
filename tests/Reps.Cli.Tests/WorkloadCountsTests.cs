using Reps.Algebra;
using Reps.Benchmarking;
using Reps.Benchmarks;

namespace Reps.Tests.Cli;

/// <summary>The counts of the benchmarks' other workloads against those found by hand.</summary>
public sealed class WorkloadCountsTests
{
    [Fact]
    public void SquaresOfScalars()
    {
        // x and x² in three channels, one monomial beside x; two paths, so that folded weights leave two pairs.
        ContractionCounts counts = new(Contraction("3x0e", "3x0e", 2), double.PositiveInfinity);
        Assert.Equal(sizeof(float) * 3 + sizeof(int), counts.Forward.Read);
        Assert.Equal(sizeof(float) * 3, counts.Forward.Written);
        Assert.Equal(3 * (1 + 2 * 2), counts.Forward.Flops);
        // The monomial again and to both of its factors; the sums for the weights and the cotangents of monomials.
        Assert.Equal(3 * (5 + 2 * 2 + 2 * 2), counts.Backward.Flops);
        Assert.Equal(sizeof(float) * 6 + sizeof(int), counts.Backward.Read);
        Assert.Equal(sizeof(float) * 3, counts.Backward.Written);
    }

    [Fact]
    public void FoldedWeightsAreSharedByTheRowsOfAnElement()
    {
        SymmetricContractionPlan plan = Contraction("3x0e", "3x0e", 2);
        // A row alone gains nothing: two coefficients are folded, and two pairs remain.
        Assert.Equal(3 * (1 + 2 * 2 + 2 * 2), new ContractionCounts(plan, 1).Forward.Flops);
        // Six weights of four bytes, for two rows.
        Assert.Equal(sizeof(float) * (3 + 3) + sizeof(int), new ContractionCounts(plan, 2).Forward.Read);
        Assert.Equal(sizeof(float) * (3 + 3), new ContractionCounts(plan, 2).Backward.Written);
    }

    [Fact]
    public void SquaredLengthsOfVectors()
    {
        // That of a vector and that of a pseudovector: six squares into one output.
        ContractionCounts counts = new(Contraction("1x1o+1x1e", "1x0e", 2), double.PositiveInfinity);
        Assert.Equal(6 + 2 * 6, counts.Forward.Flops);
        Assert.Equal(5 * 6 + 2 * 6 + 2 * 6, counts.Backward.Flops);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(250)]
    [InlineData(1e6)]
    public void SumsOfPathsAreNeverDearerThanComponentByComponent(double rowsPerElement)
    {
        SymmetricContractionPlan plan = Contraction("8x0e+8x1o+8x2e", "8x0e+8x1o", 3);
        ContractionTables tables = ContractionTables.Create(plan);
        double written = 8 * (tables.Products.Length / 2 + 2.0 * tables.Values.Length + 2 * tables.Rows.Length / 3);
        Counts counts = new ContractionCounts(plan, rowsPerElement).Forward;
        Assert.InRange(counts.Flops, 8.0 * tables.Products.Length / 2, written);
    }

    [Fact]
    public void RadialNetworks()
    {
        RadialCounts counts = new(new RadialNetwork(8, 64, 64, 960), 1000);
        const int Hidden = 8 * 64 + 64 * 64;
        const int All = Hidden + 64 * 960;
        Assert.Equal(2 * All, counts.Forward.Flops);
        // The gradients by values and by weights, and the hidden layers again.
        Assert.Equal(4 * All + 2 * Hidden, counts.Backward.Flops);
        Assert.Equal(sizeof(float) * (8 + All / 1000.0), counts.Forward.Read, 1e-9);
        Assert.Equal(sizeof(float) * 960, counts.Forward.Written);
        Assert.Equal(counts.Forward.Bytes, counts.Backward.Read);
        Assert.Equal(counts.Forward.Read, counts.Backward.Written);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(10)]
    public void JacobiansOfHarmonicsWriteFourTimesAsMuch(int lmax)
    {
        Counts values = HarmonicsCounts.Values(lmax);
        Counts both = HarmonicsCounts.ValuesAndJacobian(lmax);
        Assert.Equal(sizeof(float) * 3, both.Read);
        Assert.Equal(4 * values.Written, both.Written);
        Assert.True(both.Flops > 2 * values.Flops);
    }

    private static SymmetricContractionPlan Contraction(string input, string output, int correlation) =>
        SymmetricContractionPlan.Create(Irreps.Parse(input), Irreps.Parse(output), correlation);
}
