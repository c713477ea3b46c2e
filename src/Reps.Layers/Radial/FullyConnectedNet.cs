using System;
using System.Collections.Generic;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>
/// Fully connected layers without biases, with one function between them that is scaled to second moment one: e3nn's FullyConnectedNet. For
/// SiLU, <see cref="RadialNetworkModule"/> has the same state and is one kernel on the CPU.
/// </summary>
public sealed class FullyConnectedNet : nn.Module<Tensor, Tensor>
{
    private readonly List<(FullyConnectedLayer Layer, double Scale, (ActivationFunction?, double) Function)> _layers = [];

    /// <summary>Makes a network with standard normal weights.</summary>
    /// <param name="sizes">The number of inputs, of each hidden layer's values, and of outputs.</param>
    /// <param name="function">The function between layers; null for none.</param>
    /// <param name="varianceIn">The variance that inputs are expected to have.</param>
    /// <param name="varianceOut">The variance that outputs shall have.</param>
    /// <param name="outputFunction">Whether the function is applied to the outputs as well.</param>
    /// <param name="moments">The constant that scales the function: e3nn's or the exact one.</param>
    /// <exception cref="ArgumentException">There are fewer than two sizes, one is not positive, or a variance is not.</exception>
    public FullyConnectedNet(
        IReadOnlyList<int> sizes,
        ActivationFunction? function = null,
        double varianceIn = 1,
        double varianceOut = 1,
        bool outputFunction = false,
        MomentSource moments = MomentSource.E3nn
    )
        : base(nameof(FullyConnectedNet))
    {
        ArgumentNullException.ThrowIfNull(sizes);
        if (sizes.Count < 2) throw new ArgumentException("A network needs the number of its inputs and of its outputs.", nameof(sizes));
        Positive(varianceIn, nameof(varianceIn));
        Positive(varianceOut, nameof(varianceOut));
        Sizes = [.. sizes];
        double before = varianceIn;
        for (int n = 1; n < sizes.Count; n++)
        {
            bool last = n == sizes.Count - 1;
            double after = last ? varianceOut : 1;
            FullyConnectedLayer layer = new(sizes[n - 1], sizes[n]);
            register_module($"layer{n - 1}", layer);
            // What comes out of the product has variance one where a function follows; its result is scaled afterwards.
            bool activated = function is not null && (!last || outputFunction);
            (ActivationFunction? Function, double Factor) normalized = ActivationFunction.Normalized(activated ? function : null, moments);
            if (activated) normalized.Factor *= Math.Sqrt(after);
            _layers.Add((layer, Math.Sqrt((activated ? 1 : after) / (sizes[n - 1] * before)), normalized));
            before = after;
        }
    }

    /// <summary>The number of inputs, of each hidden layer's values, and of outputs.</summary>
    public IReadOnlyList<int> Sizes { get; }

    /// <summary>Evaluates the network.</summary>
    /// <param name="input">[..., inputs].</param>
    /// <returns>[..., outputs].</returns>
    /// <exception cref="ArgumentException">The last dimension is not the number of inputs.</exception>
    public override Tensor forward(Tensor input)
    {
        FullyConnectedLayer.CheckInput(input, Sizes[0], nameof(FullyConnectedNet));
        Arguments.Alike(GetName(), input, nameof(input), _layers[0].Layer.Weight, "layer0.weight");
        using DisposeScope scope = NewDisposeScope();
        Tensor values = input;
        foreach ((FullyConnectedLayer layer, double scale, (ActivationFunction?, double) function) in _layers)
            values = ActivationFunction.Apply(function, values.matmul(layer.Weight.Times(scale)));
        return scope.MoveToOuter(values);
    }

    private static void Positive(double variance, string name)
    {
        if (!(variance > 0 && double.IsFinite(variance))) throw new ArgumentOutOfRangeException(name, variance, "A variance is positive.");
    }
}
