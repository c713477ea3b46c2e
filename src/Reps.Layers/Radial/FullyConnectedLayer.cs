using System;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>The weights of one layer of a network, under e3nn's name.</summary>
internal sealed class FullyConnectedLayer : nn.Module
{
    [ComponentName(Name = "weight")]
    private readonly Parameter _weight;

    public FullyConnectedLayer(int inputs, int outputs)
        : base(nameof(FullyConnectedLayer))
    {
        if (inputs < 1 || outputs < 1)
            throw new ArgumentOutOfRangeException(nameof(inputs), Math.Min(inputs, outputs), "A layer has at least one input and one output.");
        _weight = nn.Parameter(randn(inputs, outputs));
        RegisterComponents();
    }

    /// <summary>[inputs, outputs].</summary>
    public Parameter Weight => _weight;

    public static void CheckInput(Tensor input, int inputs, string module)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.dim() == 0 || input.size(-1) != inputs)
            throw new ArgumentException(
                $"{module}: 'input' has the shape [{string.Join(", ", input.shape)}], "
                    + $"but the network takes {inputs} numbers in the last dimension: pass [..., {inputs}].",
                nameof(input));
    }
}
