using System;
using System.Collections.Generic;
using System.Linq;
using Potential.Data;
using Potential.Evaluation;
using Potential.Training;
using Reps.Tests.Samples.Support;
using static TorchSharp.torch;

namespace Reps.Tests.Samples.Training;

public sealed class PartsTests
{
    [Fact]
    public void TheAverageForgetsExponentially()
    {
        using PairModel model = new(new() { Elements = ["H"], RadialFunctions = 1 }, new DataStatistics([0], 1, 1));
        TorchSharp.Modules.Parameter weight = model.parameters().Single();
        Set(0);
        using MovingAverage average = new(model, 0.5);
        Set(1);
        // The first step counts for nine tenths: the beginning is noise.
        average.Update(0);
        Assert.Equal(0.9, Average(), 1e-6);
        Set(0);
        average.Update(100);
        Assert.Equal(0.45, Average(), 1e-6);
        using (average.Apply()) Assert.Equal(0.45, weight.item<float>(), 1e-6);
        Assert.Equal(0, weight.item<float>());

        void Set(double value)
        {
            using var mode = no_grad();
            weight.fill_(value);
        }
        double Average() => average.Entries.Single().Average.item<float>();
    }

    [Fact]
    public void TheLossIsThatOfItsFormula()
    {
        List<Structure> structures = [.. Support.Samples.Ethanol(2)];
        using AtomBatch batch = AtomBatch.Create(structures, ["H", "C", "O"], 3, ScalarType.Float64, CPU);
        using Tensor energies = batch.Energies! + tensor([0.9, -1.8]);
        using Tensor forces = batch.Forces! + 0.5;
        // 0.1 and -0.2 eV for each atom; 0.5 eV/Å for each component; all in units of 2.
        using Tensor loss = new Loss(energyWeight: 3, forceWeight: 7, scale: 2).Of(energies, forces, batch);
        Assert.Equal((3 * (0.01 + 0.04) / 2 / 4) + (7 * 0.25 / 4), loss.item<double>(), 1e-9);
    }

    [Fact]
    public void ErrorsAreAddedUp()
    {
        List<Structure> structures = Support.Samples.Ethanol(1);
        XyzFrame frame = structures[0].Frame;
        int[] elements = new ElementIndex(["H", "C", "O", "N"]).Of(frame);
        double[] forces = [.. frame.Forces!.Select((force, n) => force + (frame.AtomicNumbers[n / 3] == 8 ? 0.3 : n % 2 == 0 ? 0.1 : -0.1))];
        ErrorTable table = new(["H", "C", "O", "N"]);
        table.Add(structures[0], new Prediction(frame.Energy!.Value + 0.9, forces, elements));
        Assert.Equal(0.1, table.Energy.MeanAbsolute, 1e-9);
        Assert.Equal(((24 * 0.1) + (3 * 0.3)) / 27, table.Force.MeanAbsolute, 1e-9);
        Assert.Equal(Math.Sqrt(((24 * 0.01) + (3 * 0.09)) / 27), table.Force.RootMeanSquare, 1e-9);
        // Nitrogen was not met.
        Assert.Equal(["H", "C", "O"], table.Elements.Select(entry => entry.Element));
        Assert.Equal(0.3, table.Elements.Last().Force.MeanAbsolute, 1e-9);
        Assert.Equal(18, table.Elements.First().Force.Count);
    }

    [Fact]
    public void ForcesAreMinusTheSlopesOfTheEnergy()
    {
        manual_seed(3);
        List<Structure> structures = Support.Samples.Ethanol(1);
        using PairModel model = new(new() { Elements = ["H", "C", "O"], Precision = "float64" }, new DataStatistics([-10, -20, -30], 1.3, 8));
        Prediction at = Predict(0, 0);
        for (int n = 0; n < 27; n += 5)
            Assert.Equal(-(Predict(n, 1e-4).Energy - Predict(n, -1e-4).Energy) / 2e-4, at.Forces[n], 1e-6);

        Prediction Predict(int coordinate, double by)
        {
            double[] positions = [.. structures[0].Frame.Positions];
            positions[coordinate] += by;
            XyzFrame moved = new() { AtomicNumbers = structures[0].Frame.AtomicNumbers, Positions = positions, Species = [], Comment = "", Info = structures[0].Frame.Info };
            return new Predictor(model, CPU, 1).Of([new Structure(moved)]).Single();
        }
    }

    [Fact]
    public void PredictionsDoNotDependOnTheBatch()
    {
        manual_seed(4);
        List<Structure> structures = Support.Samples.Ethanol(7);
        using PairModel model = new(new() { Elements = ["H", "C", "O"], Precision = "float64" }, new DataStatistics([-10, -20, -30], 1.3, 8));
        Prediction[] one = [.. new Predictor(model, CPU, 1).Of(structures)];
        Prediction[] three = [.. new Predictor(model, CPU, 3).Of(structures)];
        for (int n = 0; n < 7; n++)
        {
            Assert.Equal(one[n].Energy, three[n].Energy, 1e-9);
            Assert.Equal(one[n].Forces, three[n].Forces, (a, b) => Math.Abs(a - b) < 1e-9);
        }
    }
}
