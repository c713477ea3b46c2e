using System;
using Reps.Layers.Checkpoints;
using Reps.Layers.Normalization;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>
/// Normalization of irreps by their lengths within one row: of Equiformer (Liao and Smidt, arXiv:2206.11990) and EquiformerV2 (Liao et al.,
/// arXiv:2306.12059). Means are subtracted of invariants only.
/// </summary>
public sealed class EquivariantLayerNorm : nn.Module<Tensor, Tensor>, ILayoutModule
{
    private readonly LayerNormCall _call;

    [ComponentName(Name = "weight")]
    private readonly Parameter? _weight;

    [ComponentName(Name = "bias")]
    private readonly Parameter? _bias;

    /// <summary>Makes a module.</summary>
    /// <param name="representation">The representation of input and output.</param>
    /// <param name="options">How to measure and scale.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public EquivariantLayerNorm(Irreps representation, LayerNormOptions? options = null)
        : base(nameof(EquivariantLayerNorm))
    {
        _call = new LayerNormCall(representation, options);
        if (Options.Affine) (_weight, _bias) = (nn.Parameter(ones(_call.Count)), nn.Parameter(zeros(_call.InvariantCount)));
        RegisterComponents();
    }

    /// <summary>The representation of input and output.</summary>
    public Irreps Representation => _call.Representation;

    /// <summary>How the module measures and scales.</summary>
    public LayerNormOptions Options => _call.Options;

    /// <summary>The factor of each irrep; null without.</summary>
    public Parameter? Weight => _weight;

    /// <summary>The bias of each invariant; null without.</summary>
    public Parameter? Bias => _bias;

    /// <summary>Makes a module for a signature.</summary>
    /// <param name="representation">The signature of input and output.</param>
    /// <param name="options">How to measure and scale.</param>
    /// <returns>The module.</returns>
    /// <exception cref="SignatureException">The signature is not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static EquivariantLayerNorm Create(string representation, LayerNormOptions? options = null) =>
        new(Signature.Parse(representation).Irreps, options);

    string ILayoutModule.Layout => CheckpointLayout.Of(Representation);

    /// <summary>Normalizes each row.</summary>
    /// <param name="input">[..., dim].</param>
    /// <returns>[..., dim].</returns>
    /// <exception cref="ArgumentException">The last dimension is not that of the representation.</exception>
    public override Tensor forward(Tensor input) => _call.Evaluate(input, _weight, _bias);
}
