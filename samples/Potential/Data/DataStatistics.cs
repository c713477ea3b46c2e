using System.Collections.Generic;

namespace Potential.Data;

/// <summary>What a model takes from the data it is trained on, beside its parameters.</summary>
/// <param name="ReferenceEnergies">The energy of an atom of each element, in the order of the model's elements, in eV.</param>
/// <param name="Scale">What the network's output is multiplied by, in eV: the root mean square of the forces times 1 Å.</param>
/// <param name="AverageNeighbors">How many edges end at an atom, on average.</param>
public sealed record DataStatistics(IReadOnlyList<double> ReferenceEnergies, double Scale, double AverageNeighbors);
