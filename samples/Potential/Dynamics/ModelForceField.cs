using System.Linq;
using Potential.Data;
using Potential.Model;
using Reps;
using static TorchSharp.torch;

namespace Potential.Dynamics;

/// <summary>A trained model for one system of atoms.</summary>
public sealed class ModelForceField : IForceField
{
    private readonly PotentialModule _model;
    private readonly Device _device;
    private readonly int[] _elements;
    private readonly SkinNeighborList _neighbors;

    /// <summary>A model for the atoms of a frame.</summary>
    /// <param name="model">The model.</param>
    /// <param name="frame">Elements, cell and periodicity.</param>
    /// <param name="skin">By how much neighbours are searched further than the model sees, in Å.</param>
    /// <param name="device">Where the model is.</param>
    /// <exception cref="DataException">The model does not know an element.</exception>
    public ModelForceField(PotentialModule model, XyzFrame frame, double skin, Device device)
    {
        (_model, _device) = (model, device);
        _elements = new ElementIndex(model.Options.Elements).Of(frame);
        _neighbors = new SkinNeighborList(model.Options.Cutoff, skin, frame.Lattice, frame.Periodic);
    }

    /// <summary>How often neighbours were searched.</summary>
    public int Searches => _neighbors.Searches;

    /// <inheritdoc/>
    public double Evaluate(double[] positions, double[] forces)
    {
        NeighborPairs pairs = _neighbors.Update(positions);
        using var scope = NewDisposeScope();
        AtomArrays arrays = new()
        {
            Positions = pairs.Positions,
            Sources = pairs.Sources,
            Targets = pairs.Targets,
            Shifts = pairs.Shifts,
            Elements = _elements,
            AtomCounts = [_elements.Length],
        };
        using AtomBatch batch = new(arrays, _model.Precision, _device);
        (Tensor energies, Tensor gradients) = _model.Evaluate(batch, training: false);
        gradients.to(ScalarType.Float64).cpu().flatten().data<double>().ToArray().CopyTo(forces, 0);
        return energies.cpu().data<double>().Single();
    }
}
