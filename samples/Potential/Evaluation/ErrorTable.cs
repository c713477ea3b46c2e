using System.Collections.Generic;
using System.Linq;
using Potential.Data;

namespace Potential.Evaluation;

/// <summary>Errors of energies for each atom (eV) and of components of forces (eV/Å), over all structures and for each element.</summary>
/// <param name="elements">The model's elements.</param>
public sealed class ErrorTable(IReadOnlyList<string> elements)
{
    private readonly ErrorSum[] _elements = [.. elements.Select(_ => new ErrorSum())];

    /// <summary>Of energies, divided by the number of atoms.</summary>
    public ErrorSum Energy { get; } = new();

    /// <summary>Of components of forces.</summary>
    public ErrorSum Force { get; } = new();

    /// <summary>Of components of forces, for the elements that were met.</summary>
    public IEnumerable<(string Element, ErrorSum Force)> Elements =>
        elements.Zip(_elements).Where(entry => entry.Second.Count > 0);

    /// <summary>How many structures were added.</summary>
    public int Structures { get; private set; }

    /// <summary>Adds a structure, as far as its energy and forces are known.</summary>
    /// <param name="structure">The structure.</param>
    /// <param name="prediction">What a model says about it.</param>
    public void Add(Structure structure, Prediction prediction)
    {
        Structures++;
        if (structure.Frame.Energy is double energy) Energy.Add((prediction.Energy - energy) / structure.Frame.Count);
        if (structure.Frame.Forces is not double[] forces) return;
        for (int n = 0; n < forces.Length; n++)
        {
            double error = prediction.Forces[n] - forces[n];
            Force.Add(error);
            _elements[prediction.Elements[n / 3]].Add(error);
        }
    }
}
