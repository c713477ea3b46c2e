using Potential.Data;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Potential.Model;

/// <summary>
/// Message passing with equivariant features, and products of messages, as in MACE (Batatia et al. 2022): each layer sums its neighbours' features
/// times harmonics and radial weights, takes all equivariant polynomials of that sum up to degree three, and reads out an energy.
/// </summary>
public sealed class EquivariantPotential : PotentialModule
{
    private readonly BesselBasisModule _bessel;
    private readonly PolynomialCutoffModule _cutoff;
    private readonly EmbedDirection _embed = new();
    private readonly Embedding _species;
    private readonly FirstLayer _first;
    private readonly LastLayer _last;
    private readonly ReadHidden _readFirst = new();
    private readonly Sequential _readLast;

    /// <summary>Makes the model.</summary>
    public EquivariantPotential(PotentialOptions options, DataStatistics statistics)
        : base(nameof(EquivariantPotential), options, statistics)
    {
        _bessel = new BesselBasisModule(options.RadialFunctions, options.Cutoff);
        _cutoff = new PolynomialCutoffModule(options.Cutoff);
        _species = nn.Embedding(options.Elements.Count, Scalars.Dim);
        _first = new FirstLayer(options, statistics.AverageNeighbors);
        _last = new LastLayer(options, statistics.AverageNeighbors);
        _readLast = nn.Sequential(nn.Linear(Scalars.Dim, options.ReadoutHidden), nn.SiLU(), nn.Linear(options.ReadoutHidden, 1));
        RegisterComponents();
        if (Precision == ScalarType.Float64) this.to(ScalarType.Float64);
    }

    /// <inheritdoc/>
    protected override Tensor AtomEnergies(AtomBatch batch, Tensor vectors)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor lengths = vectors.norm(-1);
        Tensor functions = _bessel.call(lengths) * _cutoff.call(lengths).unsqueeze(-1);
        Feature<Direction> directions = _embed.call(vectors);
        Feature<Scalars> species = new(_species.call(batch.ElementOfAtom));
        Feature<Hidden> hidden = _first.Evaluate(batch, species, directions, functions);
        Feature<Scalars> scalars = _last.Evaluate(batch, hidden, directions, functions);
        Tensor energies = _readFirst.call(hidden).Tensor + _readLast.call(scalars.Tensor);
        return scope.MoveToOuter(energies.squeeze(-1));
    }
}
