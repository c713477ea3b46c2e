using System;
using Reps.Algebra;
using Reps.Layers.Checkpoints;
using Reps.Layers.LinearMaps;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>A linear equivariant layer for signatures that are known at run time: e3nn's Linear.</summary>
public sealed class LinearModule : nn.Module<Tensor, Tensor>, ILinearMapModule, ILayoutModule
{
    private readonly LinearCall _call;

    [ComponentName(Name = "weight")]
    private readonly Parameter? _weight;

    [ComponentName(Name = "bias")]
    private readonly Parameter? _bias;

    /// <summary>Makes a module.</summary>
    /// <param name="layer">The layer; see <see cref="Linear.Create"/>.</param>
    /// <param name="biases">Whether the invariants of the output have biases, zero at first.</param>
    /// <param name="internalWeights">Whether it has weights of its own, standard normal at first; else they are passed with the input.</param>
    public LinearModule(Linear layer, bool biases = false, bool internalWeights = true)
        : base(nameof(LinearModule))
    {
        ArgumentNullException.ThrowIfNull(layer);
        Plan = layer.Plan;
        _call = new LinearCall(new RunTimeLinear(layer), Plan.Input, Plan.Output, Plan.WeightCount);
        if (internalWeights && Plan.WeightCount > 0) _weight = nn.Parameter(randn(Plan.WeightCount));
        if (biases && _call.BiasCount > 0) _bias = nn.Parameter(zeros(_call.BiasCount));
        RegisterComponents();
    }

    /// <summary>The plan: signatures, paths and coefficients.</summary>
    public LinearPlan Plan { get; }

    string ILayoutModule.Layout => CheckpointLayout.Of(Plan.Output, Plan.Input);

    LinearPlan ILinearMapModule.Map => Plan;

    bool ILinearMapModule.HasBiases => _bias is not null;

    /// <summary>The number of weights.</summary>
    public int WeightCount => Plan.WeightCount;

    /// <summary>The module's own weights, [weight count]; null if they are passed with the input, or if there are none.</summary>
    public Parameter? Weight => _weight;

    /// <summary>The biases, one for each invariant of the output; null without biases.</summary>
    public Parameter? Bias => _bias;

    /// <summary>The linear map between two representations.</summary>
    /// <param name="input">The input signature.</param>
    /// <param name="output">The output signature.</param>
    /// <param name="biases">Whether the invariants of the output have biases.</param>
    /// <param name="normalization">How paths into the same output share its variance.</param>
    /// <param name="internalWeights">Whether the module has weights of its own.</param>
    /// <returns>The module.</returns>
    /// <exception cref="SignatureException">A signature is not valid.</exception>
    /// <exception cref="ArgumentException">The groups differ, or the map is beyond the budget.</exception>
    public static LinearModule Create(
        string input,
        string output,
        bool biases = false,
        PathNormalization normalization = PathNormalization.Element,
        bool internalWeights = true
    ) => new(Linear.Create(input, output, normalization), biases, internalWeights);

    /// <summary>Evaluates the layer with the module's own weights.</summary>
    /// <param name="input">[..., input dim].</param>
    /// <returns>[..., output dim].</returns>
    public override Tensor forward(Tensor input) => _call.Evaluate(input, _weight, _bias, GetName());

    /// <summary>Evaluates the layer with weights.</summary>
    /// <param name="input">[..., input dim].</param>
    /// <param name="weights">[weight count] or [..., weight count].</param>
    /// <returns>[..., output dim].</returns>
    public Tensor forward(Tensor input, Tensor weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return _call.Evaluate(input, weights, _bias, GetName());
    }
}
