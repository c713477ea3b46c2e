using System.Collections.Generic;
using System.Linq;
using Reps;

namespace Potential.Data;

/// <summary>What an <see cref="AtomBatch"/> is made of, before it becomes tensors: see there.</summary>
public sealed class AtomArrays
{
    /// <summary>[atoms, 3].</summary>
    public required IReadOnlyList<double> Positions { get; init; }

    /// <summary>[edges].</summary>
    public required IReadOnlyCollection<int> Sources { get; init; }

    /// <summary>[edges], ascending.</summary>
    public required IReadOnlyCollection<int> Targets { get; init; }

    /// <summary>[edges, 3].</summary>
    public required IReadOnlyList<double> Shifts { get; init; }

    /// <summary>[atoms].</summary>
    public required IReadOnlyCollection<int> Elements { get; init; }

    /// <summary>[frames].</summary>
    public required IReadOnlyCollection<int> AtomCounts { get; init; }

    /// <summary>[frames].</summary>
    public IReadOnlyList<double>? Energies { get; init; }

    /// <summary>[atoms, 3].</summary>
    public IReadOnlyList<double>? Forces { get; init; }

    /// <summary>The arrays of structures, one after the other.</summary>
    /// <exception cref="DataException">An element is not in the list.</exception>
    public static AtomArrays Of(IReadOnlyList<Structure> structures, IReadOnlyList<string> elements, double cutoff)
    {
        ElementIndex index = new(elements);
        List<double> positions = [], shifts = [];
        List<int> sources = [], targets = [], places = [];
        foreach (Structure structure in structures)
        {
            int first = places.Count;
            NeighborList neighbors = structure.Neighbors(cutoff);
            sources.AddRange(neighbors.Source.Select(atom => first + atom));
            targets.AddRange(neighbors.Target.Select(atom => first + atom));
            shifts.AddRange(CellShifts.Of(neighbors.Images, structure.Frame.Lattice));
            positions.AddRange(structure.Frame.Positions);
            places.AddRange(index.Of(structure.Frame));
        }
        return new AtomArrays
        {
            Positions = positions,
            Sources = sources,
            Targets = targets,
            Shifts = shifts,
            Elements = places,
            AtomCounts = [.. structures.Select(structure => structure.Frame.Count)],
            Energies = structures.All(structure => structure.Frame.Energy is not null)
                ? [.. structures.Select(structure => structure.Frame.Energy!.Value)]
                : null,
            Forces = structures.All(structure => structure.Frame.Forces is not null)
                ? [.. structures.SelectMany(structure => structure.Frame.Forces!)]
                : null,
        };
    }
}
