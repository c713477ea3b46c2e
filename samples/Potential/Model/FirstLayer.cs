using System;
using Potential.Data;
using Reps.Layers;
using static TorchSharp.torch;

namespace Potential.Model;

/// <summary>The layer that sees the neighbours' species.</summary>
public sealed class FirstLayer : nn.Module
{
    private readonly double _neighbors;
    private readonly MixScalars _up = new();
    private readonly RadialNetworkModule _radial;
    private readonly FirstMessage _message = new(internalWeights: false);
    private readonly MixMessage _mix = new();
    private readonly HiddenPower _power;
    private readonly MixHidden _down = new();

    /// <summary>Makes the layer.</summary>
    /// <param name="options">The model's options.</param>
    /// <param name="neighbors">The mean number of neighbours, by which sums are scaled.</param>
    public FirstLayer(PotentialOptions options, double neighbors)
        : base(nameof(FirstLayer))
    {
        _neighbors = neighbors;
        _radial = RadialNetworkModule.Create([options.RadialFunctions, .. options.RadialHidden, FirstMessage.WeightCount]);
        _power = new HiddenPower(options.Elements.Count);
        RegisterComponents();
    }

    /// <summary>The hidden features of the atoms.</summary>
    public Feature<Hidden> Evaluate(AtomBatch batch, Feature<Scalars> features, Feature<Direction> directions, Tensor functions)
    {
        Feature<Message> sums = _message.forward(batch.Graph, _up.call(features), directions, _radial.call(functions));
        Feature<Hidden> products = _power.call(_mix.call((1 / Math.Sqrt(_neighbors)) * sums), batch.Elements);
        return _down.call(products);
    }
}
