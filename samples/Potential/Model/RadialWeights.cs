using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Potential.Model;

/// <summary>The weights of an edge's message from the radial functions of its length: a network without biases.</summary>
public sealed class RadialWeights : nn.Module<Tensor, Tensor>
{
    // silu(z) times this has mean square one for standard normal z.
    private const double ActivationScale = 1.6791767923989418;

    private readonly ParameterList _layers = new();

    /// <summary>Makes the network.</summary>
    /// <param name="inputs">The number of radial functions.</param>
    /// <param name="hidden">The widths of the hidden layers.</param>
    /// <param name="outputs">The number of weights of the message.</param>
    public RadialWeights(int inputs, IReadOnlyList<int> hidden, int outputs)
        : base(nameof(RadialWeights))
    {
        int[] sizes = [inputs, .. hidden, outputs];
        foreach ((int from, int to) in sizes.Zip(sizes.Skip(1))) _layers.append(nn.Parameter(randn(from, to)));
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor functions)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor x = functions;
        for (int n = 0; n < _layers.Count; n++)
        {
            Parameter weight = _layers[n];
            x = x.matmul(weight) / Math.Sqrt(weight.shape[0]);
            if (n < _layers.Count - 1) x = nn.functional.silu(x) * ActivationScale;
        }
        return scope.MoveToOuter(x);
    }
}
