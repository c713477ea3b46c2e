using System;
using Reps.Layers.Checkpoints;
using Reps.Layers.Nonlinear;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>Each irrep scaled by a function of its length: e3nn's NormActivation. The function is applied as it is, without scaling.</summary>
public sealed class NormActivation : nn.Module<Tensor, Tensor>, ILayoutModule
{
    private readonly NormActivationCall _call;

    [ComponentName(Name = "biases")]
    private readonly Parameter? _biases;

    /// <summary>Makes a module.</summary>
    /// <param name="representation">The representation of input and output.</param>
    /// <param name="function">The function of the lengths.</param>
    /// <param name="normalize">Whether the irreps are brought to length one first.</param>
    /// <param name="epsilon">With <paramref name="normalize"/>, smaller lengths count as this; 1e-8 if null.</param>
    /// <param name="bias">Whether a number that is learned is added to each length, zero at first.</param>
    /// <exception cref="ArgumentException">There is an epsilon and nothing is normalised, or it is not positive.</exception>
    public NormActivation(Irreps representation, ActivationFunction function, bool normalize = true, double? epsilon = null, bool bias = false)
        : base(nameof(NormActivation))
    {
        _call = new NormActivationCall(representation, function, normalize, epsilon);
        if (bias) _biases = nn.Parameter(zeros(representation.NumIrreps));
        RegisterComponents();
    }

    string ILayoutModule.Layout => CheckpointLayout.Of(Representation);

    /// <summary>The representation of input and output.</summary>
    public Irreps Representation => _call.Representation;

    /// <summary>What is added to the lengths, [number of irreps]; null without biases.</summary>
    public Parameter? Biases => _biases;

    /// <summary>Makes a module for a signature.</summary>
    /// <param name="representation">The signature of input and output.</param>
    /// <param name="function">The function of the lengths.</param>
    /// <param name="normalize">Whether the irreps are brought to length one first.</param>
    /// <param name="epsilon">With <paramref name="normalize"/>, smaller lengths count as this; 1e-8 if null.</param>
    /// <param name="bias">Whether a number that is learned is added to each length.</param>
    /// <returns>The module.</returns>
    /// <exception cref="SignatureException">The signature is not valid.</exception>
    /// <exception cref="ArgumentException">There is an epsilon and nothing is normalised, or it is not positive.</exception>
    public static NormActivation Create(
        string representation,
        ActivationFunction function,
        bool normalize = true,
        double? epsilon = null,
        bool bias = false
    ) => new(Signature.Parse(representation).Irreps, function, normalize, epsilon, bias);

    /// <summary>Scales the irreps.</summary>
    /// <param name="input">[..., dim].</param>
    /// <returns>[..., dim].</returns>
    /// <exception cref="ArgumentException">The last dimension is not that of the representation.</exception>
    public override Tensor forward(Tensor input) => _call.Evaluate(input, _biases);
}
