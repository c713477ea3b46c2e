using System;
using Reps.Layers.Checkpoints;
using Reps.Layers.Nonlinear;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>Each irrep scaled by a function of its length, for typed features; see <see cref="NormActivation"/>.</summary>
/// <typeparam name="TRep">The representation of input and output.</typeparam>
public sealed class NormActivation<TRep> : nn.Module<Feature<TRep>, Feature<TRep>>, ILayoutModule
    where TRep : struct, IRep<TRep>
{
    private readonly NormActivationCall _call;

    [ComponentName(Name = "biases")]
    private readonly Parameter? _biases;

    /// <summary>Makes a module.</summary>
    /// <param name="function">The function of the lengths.</param>
    /// <param name="normalize">Whether the irreps are brought to length one first.</param>
    /// <param name="epsilon">With <paramref name="normalize"/>, smaller lengths count as this; 1e-8 if null.</param>
    /// <param name="bias">Whether a number that is learned is added to each length.</param>
    /// <exception cref="ArgumentException">There is an epsilon and nothing is normalised, or it is not positive.</exception>
    public NormActivation(ActivationFunction function, bool normalize = true, double? epsilon = null, bool bias = false)
        : base(nameof(NormActivation))
    {
        _call = new NormActivationCall(Rep<TRep>.Irreps, function, normalize, epsilon);
        if (bias) _biases = nn.Parameter(zeros(Rep<TRep>.Irreps.NumIrreps));
        RegisterComponents();
    }

    /// <summary>What is added to the lengths, [number of irreps]; null without biases.</summary>
    public Parameter? Biases => _biases;

    string ILayoutModule.Layout => CheckpointLayout.Of(Rep<TRep>.Irreps);

    /// <summary>Scales the irreps.</summary>
    /// <param name="input">[..., dim].</param>
    /// <returns>[..., dim].</returns>
    public override Feature<TRep> forward(Feature<TRep> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new(_call.Evaluate(input.Tensor, _biases));
    }
}
