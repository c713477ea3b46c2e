using System.Collections.Generic;
using Reps;

namespace Potential.Data;

/// <summary>A frame of a file with its neighbours, which are found once: the atoms do not move during a training.</summary>
/// <param name="frame">The atoms, and what is known about them.</param>
public sealed class Structure(XyzFrame frame)
{
    private readonly Dictionary<double, NeighborList> _neighbors = [];

    /// <summary>The atoms, and what is known about them.</summary>
    public XyzFrame Frame => frame;

    /// <summary>The edges within a cutoff.</summary>
    public NeighborList Neighbors(double cutoff)
    {
        if (!_neighbors.TryGetValue(cutoff, out NeighborList? neighbors))
            _neighbors[cutoff] = neighbors = NeighborList.Build(frame, cutoff);
        return neighbors;
    }
}
