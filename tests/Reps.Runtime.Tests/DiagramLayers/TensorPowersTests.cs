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
    public void ErrorsNameTheirPlace(string text, string code, string place)
    {
        Assert.False(TensorPowers.TryParse(text, out _, out var errors));
        SignatureError error = errors[0];
        Assert.Equal((code, place), (error.Code, text.Substring(error.Start, error.Length)));
        Assert.Contains("expected", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnyTextIsAnsweredWithoutAnException()
    {
        Random random = new(3);
        const string Alphabet = "S(n): 16xV^2+O3,×*AspV^(1)0o\t";
        for (int n = 0; n < 20_000; n++)
        {
            string text = new([.. Enumerable.Range(0, random.Next(24)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
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
        Assert.Contains("Levi-Civita", Assert.Throws<ArgumentException>(() => DiagramLinear.Create("SO(16): V^8", "SO(16): V^8")).Message, StringComparison.Ordinal);
        Assert.Contains("Levi-Civita", Assert.Throws<ArgumentException>(() => DiagramLinear.Create("A(7): V^3", "A(7): V^4")).Message, StringComparison.Ordinal);
        Assert.Contains("smaller powers", Assert.Throws<ArgumentException>(() => DiagramLinear.Create("S(n): V^9", "S(n): V^9")).Message, StringComparison.Ordinal);
    }
}
