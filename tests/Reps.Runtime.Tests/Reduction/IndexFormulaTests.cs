using System;
using System.Collections.Generic;
using System.Linq;

namespace Reps.Tests.Reduction;

public class IndexFormulaTests
{
    [Theory]
    [InlineData("i", 1)]
    [InlineData("ij", 1)]
    [InlineData("ij=-ji", 2)]
    [InlineData(" i j = - j i ", 2)]
    [InlineData("ijk=jki", 3)]
    [InlineData("ijk=jki=-jik", 6)]
    [InlineData("ijkl=jikl=klij", 8)]
    [InlineData("ijkl=jikl=ikjl=ijlk", 24)]
    [InlineData("ij=ji=-ij", 4)]
    [InlineData("abcdefgh=bacdefgh=bcdefgha", 40320)]
    public void GroupsAreGenerated(string text, int order)
    {
        IndexFormula formula = IndexFormula.Parse(text);
        IReadOnlyList<SignedPermutation> group = formula.Group();
        Assert.Equal(order, group.Count);
        Assert.Equal(text, formula.ToString());
        if (order > 100) return;
        Assert.All(group, a => Assert.All(group, b => Assert.Contains(a * b, group)));
        Assert.Contains(new SignedPermutation(1, Permutation.Identity(formula.Rank)), group);
    }

    [Theory]
    [InlineData("", 0, 0, "empty")]
    [InlineData("  ", 0, 2, "empty")]
    [InlineData("-ij=ji", 0, 1, "no sign")]
    [InlineData("ij=j-i", 4, 1, "in front")]
    [InlineData("ij=--ji", 4, 1, "once")]
    [InlineData("ij=", 3, 0, "no indices")]
    [InlineData("ij==ji", 3, 0, "no indices")]
    [InlineData("=ij", 0, 0, "no indices")]
    [InlineData("iji=iij", 2, 1, "'i' occurs twice")]
    [InlineData("ij=jj", 4, 1, "'j' occurs twice")]
    [InlineData("ij=jk", 4, 1, "'k' is not in the first term")]
    [InlineData("ijk=-ji", 4, 3, "lacks the index k")]
    [InlineData("ij=j1", 4, 1, "'1'")]
    [InlineData("ij+ji", 2, 1, "'+'")]
    [InlineData("abcdefghi", 0, 9, "more than 8")]
    public void ErrorsHaveTheirPlace(string text, int start, int length, string part)
    {
        Assert.False(IndexFormula.TryParse(text, out _, out IReadOnlyList<FormulaError> errors));
        Assert.Contains(errors, error => (error.Start, error.Length) == (start, length) && error.Message.Contains(part, StringComparison.Ordinal));
        FormulaException thrown = Assert.Throws<FormulaException>(() => IndexFormula.Parse(text));
        Assert.Equal(errors, thrown.Errors);
        Assert.Contains(part, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryTextIsReadOrRefusedWithPlacesInside()
    {
        Random random = new(6);
        for (int trial = 0; trial < 5000; trial++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => "ijk-= +\u00e9"[random.Next(8)]));
            if (IndexFormula.TryParse(text, out IndexFormula? formula, out IReadOnlyList<FormulaError> errors)) Assert.NotEmpty(formula!.Indices);
            else Assert.All(errors, error => Assert.True(error.Start >= 0 && error.Length >= 0 && error.Start + error.Length <= text.Length));
            Assert.Equal(formula is null, errors.Count > 0);
        }
        Assert.False(IndexFormula.TryParse(null, out _, out _));
        Assert.False(IndexFormula.TryParse(new string('i', 20000), out _, out _));
    }
}
