using System;
using Reps.Algebra;
using Reps.Layers.Checkpoints;
using Reps.Layers.Diagrams;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>What a class with <see cref="DiagramLinearAttribute{TInput, TOutput}"/> becomes: a module of typed features.</summary>
/// <typeparam name="TSelf">The class itself.</typeparam>
/// <typeparam name="TInput">The tensor powers of the input.</typeparam>
/// <typeparam name="TOutput">The tensor powers of the output.</typeparam>
public abstract class DiagramLinearModule<TSelf, TInput, TOutput> : nn.Module<PowersFeature<TInput>, PowersFeature<TOutput>>, IDiagramLinearModule, ILayoutModule
    where TSelf : DiagramLinearModule<TSelf, TInput, TOutput>, IDiagramLinear<TInput, TOutput>
    where TInput : struct, ITensorPowers<TInput>
    where TOutput : struct, ITensorPowers<TOutput>
{
    private static readonly Lazy<DiagramPlan> s_plan = new(static () => TSelf.CreatePlan());
    private static readonly Lazy<OrbitOperators> s_orbits = new(static () => new OrbitOperators(s_plan.Value));

    [ComponentName(Name = "weight")]
    private readonly Parameter? _weight;

    [ComponentName(Name = "bias")]
    private readonly Parameter? _bias;

    /// <summary>Makes a module. Weights are normal, scaled by the number of channels and diagrams that each output sums; biases zero.</summary>
    /// <param name="biases">Whether the invariants of the output have biases.</param>
    protected DiagramLinearModule(bool biases = false)
        : base(typeof(TSelf).Name)
    {
        _weight = DiagramParameters.Weights(Plan);
        _bias = biases ? DiagramParameters.Biases(Plan) : null;
        RegisterComponents();
    }

    /// <inheritdoc/>
    public DiagramPlan Plan => s_plan.Value;

    /// <inheritdoc/>
    public Parameter? Weight => _weight;

    /// <inheritdoc/>
    public Parameter? Bias => _bias;

    string ILayoutModule.Layout => CheckpointLayout.Of(Plan.Output.ToString(), Plan.Input.ToString());

    /// <summary>The weights of one diagram.</summary>
    /// <param name="diagram">Its name: <see cref="DiagramPlan.NameOf"/>.</param>
    /// <returns>[input channels, output channels], a view.</returns>
    /// <exception cref="ArgumentException">The layer has no diagram of that name.</exception>
    public Tensor WeightOf(string diagram) => DiagramParameters.Of(Plan, _weight, diagram);

    /// <summary>Evaluates the layer, for the input's n.</summary>
    /// <param name="input">[..., input dim].</param>
    /// <returns>[..., output dim].</returns>
    public override PowersFeature<TOutput> forward(PowersFeature<TInput> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        int[] all = OpenSizes.Complete(Plan.Input, input.Sizes);
        Tensor y = DiagramCall.Evaluate(new GeneratedDiagrams<TSelf, TInput, TOutput>(Plan, all, s_orbits), input.Tensor, _weight, _bias);
        return new(y, input.Sizes);
    }
}
