using System;
using System.Linq;
using Reps.Algebra;

namespace Reps.Tests.DiagramLayers;

/// <summary>Signatures of tensor powers: their text, and what is wrong with others.</summary>
public sealed class TensorPowersTests
{
    [Theory]
    [InlineData("S(n): 16xV^2 + 8xV^1 + 4xV^0", "S(n): 16xV^2 + 8xV^1 + 4xV^0")]
    [InlineData("S(n):V", "S(n): 1xV^1")]
    [InlineData(" Sp(4) : 3 x V ^ 2 ", "Sp(4): 3xV^2")]
    [InlineData("S(n)*O(3): 4xV^(2, 1)", "S(n)×O(3): 4xV^(2,1)")]
    [InlineData("Aut( Petersen ): 4xV^2", "Aut(petersen): 4xV^2")]
    [InlineData("Aut(grid(2, 3))×C(4)*S(3): V^(1,0,2)", "Aut(grid(2,3))×C(4)×S(3): 1xV^(1,0,2)")]
    [InlineData("Aut(graph6:IheA@GUAo):V", "Aut(graph6:IheA@GUAo): 1xV^1")]
    [InlineData("Aut(2-1, 0-1 1-0): V", "Aut(0-1 1-2): 1xV^1")]
    [InlineData("B( 3 ): V", "B(3): 1xV^1")]
    public void TextsAreRead(string text, string expected)
    {
        Assert.Equal(expected, TensorPowers.Parse(text).ToString());
        Assert.Equal(TensorPowers.Parse(text), TensorPowers.Parse(expected));
    }

