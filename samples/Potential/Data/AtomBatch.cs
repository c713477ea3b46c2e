using System;
using System.Collections.Generic;
using System.Linq;
using Reps;
using static TorchSharp.torch;

namespace Potential.Data;

/// <summary>
/// Several structures as one graph without edges between them. The vector of an edge is <c>Positions[source] + shift − Positions[target]</c>.
/// </summary>
public sealed class AtomBatch : IDisposable
{
    private readonly Tensor[] _tensors;

    /// <summary>Copies arrays to a device.</summary>
    /// <param name="arrays">The structures, one after the other.</param>
    /// <param name="type">The type of positions, shifts and forces. Energies are double: in float a total energy loses digits.</param>
    /// <param name="device">Where the tensors are.</param>
    public AtomBatch(AtomArrays arrays, ScalarType type, Device device)
    {
        // The caller's dispose scope may end before the batch does.
        using var scope = NewDisposeScope();
        (Elements, AtomCounts) = ([.. arrays.Elements], [.. arrays.AtomCounts]);
        int atoms = Elements.Length;
        Graph = new EdgeGraph(atoms, atoms, arrays.Sources.ToArray(), arrays.Targets.ToArray());
        Positions = Floats(arrays.Positions, [atoms, 3], type);
        Shifts = Floats(arrays.Shifts, [Graph.EdgeCount, 3], type);
        Sources = Longs(arrays.Sources);
        Targets = Longs(arrays.Targets);
        ElementOfAtom = Longs(arrays.Elements);
        FrameOfAtom = Longs(arrays.AtomCounts.SelectMany((count, frame) => Enumerable.Repeat(frame, count)));
        Energies = arrays.Energies is null ? null : Floats(arrays.Energies, [FrameCount], ScalarType.Float64);
        Forces = arrays.Forces is null ? null : Floats(arrays.Forces, [atoms, 3], type);
        _tensors = [.. new[] { Positions, Shifts, Sources, Targets, ElementOfAtom, FrameOfAtom, Energies, Forces }.OfType<Tensor>()];
        foreach (Tensor tensor in _tensors) tensor.DetachFromDisposeScope();

        // Numbers of the tensor's own type are copied once.
        Tensor Floats(IEnumerable<double> values, long[] shape, ScalarType dtype) =>
            dtype == ScalarType.Float32
                ? tensor(values.Select(value => (float)value).ToArray(), shape, dtype, device)
                : tensor(values.ToArray(), shape, dtype, device);
        Tensor Longs(IEnumerable<int> values) => tensor(values.Select(value => (long)value).ToArray(), dtype: null, device: device);
    }

    /// <summary>[atoms, 3], in Å.</summary>
    [Nodes(0), Positions(Rank = 2)]
    public Tensor Positions { get; }

    /// <summary>The edges of all structures, sorted by target.</summary>
    public EdgeGraph Graph { get; }

    /// <summary>[edges, 3]: by how much the image of the source is moved against the source; zero for open systems.</summary>
    [Nodes(0), Rep("1o", Rank = 2)]
    public Tensor Shifts { get; }

    /// <summary>[edges], int64: the sources of the graph.</summary>
    [Nodes(0, Rank = 1)]
    public Tensor Sources { get; }

    /// <summary>[edges], int64: the targets of the graph.</summary>
    [Nodes(0, Rank = 1)]
    public Tensor Targets { get; }

    /// <summary>The place of each atom's element in the model's list of elements, [atoms].</summary>
    public int[] Elements { get; }

    /// <summary>The same as an int64 tensor.</summary>
    [Nodes(0, Rank = 1)]
    public Tensor ElementOfAtom { get; }

    /// <summary>[atoms], int64: the structure that an atom belongs to.</summary>
    [Nodes(0, Rank = 1)]
    public Tensor FrameOfAtom { get; }

    /// <summary>The number of structures.</summary>
    public int FrameCount => AtomCounts.Length;

    /// <summary>How many atoms each structure has.</summary>
    public int[] AtomCounts { get; }

    /// <summary>[frames], double, in eV; null where they are not known.</summary>
    public Tensor? Energies { get; }

    /// <summary>[atoms, 3], in eV/Å; null where they are not known.</summary>
    [Nodes(0), Rep("1o", Rank = 2)]
    public Tensor? Forces { get; }

    /// <summary>Puts structures together.</summary>
    /// <param name="structures">At least one. Energies and forces are there if all of them have them.</param>
    /// <param name="elements">The model's list of elements, as symbols.</param>
    /// <param name="cutoff">The length of the longest edge, in Å.</param>
    /// <param name="type">The type of positions, shifts and forces.</param>
    /// <param name="device">Where the tensors are.</param>
    /// <exception cref="DataException">An element is not in the list.</exception>
    public static AtomBatch Create(IReadOnlyList<Structure> structures, IReadOnlyList<string> elements, double cutoff, ScalarType type, Device device) =>
        new(AtomArrays.Of(structures, elements, cutoff), type, device);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Tensor tensor in _tensors) tensor.Dispose();
    }
}
