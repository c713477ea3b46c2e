using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Reps.Layers.Models;

/// <summary>
/// Convolutions with a gate after each but the last. Of the hidden irreps only those are made that a product of the features with the edges'
/// attributes contains.
/// </summary>
internal sealed class GatedLayers
{
    private readonly List<nn.Module<EdgeGraph, Tensor, Tensor, Tensor, Tensor, Tensor>> _layers = [];

    public GatedLayers(
        Irreps input,
        IEnumerable<Irreps> hidden,
        Irreps output,
        Irreps nodeAttributes,
        Irreps edgeAttributes,
        IReadOnlyList<int> neurons,
        double neighbors,
        ConvolutionMixing mixing
    )
    {
        Irreps features = input;
        Sequence = [input];
        foreach (Irreps wanted in hidden)
        {
            Gate gate = GateFor(features, edgeAttributes, wanted);
            _layers.Add(new GatedConvolution(Convolution(gate.Input), gate));
            features = gate.Output;
            Sequence.Add(features);
        }
        _layers.Add(Convolution(output));
        Sequence.Add(output);
        Modules = new ModuleList<nn.Module>([.. _layers]);

        EquivariantConvolution Convolution(Irreps result) => new(features, nodeAttributes, edgeAttributes, result, neurons, neighbors, mixing);
    }

    /// <summary>The layers under the names that e3nn gives them.</summary>
    public ModuleList<nn.Module> Modules { get; }

    /// <summary>The representation of the features before and after each layer.</summary>
    public List<Irreps> Sequence { get; }

    public Tensor Evaluate(EdgeGraph graph, Tensor features, Tensor nodeAttributes, Tensor edgeAttributes, Tensor edgeScalars)
    {
        foreach (nn.Module<EdgeGraph, Tensor, Tensor, Tensor, Tensor, Tensor> layer in _layers)
            features = layer.forward(graph, features, nodeAttributes, edgeAttributes, edgeScalars);
        return features;
    }

    private static Gate GateFor(Irreps features, Irreps edges, Irreps wanted)
    {
        Irreps reached = new(wanted.Group, wanted.Where(entry => GraphFunctions.TpPathExists(features, edges, entry.Irrep)));
        Irreps scalars = new Irreps(wanted.Group, reached.Where(entry => entry.Irrep.TwoJ == 0)).Simplify();
        Irreps gated = new(wanted.Group, reached.Where(entry => entry.Irrep.TwoJ > 0));
        Irreps gates = Irreps.Empty(wanted.Group);
        if (gated.Dim > 0)
        {
            Irrep[] candidates = wanted.Group.HasParity() ? [Irrep.O3(0, 1), Irrep.O3(0, -1)] : [Irrep.SO3(0)];
            int found = Array.FindIndex(candidates, irrep => GraphFunctions.TpPathExists(features, edges, irrep));
            if (found < 0)
                throw new ArgumentException($"The product of '{features}' and the edges' '{edges}' contains no scalars, which are needed as gates of '{gated}'.", nameof(wanted));
            gates = new(wanted.Group, [new MulIrrep(gated.NumIrreps, candidates[found])]);
        }
        return new Gate(
            scalars,
            [.. scalars.Select(entry => (ActivationFunction)(entry.Irrep.Parity > 0 ? ScalarActivation.Silu : ScalarActivation.Tanh))],
            gates,
            [.. gates.Select(entry => (ActivationFunction)(entry.Irrep.Parity > 0 ? ScalarActivation.Sigmoid : ScalarActivation.Tanh))],
            gated
        );
    }
}