    [Theory]
    [InlineData("16xV^2", "REPS1002", "16xV^2")]
    [InlineData("T(3): V^2", "REPS1002", "T(3)")]
    [InlineData("S(0): V", "REPS1002", "0")]
    [InlineData("S(-2): V", "REPS1002", "-2")]
    [InlineData("Sp(3): V", "REPS1002", "3")]
    [InlineData("A(n): V", "REPS1002", "n")]
    [InlineData("SO(n): V", "REPS1002", "n")]
    [InlineData("S(n): 0xV", "REPS1003", "0")]
    [InlineData("S(n): 3xV^99", "REPS1015", "^99")]
    [InlineData("S(n): 3xV^-1", "REPS1015", "^-1")]
    [InlineData("S(n): 3x1o", "REPS1015", "3x1o")]
    [InlineData("S(n)×O(3): V^2", "REPS1015", "^2")]
    [InlineData("S(n)×O(3): V", "REPS1015", "V")]
    [InlineData("S(n): V + + V", "REPS1015", "")]
    [InlineData("", "REPS1002", "")]
    [InlineData("D(2): V", "REPS1002", "2")]
    [InlineData("C(0): V", "REPS1002", "0")]
    [InlineData("B(129): V", "REPS1002", "129")]
    [InlineData("Aut: V", "REPS1002", "Aut")]
    [InlineData("Aut(petersen: V", "REPS1002", "Aut(petersen")]
    [InlineData("Aut(empty(0)): V", "REPS1002", "empty(0)")]
    [InlineData("Aut(0-1 1~2): V", "REPS1002", "~")]
    [InlineData("Aut(0-1 1-): V", "REPS1002", "")]
    [InlineData("C(3)×O(3): V^(1,1)", "REPS1002", "O(3)")]
    [InlineData("S(n)×C(3): V^(1,1)", "REPS1002", "S(n)")]
    [InlineData("C(3)×S(300): V^(1,1)", "REPS1002", "S(300)")]
    [InlineData("C(10): V + 2xV^7", "REPS1008", "2xV^7")]
    public void ErrorsNameTheirPlace(string text, string code, string place)
    {
        Assert.False(TensorPowers.TryParse(text, out _, out var errors));
        SignatureError error = errors[0];
        Assert.Equal((code, place), (error.Code, text.Substring(error.Start, error.Length)));
        Assert.Contains("expected", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Aut(peterson): V", 4, 8, "petersen")]
    [InlineData("Aut( cicle(5) )×Aut(cyclo): V^(1,1)", 5, 5, "cycle")]
    [InlineData("Aut(cycle): V", 9, 0, null)]
    [InlineData("Aut(peterson(3)): V", 4, 8, null)]
    public void NamesOfGraphsAreCorrected(string text, int start, int length, string? suggestion)
    {
        Assert.False(TensorPowers.TryParse(text, out _, out var errors));
        Assert.Equal(("REPS1002", start, length, suggestion), (errors[0].Code, errors[0].Start, errors[0].Length, errors[0].Suggestion));
    }

    [Fact]
    public void SizesOfLargeProductsAreShort()
    {
        Assert.False(TensorPowers.TryParse("S(16000000): 16xV^16", out _, out var errors));
        Assert.Equal("REPS1008", errors[0].Code);
        Assert.Contains("more than 2^383", errors[0].Message, StringComparison.Ordinal);
        Assert.InRange(errors[0].Message.Length, 20, 200);
    }

    [Fact]
    public void GroupsAreEqualIfTheSameGroupActs()
    {
        Assert.Equal(TensorSpace.Parse("D(5)"), TensorSpace.Parse("Aut(0-1 1-2 2-3 3-4 4-0)"));
        Assert.Equal(TensorSpace.Parse("B(2)").GetHashCode(), TensorSpace.Parse("Aut(matching(2))").GetHashCode());
        Assert.NotEqual(TensorSpace.Parse("C(5)"), TensorSpace.Parse("D(5)"));
        Assert.NotEqual(TensorSpace.Parse("S(5)"), TensorSpace.Parse("Aut(empty(5))"));
        Assert.Throws<ArgumentException>(() => new TensorSpace(SymmetryGraph.FromEdges(0, [])));
        Assert.Contains("orbits", Assert.Throws<ArgumentException>(() => TensorSpace.Parse("C(5)").Category(2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnyTextIsAnsweredWithoutAnException()
    {
        Random random = new(3);
        const string Alphabet = "S(n): 16xV^2+O3,×*AspV^(1)0o\t-->>CDB()";
        string[] starts = ["", "Aut(", "Aut(0-1", "D(", "Aut(graph6:", "Aut(cycle(5)):", "C(3)×"];
        for (int n = 0; n < 20_000; n++)
        {
            string text = starts[n % starts.Length] + new string([.. Enumerable.Range(0, random.Next(24)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            if (TensorPowers.TryParse(text, out TensorPowers? powers, out var errors))
            {
                Assert.Empty(errors);
                Assert.Equal(powers, TensorPowers.Parse(powers!.ToString()));
            }
            else Assert.All(errors, error => Assert.InRange(error.Start + error.Length, error.Start, text.Length));
        }
    }

    [Fact]
    public void GroupsMustAgreeAndSizesBeReasonable()
    {
        Assert.Contains("one group", Assert.Throws<ArgumentException>(() => DiagramLinear.Create("S(n): V", "S(4): V")).Message, StringComparison.Ordinal);
        Assert.Contains("21147 diagrams", Assert.Throws<ArgumentException>(() => DiagramLinear.Create("S(n): V^4", "S(n): V^5")).Message, StringComparison.Ordinal);
        Assert.Contains("Levi-Civita", Assert.Throws<ArgumentException>(() => DiagramLinear.Create("SO(8): V^4", "SO(8): V^4")).Message, StringComparison.Ordinal);
        Assert.Contains("Levi-Civita", Assert.Throws<ArgumentException>(() => DiagramLinear.Create("A(7): V^3", "A(7): V^4")).Message, StringComparison.Ordinal);
        Assert.Contains("smaller powers", Assert.Throws<ArgumentException>(() => DiagramLinear.Create("S(n): V^9", "S(n): V^9")).Message, StringComparison.Ordinal);
    }
}
