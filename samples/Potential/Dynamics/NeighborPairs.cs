using System.Collections.Generic;

namespace Potential.Dynamics;

/// <summary>Edges as a model takes them.</summary>
/// <param name="Positions">[N, 3], moved by whole cells or as a whole.</param>
/// <param name="Sources">[edges].</param>
/// <param name="Targets">[edges], ascending.</param>
/// <param name="Shifts">[edges, 3]: edge vectors are positions of sources plus these minus positions of targets.</param>
public sealed record NeighborPairs(double[] Positions, List<int> Sources, List<int> Targets, List<double> Shifts);
