using System;
using System.Collections.Generic;
using System.Linq;
using Potential.Data;
using Potential.Dynamics;
using Potential.Model;
using Potential.Training;
using TorchSharp;

namespace Reps.Benchmarks;

/// <summary>Steps of the potential of the samples, as its commands take them.</summary>
internal sealed class PotentialSteps : IDisposable
{
    private const int Batches = 4;

    private readonly IDisposable _owner;

    private PotentialSteps(IDisposable owner, Action<int> step, IReadOnlyCollection<Structure[]> batches, double cutoff)
    {
        (_owner, Step) = (owner, step);
        Atoms = batches.Average(batch => batch.Sum(structure => (double)structure.Frame.Count));
        Edges = batches.Average(batch => batch.Sum(structure => (double)structure.Neighbors(cutoff).Count));
    }

    /// <summary>Takes a step; the argument is its number.</summary>
    public Action<int> Step { get; }

    /// <summary>How many atoms a step has, on average.</summary>
    public double Atoms { get; }

    /// <summary>How many edges a step has, on average.</summary>
    public double Edges { get; }

    /// <summary>Training: some structures in each step.</summary>
    public static PotentialSteps Training(List<Structure> structures, int frames)
    {
        (RunOptions run, DataStatistics statistics) = Options(structures);
        TrainingSession session = new(run, statistics, Models.Default, torch.CPU);
        Structure[][] batches = [.. structures.Chunk(frames).Take(Batches)];
        long done = 0;
        return new(session, n => session.Step(batches[n % batches.Length], 1e-3, done++), batches, run.Model.Cutoff);
    }

    /// <summary>Energies and forces of one molecule, which moves.</summary>
    public static PotentialSteps Dynamics(List<Structure> structures)
    {
        (RunOptions run, DataStatistics statistics) = Options(structures);
        torch.manual_seed(1);
        PotentialModule model = Models.Default(run.Model, statistics);
        model.Freeze();
        ModelForceField field = new(model, structures[0].Frame, skin: 1, torch.CPU);
        // As fast as atoms go at room temperature, every step is elsewhere, and the neighbors are searched now and then.
        AtomsInMotion atoms = new(structures[0].Frame.Positions, AtomicMasses.Of(structures[0].Frame.AtomicNumbers));
        Random random = new(1);
        double[] forces = new double[atoms.Positions.Length];
        return new(model, Step, [[structures[0]]], run.Model.Cutoff);

        void Step(int number)
        {
            for (int n = 0; n < forces.Length; n++) atoms.Positions[n] += 0.02 * (random.NextDouble() - 0.5);
            field.Evaluate(atoms.Positions, forces);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _owner.Dispose();

    private static (RunOptions, DataStatistics) Options(List<Structure> structures)
    {
        string[] elements = [.. structures[0].Frame.AtomicNumbers.Distinct().Order().Select(ChemicalElements.Symbol)];
        RunOptions run = new() { Model = new PotentialOptions { Elements = elements } };
        return (run, DataStatistics.Of(structures, elements, run.Model.Cutoff));
    }
}
