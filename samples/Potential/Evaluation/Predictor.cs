using System.Collections.Generic;
using System.Linq;
using Potential.Data;
using Potential.Model;
using static TorchSharp.torch;

namespace Potential.Evaluation;

/// <summary>Asks a model about many structures, some at a time.</summary>
/// <param name="model">The model.</param>
/// <param name="device">Where its parameters are.</param>
/// <param name="batch">How many structures at a time: no result depends on it, but for rounding.</param>
public sealed class Predictor(PotentialModule model, Device device, int batch)
{
    /// <summary>The predictions, in the order of the structures.</summary>
    public IEnumerable<Prediction> Of(IReadOnlyList<Structure> structures) => structures.Chunk(batch).SelectMany(Batch);

    private List<Prediction> Batch(Structure[] structures)
    {
        using var scope = NewDisposeScope();
        using AtomBatch atoms = AtomBatch.Create(structures, model.Options.Elements, model.Options.Cutoff, model.Precision, device);
        (Tensor energies, Tensor forces) = model.Evaluate(atoms, training: false);
        double[] energy = Doubles(energies);
        double[] force = Doubles(forces);
        List<Prediction> result = [];
        int first = 0;
        for (int n = 0; n < structures.Length; n++)
        {
            int end = first + atoms.AtomCounts[n];
            result.Add(new Prediction(energy[n], force[(3 * first)..(3 * end)], atoms.Elements[first..end]));
            first = end;
        }
        return result;
    }

    private static double[] Doubles(Tensor values) => values.to(ScalarType.Float64).cpu().flatten().data<double>().ToArray();
}
