using System;
using Reps.Algebra;
using Reps.Layers.Checkpoints;
using Reps.Layers.LinearMaps;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>What a class with <see cref="LinearAttribute{TInput, TOutput}"/> becomes: a module of typed features.</summary>
/// <typeparam name="TSelf">The class itself.</typeparam>
/// <typeparam name="TInput">The representation of the input.</typeparam>
/// <typeparam name="TOutput">The representation of the output.</typeparam>
public abstract class LinearModule<TSelf, TInput, TOutput> : nn.Module<Feature<TInput>, Feature<TOutput>>, ILinearMapModule, ILayoutModule
    where TSelf : LinearModule<TSelf, TInput, TOutput>, ILinear<TInput, TOutput>
    where TInput : struct, IRep<TInput>
    where TOutput : struct, IRep<TOutput>
{
    private static readonly LinearCall s_call =
        new(GeneratedLinear<TSelf, TInput, TOutput>.Instance, Rep<TInput>.Irreps, Rep<TOutput>.Irreps, TSelf.WeightCount);

    [ComponentName(Name = "weight")]
    private readonly Parameter? _weight;

    [ComponentName(Name = "bias")]
    private readonly Parameter? _bias;

    /// <summary>Makes a module.</summary>
    /// <param name="biases">Whether the invariants of the output have biases, zero at first.</param>
    /// <param name="internalWeights">Whether it has weights of its own, standard normal at first; else they are passed with the input.</param>
    protected LinearModule(bool biases = false, bool internalWeights = true)
        : base(typeof(TSelf).Name)
    {
        if (internalWeights && TSelf.WeightCount > 0) _weight = nn.Parameter(randn(TSelf.WeightCount));
        if (biases && s_call.BiasCount > 0) _bias = nn.Parameter(zeros(s_call.BiasCount));
        RegisterComponents();
    }

    /// <summary>The module's own weights, [weight count]; null if they are passed with the input, or if there are none.</summary>
    public Parameter? Weight => _weight;

    /// <summary>The biases, one for each invariant of the output; null without biases.</summary>
    public Parameter? Bias => _bias;

    string ILayoutModule.Layout => CheckpointLayout.Of(Rep<TOutput>.Irreps, Rep<TInput>.Irreps);

    LinearPlan ILinearMapModule.Map => TSelf.CreatePlan();

    bool ILinearMapModule.HasBiases => _bias is not null;

    /// <summary>Evaluates the layer with the module's own weights.</summary>
    /// <param name="input">[..., input dim].</param>
    /// <returns>[..., output dim].</returns>
    public override Feature<TOutput> forward(Feature<TInput> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new(s_call.Evaluate(input.Tensor, _weight, _bias, GetName()));
    }

    /// <summary>Evaluates the layer with weights.</summary>
    /// <param name="input">[..., input dim].</param>
    /// <param name="weights">[weight count] or [..., weight count].</param>
    /// <returns>[..., output dim].</returns>
    public Feature<TOutput> forward(Feature<TInput> input, Tensor weights)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(weights);
        return new(s_call.Evaluate(input.Tensor, weights, _bias, GetName()));
    }
}
