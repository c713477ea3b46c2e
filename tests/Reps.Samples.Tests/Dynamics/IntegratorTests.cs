using System;
using System.Linq;
using System.Threading;
using Potential.Data;
using Potential.Dynamics;
using Reps.Tests.Samples.Support;

namespace Reps.Tests.Samples.Dynamics;

public sealed class IntegratorTests
{
    private static readonly double[] s_cluster = [0, 0, 0, 1.6, 0, 0, 0, 1.65, 0, 0.1, 0, 1.6];
    private static readonly double[] s_masses = [16, 1, 1, 12];

    [Fact]
    public void TheEnergyIsConservedToTheOrderOfTheScheme()
    {
        double coarse = Run(0.5, 4000).Fluctuation, fine = Run(0.25, 8000).Fluctuation;
        Assert.InRange(coarse / fine, 3.5, 4.5);
        Assert.InRange(Run(0.25, 20000).Drift, -0.02, 0.02);

        static EnergyRecord Run(double timestep, int steps)
        {
            AtomsInMotion atoms = new(s_cluster, s_masses);
            atoms.Heat(300, new GaussianNumbers(1));
            Simulation simulation = new(atoms, new MorsePotential(), new VelocityVerlet(timestep), timestep);
            Assert.True(simulation.Run(steps, steps, _ => { }, CancellationToken.None));
            return simulation.Energies;
        }
    }

    [Fact]
    public void TimeRunsBackwards()
    {
        AtomsInMotion atoms = new(s_cluster, s_masses);
        atoms.Heat(300, new GaussianNumbers(1));
        MorsePotential field = new();
        field.Evaluate(atoms.Positions, atoms.Forces);
        for (int n = 0; n < 500; n++) new VelocityVerlet(0.5).Step(atoms, field);
        for (int n = 0; n < 12; n++) atoms.Velocities[n] *= -1;
        for (int n = 0; n < 500; n++) new VelocityVerlet(0.5).Step(atoms, field);
        Assert.Equal(s_cluster, atoms.Positions, (a, b) => Math.Abs(a - b) < 1e-9);
    }

    // A spring of 1 eV/Å² and a mass of 1 amu have a wave number of 521.47/cm: a period of 1/(521.47 c).
    [Fact]
    public void ASpringHasItsPeriod()
    {
        AtomsInMotion atoms = new([0.1, 0, 0], [1]);
        Spring spring = new();
        spring.Evaluate(atoms.Positions, atoms.Forces);
        double time = 0;
        for (double before = atoms.Velocities[0]; !(before > 0 && atoms.Velocities[0] <= 0); time += 0.01)
        {
            before = atoms.Velocities[0];
            new VelocityVerlet(0.01).Step(atoms, spring);
        }
        Assert.Equal(1e15 / (521.47 * 2.99792458e10), time, 0.03);
    }

    [Fact]
    public void TheThermostatKeepsTheTemperature()
    {
        AtomsInMotion atoms = new(new double[60], [.. Enumerable.Range(0, 20).Select(n => 1.0 + (n % 5))]);
        LangevinThermostat thermostat = new(1, 500, 0.02, new GaussianNumbers(3));
        Spring spring = new();
        EnergyRecord record = new(20);
        double potential = 0;
        for (int n = 0; n < 40000; n++)
        {
            thermostat.Step(atoms, spring);
            if (n < 2000) continue;
            // All three directions of all atoms move here, also as a whole.
            record.Add(n, 0, 2 * atoms.KineticEnergy / (60 * Units.Boltzmann));
            potential += atoms.PotentialEnergy / 38000;
        }
        Assert.Equal(500, record.MeanTemperature, 15.0);
        Assert.Equal(30 * Units.Boltzmann * 500, potential, 0.03 * 30 * Units.Boltzmann * 500);
    }

    [Fact]
    public void HeatIsExactAndDoesNotDrift()
    {
        AtomsInMotion atoms = new(s_cluster, s_masses);
        atoms.Heat(300, new GaussianNumbers(7));
        Assert.Equal(300, atoms.Temperature, 1e-9);
        for (int axis = 0; axis < 3; axis++) Assert.Equal(0, Enumerable.Range(0, 4).Sum(n => s_masses[n] * atoms.Velocities[(3 * n) + axis]), 1e-12);
        // 9 degrees of freedom.
        Assert.Equal(4.5 * 8.617333262e-5 * 300, atoms.KineticEnergy, 1e-9);
        atoms.Heat(0, new GaussianNumbers(7));
        Assert.Equal(0, atoms.KineticEnergy);
    }

    [Fact]
    public void WhatIsNotANumberEndsIt()
    {
        AtomsInMotion atoms = new([0, 0, 0, 1e-300, 0, 0], [1, 1]);
        Simulation simulation = new(atoms, new MorsePotential(), new VelocityVerlet(1e200), 1e200);
        Assert.Contains("not a number", Assert.Throws<DataException>(() => simulation.Run(10, 1, _ => { }, CancellationToken.None)).Message);
    }

    [Fact]
    public void ASimulationStopsWhenItIsTold()
    {
        using CancellationTokenSource stop = new();
        AtomsInMotion atoms = new(s_cluster, s_masses);
        Simulation simulation = new(atoms, new MorsePotential(), new VelocityVerlet(1), 1);
        Assert.False(simulation.Run(10, 1, time => { if (time == 3) stop.Cancel(); }, stop.Token));
        Assert.Equal(3, simulation.Steps);
    }

    [Fact]
    public void DriftIsTheSlope()
    {
        EnergyRecord record = new(2);
        for (int n = 0; n < 100; n++) record.Add(10 * n, 5 + (0.001 * n), 300);
        // 1 meV in 10 fs for two atoms.
        Assert.Equal(50, record.Drift, 1e-6);
    }

    [Theory]
    [InlineData("H", 1.008)]
    [InlineData("C", 12.011)]
    [InlineData("O", 15.999)]
    [InlineData("Fe", 55.845)]
    [InlineData("I", 126.90)]
    [InlineData("Au", 196.97)]
    [InlineData("U", 238.03)]
    [InlineData("Og", 294)]
    public void ElementsHaveTheirMasses(string symbol, double mass) => Assert.Equal(mass, AtomicMasses.Of([ChemicalElements.AtomicNumber(symbol)])[0]);

    [Fact]
    public void AllElementsHaveMasses()
    {
        Assert.Equal(ChemicalElements.Count, AtomicMasses.Count);
        double[] masses = AtomicMasses.Of(Enumerable.Range(1, ChemicalElements.Count));
        // Neighbours in the table weigh alike.
        Assert.All(masses.Zip(masses.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, -6.1, 13.1));
    }

    private sealed class Spring : IForceField
    {
        public double Evaluate(double[] positions, double[] forces)
        {
            for (int n = 0; n < forces.Length; n++) forces[n] = -positions[n];
            return positions.Sum(x => x * x / 2);
        }
    }
}
