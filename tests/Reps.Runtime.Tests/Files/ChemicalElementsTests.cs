using System;
using System.Linq;

namespace Reps.Tests.Files;

public sealed class ChemicalElementsTests
{
    [Fact]
    public void SymbolsAndNumbersAreInverse()
    {
        Assert.Equal(118, ChemicalElements.Symbols.Count);
        Assert.Equal(118, ChemicalElements.Symbols.Distinct().Count());
        for (int z = 1; z <= ChemicalElements.Count; z++)
            Assert.Equal(z, ChemicalElements.AtomicNumber(ChemicalElements.Symbol(z)));
    }

    // The ends of the periods and blocks pin the table down: a missing or doubled symbol would shift all that follow.
    [Theory]
    [InlineData(1, "H")]
    [InlineData(2, "He")]
    [InlineData(8, "O")]
    [InlineData(10, "Ne")]
    [InlineData(18, "Ar")]
    [InlineData(26, "Fe")]
    [InlineData(36, "Kr")]
    [InlineData(47, "Ag")]
    [InlineData(54, "Xe")]
    [InlineData(57, "La")]
    [InlineData(71, "Lu")]
    [InlineData(79, "Au")]
    [InlineData(86, "Rn")]
    [InlineData(92, "U")]
    [InlineData(103, "Lr")]
    [InlineData(112, "Cn")]
    [InlineData(118, "Og")]
    public void KnownElementsHaveTheirNumbers(int number, string symbol) => Assert.Equal(symbol, ChemicalElements.Symbol(number));

    [Theory]
    [InlineData("CL", "Cl")]
    [InlineData("c", "C")]
    [InlineData("H1", "H")]
    [InlineData("Ca2+", "Ca")]
    [InlineData("CA", "Ca")]
    [InlineData("D", "H")]
    [InlineData("Hw", "H")]
    [InlineData("OW1", "O")]
    [InlineData("Nx", "N")]
    [InlineData("", "H")]
    [InlineData("*", "H")]
    public void AWrongSymbolGetsASuggestion(string wrong, string suggestion)
    {
        Assert.Equal(suggestion, ChemicalElements.Nearest(wrong));
        Assert.Contains($"'{suggestion}'", Assert.Throws<ArgumentException>(() => ChemicalElements.AtomicNumber(wrong)).Message);
    }

    [Fact]
    public void NumbersOutsideTheTableAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ChemicalElements.Symbol(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChemicalElements.Symbol(119));
    }
}
