using System;
using Reps.Layers.Checkpoints;
using Reps.Layers.Normalization;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>Normalization of irreps by their lengths within one row, for typed features; see <see cref="EquivariantLayerNorm"/>.</summary>
/// <typeparam name="TRep">The representation of input and output.</typeparam>
public sealed class EquivariantLayerNorm<TRep> : nn.Module<Feature<TRep>, Feature<TRep>>, ILayoutModule
    where TRep : struct, IRep<TRep>
{
    private readonly LayerNormCall _call;

    [ComponentName(Name = "weight")]
    private readonly Parameter? _weight;

    [ComponentName(Name = "bias")]
    private readonly Parameter? _bias;

    /// <summary>Makes a module.</summary>
    /// <param name="options">How to measure and scale.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public EquivariantLayerNorm(LayerNormOptions? options = null)
        : base(nameof(EquivariantLayerNorm))
    {
        _call = new LayerNormCall(Rep<TRep>.Irreps, options);
        if (Options.Affine) (_weight, _bias) = (nn.Parameter(ones(_call.Count)), nn.Parameter(zeros(_call.InvariantCount)));
        RegisterComponents();
    }

    /// <summary>How the module measures and scales.</summary>
    public LayerNormOptions Options => _call.Options;

    /// <summary>The factor of each irrep; null without.</summary>
    public Parameter? Weight => _weight;

    /// <summary>The bias of each invariant; null without.</summary>
    public Parameter? Bias => _bias;

    string ILayoutModule.Layout => CheckpointLayout.Of(Rep<TRep>.Irreps);

    /// <summary>Normalizes each row.</summary>
    /// <param name="input">[..., dim].</param>
    /// <returns>[..., dim].</returns>
    public override Feature<TRep> forward(Feature<TRep> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new(_call.Evaluate(input.Tensor, _weight, _bias));
    }
}
