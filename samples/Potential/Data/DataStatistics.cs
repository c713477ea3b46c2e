using System;
using System.Collections.Generic;
using System.Linq;

namespace Potential.Data;

/// <summary>What a model takes from the data it is trained on, beside its parameters.</summary>
/// <param name="ReferenceEnergies">The energy of an atom of each element, in the order of the model's elements, in eV.</param>
/// <param name="Scale">What the network's output is multiplied by, in eV: the root mean square of the forces times 1 Å.</param>
/// <param name="AverageNeighbors">How many edges end at an atom, on average.</param>
public sealed record DataStatistics(IReadOnlyList<double> ReferenceEnergies, double Scale, double AverageNeighbors)
{
    /// <summary>The statistics of structures with energies and forces.</summary>
    public static DataStatistics Of(IReadOnlyList<Structure> structures, IReadOnlyList<string> elements, double cutoff)
    {
        double squares = structures.Average(structure => structure.Frame.Forces!.Average(force => force * force));
        double edges = structures.Sum(structure => (double)structure.Neighbors(cutoff).Count);
        return new DataStatistics(
            Data.ReferenceEnergies.Fit(structures, elements),
            // Without forces in the data there is nothing to scale by.
            squares > 0 ? Math.Sqrt(squares) : 1,
            Math.Max(1, edges / structures.Sum(structure => structure.Frame.Count)));
    }

    /// <summary>The sum of the reference energies of each structure's atoms.</summary>
    /// <param name="batch">The structures.</param>
    /// <returns>[frames], in eV.</returns>
    public double[] ReferencesOf(AtomBatch batch)
    {
        double[] sums = new double[batch.FrameCount];
        for (int frame = 0, atom = 0; frame < sums.Length; frame++)
            for (int n = 0; n < batch.AtomCounts[frame]; n++)
                sums[frame] += ReferenceEnergies[batch.Elements[atom++]];
        return sums;
    }
}
