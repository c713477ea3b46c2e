using System;
using Potential.Data;
using Reps.Layers;
using static TorchSharp.torch;

namespace Potential.Model;

/// <summary>The layer that sees what the neighbours have seen, and keeps invariants only.</summary>
public sealed class LastLayer : nn.Module
{
    private readonly double _neighbors;
    private readonly MixHidden _up = new();
    private readonly RadialNetworkModule _radial;
    private readonly NextMessage _message = new(internalWeights: false);
    private readonly MixMessage _mix = new();
    private readonly ScalarPower _power;
    private readonly MixScalars _down = new();
    private readonly HiddenToScalars _skip = new();

    /// <summary>Makes the layer.</summary>
    /// <param name="options">The model's options.</param>
    /// <param name="neighbors">The mean number of neighbours, by which sums are scaled.</param>
    public LastLayer(PotentialOptions options, double neighbors)
        : base(nameof(LastLayer))
    {
        _neighbors = neighbors;
        _radial = RadialNetworkModule.Create([options.RadialFunctions, .. options.RadialHidden, NextMessage.WeightCount]);
        _power = new ScalarPower(options.Elements.Count);
        RegisterComponents();
    }

    /// <summary>The invariants of the atoms.</summary>
    public Feature<Scalars> Evaluate(AtomBatch batch, Feature<Hidden> features, Feature<Direction> directions, Tensor functions)
    {
        Feature<Message> sums = _message.forward(batch.Graph, _up.call(features), directions, _radial.call(functions));
        Feature<Scalars> products = _power.call(_mix.call((1 / Math.Sqrt(_neighbors)) * sums), batch.Elements);
        return _down.call(products) + _skip.call(features);
    }
}
