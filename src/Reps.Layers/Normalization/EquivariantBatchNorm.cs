using System;
using Reps.Layers.Checkpoints;
using Reps.Layers.Normalization;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>
/// Normalization of irreps by their lengths over a batch: e3nn's BatchNorm. Means are subtracted of invariants only. In training the batch is
/// measured and running averages follow it; in evaluation those are used.
/// </summary>
public sealed class EquivariantBatchNorm : nn.Module<Tensor, Tensor>, ILayoutModule
{
    private readonly BatchNormCall _call;

    [ComponentName(Name = "weight")]
    private readonly Parameter? _weight;

    [ComponentName(Name = "bias")]
    private readonly Parameter? _bias;

    [ComponentName(Name = "running_mean")]
    private readonly Tensor? _mean;

    [ComponentName(Name = "running_var")]
    private readonly Tensor? _variance;

    /// <summary>Makes a module.</summary>
    /// <param name="representation">The representation of input and output.</param>
    /// <param name="options">How to measure and scale; e3nn's defaults if null.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public EquivariantBatchNorm(Irreps representation, BatchNormOptions? options = null)
        : base(nameof(EquivariantBatchNorm))
    {
        _call = new BatchNormCall(representation, options);
        if (Options.Affine) _weight = nn.Parameter(ones(_call.Count));
        if (Options.HasBias) _bias = nn.Parameter(zeros(_call.InvariantCount));
        if (!Options.Instance) (_mean, _variance) = (zeros(_call.InvariantCount), ones(_call.Count));
        RegisterComponents();
    }

    /// <summary>The representation of input and output.</summary>
    public Irreps Representation => _call.Representation;

    /// <summary>How the module measures and scales.</summary>
    public BatchNormOptions Options => _call.Options;

    /// <summary>The factor of each irrep; null without.</summary>
    public Parameter? Weight => _weight;

    /// <summary>The bias of each invariant; null without.</summary>
    public Parameter? Bias => _bias;

    /// <summary>The running average of each invariant; null where each row is measured by itself.</summary>
    public Tensor? RunningMean => _mean;

    /// <summary>The running mean square of each irrep; null where each row is measured by itself.</summary>
    public Tensor? RunningVariance => _variance;

    /// <summary>Makes a module for a signature.</summary>
    /// <param name="representation">The signature of input and output.</param>
    /// <param name="options">How to measure and scale; e3nn's defaults if null.</param>
    /// <returns>The module.</returns>
    /// <exception cref="SignatureException">The signature is not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static EquivariantBatchNorm Create(string representation, BatchNormOptions? options = null) =>
        new(Signature.Parse(representation).Irreps, options);

    string ILayoutModule.Layout => CheckpointLayout.Of(Representation);

    /// <summary>Normalizes a batch.</summary>
    /// <param name="input">[rows, ..., dim].</param>
    /// <returns>[rows, ..., dim].</returns>
    /// <exception cref="ArgumentException">There are fewer than two dimensions, or the last is not that of the representation.</exception>
    public override Tensor forward(Tensor input) => _call.Evaluate(input, _weight, _bias, _mean, _variance, training);
}
