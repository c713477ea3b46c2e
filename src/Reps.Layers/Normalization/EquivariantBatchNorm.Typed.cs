using System;
using Reps.Layers.Checkpoints;
using Reps.Layers.Normalization;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>Normalization of irreps by their lengths over a batch, for typed features; see <see cref="EquivariantBatchNorm"/>.</summary>
/// <typeparam name="TRep">The representation of input and output.</typeparam>
public sealed class EquivariantBatchNorm<TRep> : nn.Module<Feature<TRep>, Feature<TRep>>, ILayoutModule
    where TRep : struct, IRep<TRep>
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
    /// <param name="options">How to measure and scale; e3nn's defaults if null.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public EquivariantBatchNorm(BatchNormOptions? options = null)
        : base(nameof(EquivariantBatchNorm))
    {
        _call = new BatchNormCall(Rep<TRep>.Irreps, options);
        if (Options.Affine) _weight = nn.Parameter(ones(_call.Count));
        if (Options.HasBias) _bias = nn.Parameter(zeros(_call.InvariantCount));
        if (!Options.Instance) (_mean, _variance) = (zeros(_call.InvariantCount), ones(_call.Count));
        RegisterComponents();
    }

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

    string ILayoutModule.Layout => CheckpointLayout.Of(Rep<TRep>.Irreps);

    /// <summary>Normalizes a batch.</summary>
    /// <param name="input">[rows, ..., dim].</param>
    /// <returns>[rows, ..., dim].</returns>
    /// <exception cref="ArgumentException">There are fewer than two dimensions.</exception>
    public override Feature<TRep> forward(Feature<TRep> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new(_call.Evaluate(input.Tensor, _weight, _bias, _mean, _variance, training));
    }
}
