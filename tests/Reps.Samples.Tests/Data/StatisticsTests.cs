using System;
using System.Collections.Generic;
using System.Linq;
using Potential.Data;

namespace Reps.Tests.Samples.Data;

public sealed class StatisticsTests
{
    [Fact]
    public void ReferencesAreFound()
    {
        List<Structure> structures = [.. new[] { "HHO", "HHHO", "OO", "CHHHH", "CO", "CCH" }.Select(formula => Of(formula, formula.Sum(c => c switch { 'H' => -13.6, 'C' => -1030.1, _ => -2041.7 })))];
        double[] energies = ReferenceEnergies.Fit(structures, ["H", "C", "O"]);
        Assert.Equal(-13.6, energies[0], 1e-4);
        Assert.Equal(-1030.1, energies[1], 1e-4);
        Assert.Equal(-2041.7, energies[2], 1e-4);
    }

    [Fact]
    public void OneCompositionGivesItsMean()
    {
        List<Structure> structures = [Of("HHO", -30), Of("HHO", -32), Of("OHH", -34)];
        double[] energies = ReferenceEnergies.Fit(structures, ["H", "O"]);
        Assert.Equal(-32, (2 * energies[0]) + energies[1], 1e-9);
        // What is open is shared: no element takes it all.
        Assert.All(energies, energy => Assert.Equal(-32.0 / 3, energy, 1e-6));
    }

    [Fact]
    public void LeastSquaresHasTheLeast()
    {
        Random random = new(1);
        List<Structure> structures = [.. Enumerable.Range(0, 30).Select(n => Of(new string('H', 1 + (n % 4)) + new string('O', n % 3), -50 + random.NextDouble()))];
        double[] best = ReferenceEnergies.Fit(structures, ["H", "O"]);
        double Squares(double h, double o) => structures.Sum(s => Math.Pow(s.Frame.Energy!.Value - s.Frame.AtomicNumbers.Sum(z => z == 1 ? h : o), 2));
        foreach ((double h, double o) in new[] { (1e-3, 0.0), (-1e-3, 0), (0, 1e-3), (0, -1e-3) })
            Assert.True(Squares(best[0] + h, best[1] + o) > Squares(best[0], best[1]));
    }

    [Fact]
    public void EthanolIsInTheRightUnits()
    {
        List<Structure> ethanol = Support.Samples.Ethanol(100);
        DataStatistics statistics = DataStatistics.Of(ethanol, ["H", "C", "O"], 5);
        Assert.InRange(statistics.Scale, 0.5, 2);
        Assert.Equal(8, statistics.AverageNeighbors, 0.5);
        Assert.Empty(UnitHints.Of(ethanol, statistics, ["H", "C", "O"]));
        Assert.Equal(ethanol.Average(s => s.Frame.Energy!.Value), statistics.ReferenceEnergies.Zip([6.0, 2, 1], (e, n) => e * n).Sum(), 1e-6);
    }

    [Theory]
    [InlineData(1, 23.06, "kcal/mol")]
    [InlineData(1, 964.9, "kJ/mol/nm")]
    [InlineData(1, 0.01945, "hartree/bohr")]
    [InlineData(96.49, 1, "kJ/mol")]
    [InlineData(0.03675, 1, "hartree")]
    public void OtherUnitsAreSuspected(double energies, double forces, string hint)
    {
        List<Structure> other = [.. Support.Samples.Ethanol(50).Select(s => new Structure(Scaled(s.Frame, energies, forces, 1)))];
        string[] hints = [.. UnitHints.Of(other, DataStatistics.Of(other, ["H", "C", "O"], 5), ["H", "C", "O"])];
        Assert.Contains(hints, text => text.Contains(hint));
    }

    [Fact]
    public void PositionsInBohrAreSuspected()
    {
        List<Structure> other = [.. Support.Samples.Ethanol(50).Select(s => new Structure(Scaled(s.Frame, 1, 1, 1 / 0.529177)))];
        Assert.Contains(UnitHints.Of(other, DataStatistics.Of(other, ["H", "C", "O"], 5), ["H", "C", "O"]), text => text.Contains("bohr"));
    }

    private static Structure Of(string formula, double energy) => new(Frame([.. formula.Select(c => ChemicalElements.AtomicNumber(c.ToString()))], energy));

    private static XyzFrame Frame(int[] numbers, double energy) => new()
    {
        AtomicNumbers = numbers,
        Positions = [.. Enumerable.Range(0, 3 * numbers.Length).Select(n => (double)n)],
        Forces = new double[3 * numbers.Length],
        Energy = energy,
        Species = [],
        Comment = "",
        Info = new Dictionary<string, string>(),
    };

    private static XyzFrame Scaled(XyzFrame frame, double energies, double forces, double positions) => new()
    {
        AtomicNumbers = frame.AtomicNumbers,
        Positions = [.. frame.Positions.Select(x => positions * x)],
        Forces = [.. frame.Forces!.Select(x => forces * x)],
        Energy = energies * frame.Energy,
        Species = frame.Species,
        Comment = "",
        Info = frame.Info,
    };
}
