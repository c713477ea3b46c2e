using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Layers.Execution;
using Reps.Layers.Radial;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>
/// The network that makes the weights of an edge from the radial functions of its length: <see cref="RadialNetwork"/> as a module, with the
/// state of e3nn's FullyConnectedNet.
/// </summary>
public sealed class RadialNetworkModule : nn.Module<Tensor, Tensor>
{
    private readonly RadialTensorKernel _kernel;
    private readonly List<FullyConnectedLayer> _layers = [];

    /// <summary>Makes a network with standard normal weights.</summary>
    /// <param name="network">The network; its <see cref="RadialNetwork.ActivationScale"/> is part of what it computes.</param>
    public RadialNetworkModule(RadialNetwork network)
        : base(nameof(RadialNetworkModule))
    {
        ArgumentNullException.ThrowIfNull(network);
        Network = network;
        _kernel = new RadialTensorKernel(network);
        for (int n = 1; n < network.Sizes.Length; n++)
        {
            FullyConnectedLayer layer = new(network.Sizes[n - 1], network.Sizes[n]);
            register_module($"layer{n - 1}", layer);
            _layers.Add(layer);
        }
    }

    /// <summary>The network.</summary>
    public RadialNetwork Network { get; }

    /// <summary>A network of given sizes.</summary>
    /// <param name="sizes">The number of inputs, of each hidden layer's values, and of outputs.</param>
    /// <param name="moments">The constant that scales SiLU: e3nn's or the exact one.</param>
    /// <returns>The module.</returns>
    /// <exception cref="ArgumentException">There are fewer than two sizes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A size is not from 1 to 65,536.</exception>
    public static RadialNetworkModule Create(ReadOnlySpan<int> sizes, MomentSource moments = MomentSource.E3nn) =>
        new(new RadialNetwork(sizes) { ActivationScale = ScalarActivation.Silu.Constant(moments) });

    /// <summary>Evaluates the network.</summary>
    /// <param name="input">[..., inputs].</param>
    /// <returns>[..., outputs].</returns>
    /// <exception cref="ArgumentException">The last dimension is not the number of inputs.</exception>
    public override Tensor forward(Tensor input)
    {
        FullyConnectedLayer.CheckInput(input, Network.InputCount, nameof(RadialNetworkModule));
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor weights = _layers.Count == 1 ? _layers[0].Weight.flatten() : cat([.. _layers.Select(layer => layer.Weight.flatten())]);
        if (input.dim() == 2) return scope.MoveToOuter(_kernel.Apply(input, weights));
        return scope.MoveToOuter(_kernel.Apply(Batching.Rows(input), weights).reshape([.. input.shape[..^1], Network.OutputCount]));
    }
}
