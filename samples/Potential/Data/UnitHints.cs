using System;
using System.Collections.Generic;
using System.Linq;

namespace Potential.Data;

/// <summary>What looks as if data were in other units than Å, eV and eV/Å. Such data can be right, so these are warnings.</summary>
public static class UnitHints
{
    /// <summary>The warnings about structures with energies and forces.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<Structure> structures, DataStatistics statistics, IReadOnlyList<string> elements)
    {
        FormattableString? forces = statistics.Scale switch
        {
            > 20 => $"The forces' root mean square is {statistics.Scale:0.#} eV/Å, which is much: are they in kcal/mol/Å (divide by 23.06) or kJ/mol/nm (by 964.9)?",
            < 0.05 => $"The forces' root mean square is {statistics.Scale:0.#e+0} eV/Å, which is little: are they in hartree/bohr (multiply by 51.42)?",
            _ => null,
        };
        if (forces is not null) yield return FormattableString.Invariant(forces);

        // Forces move an atom by tenths of an Å: what the energies vary by, atom for atom, is a fraction of the forces' scale.
        double ratio = Deviation(structures, statistics.ReferenceEnergies, elements) / statistics.Scale;
        FormattableString? energies = ratio switch
        {
            > 1 => $"The energies vary {ratio:0.#} times as much as the forces suggest: are they in kcal/mol (divide by 23.06) or kJ/mol (by 96.49)?",
            > 0 and < 2e-3 => $"The energies vary {1 / ratio:0} times less than the forces suggest: are they in hartree (multiply by 27.21)?",
            _ => null,
        };
        if (energies is not null) yield return FormattableString.Invariant(energies);

        double apart = structures.Select(Nearest).Order().ElementAt(structures.Count / 2);
        if (apart > 1.5 && double.IsFinite(apart) && structures.All(HasHydrogen))
            yield return FormattableString.Invariant(
                $"The nearest atoms are {apart:0.##} Å apart, which is far with hydrogen among them: are positions in bohr (multiply by 0.5292)?");
    }

    // The root mean square over structures of what references leave of an energy, for each root of the number of atoms.
    private static double Deviation(IReadOnlyList<Structure> structures, IReadOnlyList<double> references, IReadOnlyList<string> elements)
    {
        ElementIndex index = new(elements);
        return Math.Sqrt(
            structures.Average(structure =>
            {
                double rest = structure.Frame.Energy!.Value - index.Of(structure.Frame).Sum(place => references[place]);
                return rest * rest / structure.Frame.Count;
            }));
    }

    private static bool HasHydrogen(Structure structure) => structure.Frame.AtomicNumbers.Contains(1);

    private static double Nearest(Structure structure) => structure.Neighbors(3).Distances.DefaultIfEmpty(double.PositiveInfinity).Min();
}
