namespace Reps.Tests;

/// <summary>The rules of symmetric contractions.</summary>
public sealed class ContractionTests
{
    private const string Representations = """
        using Reps;
        [Rep("8x0e + 8x1o")] partial struct Hidden;
        [Rep("8x0e")] partial struct Scalars;
        [Rep("8x0e + 8x0o")] partial struct Both;
        [Rep("8x1o")] partial struct Vectors;
        [Rep("4x0e")] partial struct Few;
        [Rep("8x0e + 4x1o")] partial struct Mixed;
        [Rep("1x50e + 1x60e + 1x70e")] partial struct Large;
        [Rep("SO(3): 8x0 + 8x1")] partial struct Rotated;
        [Rep("SU(2): 8x1/2")] partial struct Spinors;

        """;

    [Theory]
    [InlineData("[SymmetricContraction<Hidden, Hidden>] partial class A;")]
    [InlineData("[SymmetricContraction<Hidden, Hidden>(Correlation = 1)] partial class A;")]
    [InlineData("[SymmetricContraction<Rotated, Rotated>(Correlation = 2)] partial class A;")]
    public void ValidLayersAreQuiet(string source) => Assert.Empty(Marked.Check(Representations + source));

    [Theory]
    [InlineData("[SymmetricContraction<Hidden, {|REPS2001:Rotated|}>] partial class A;", "an equivariant map needs one group")]
    [InlineData("[SymmetricContraction<Hidden, {|REPS2003:Few|}>] partial class A;", "4x0e has other channels than 8x0e")]
    [InlineData("[SymmetricContraction<{|REPS2003:Mixed|}, Hidden>] partial class A;", "4x1o has other channels than 8x0e")]
    [InlineData("[SymmetricContraction<Hidden, Hidden>(Correlation = {|REPS2004:4|})] partial class A;", "it must be 1 to 3, not 4")]
    [InlineData("[SymmetricContraction<Hidden, Hidden>(Correlation = {|REPS2004:0|})] partial class A;", "it must be 1 to 3, not 0")]
    [InlineData("[SymmetricContraction<Hidden, Hidden>(PathNormalization = {|REPS2004:(PathNormalization)7|})] partial class A;", "Element, Path or None")]
    [InlineData("[SymmetricContraction<{|REPS2007:Spinors|}, Spinors>] partial class A;", "write SO(3)")]
    [InlineData("[{|REPS1012:SymmetricContraction<Large, Large>|}] partial class A;", "lower the degrees")]
    [InlineData("[SymmetricContraction<Hidden, {|REPS1107:int|}>] partial class A;", "'int' does not say how a group acts on it")]
    public void WhatCannotBeIsSaid(string source, string message) => Assert.Contains(message, Assert.Single(Marked.Check(Representations + source)));

    [Theory]
    [InlineData(
        "[SymmetricContraction<Scalars, {|REPS2002:Both|}>] partial class A;",
        "Segment 1 (8x0o) of 'Both' is always zero: no product of up to 3 segments of 'Scalars' holds it"
    )]
    [InlineData(
        "[SymmetricContraction<{|REPS2006:Hidden|}, Scalars>(Correlation = 1)] partial class A;",
        "Segment 1 (8x1o) of 'Hidden' is not used: no product with it is in the output"
    )]
    [InlineData(
        "[{|REPS2009:SymmetricContraction<Scalars, Vectors>|}] partial class A;",
        "'A' is identically zero: no product of up to 3 segments of 'Scalars' holds an irrep of 'Vectors'"
    )]
    public void WhatIsLeftOutIsSaid(string source, string message) => Assert.Equal(message, Assert.Single(Marked.Check(Representations + source)));

    [Fact]
    public void NamesOfTheGeneratedPartAreTaken() =>
        Assert.Single(Marked.Check(Representations + "[SymmetricContraction<Hidden, Hidden>] partial class A { int {|REPS1106:DoubleBackward|} { get; set; } }"));
}
