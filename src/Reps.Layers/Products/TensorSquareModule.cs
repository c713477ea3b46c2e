using System;
using System.Collections.Generic;
using Reps.Algebra;
using Reps.Layers.Checkpoints;
using Reps.Layers.Execution;
using Reps.Layers.Products;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>The symmetric part of a feature's product with itself: e3nn's TensorSquare.</summary>
public sealed class TensorSquareModule : nn.Module<Tensor, Tensor>, IProductModule, ILayoutModule
{
    private readonly SquareTensorKernel _kernel;

    [ComponentName(Name = "weight")]
    private readonly Parameter? _weight;

    /// <summary>Makes a module.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="internalWeights">Whether it has weights of its own, standard normal at first; else they are passed with the input.</param>
    public TensorSquareModule(TensorSquare layer, bool internalWeights = true)
        : base(nameof(TensorSquareModule))
    {
        ArgumentNullException.ThrowIfNull(layer);
        Plan = layer.Plan;
        _kernel = new SquareTensorKernel(layer);
        if (internalWeights && Plan.WeightCount > 0) _weight = nn.Parameter(randn(Plan.WeightCount));
        RegisterComponents();
    }

    /// <summary>The plan: signatures, paths and coefficients.</summary>
    public TensorProductPlan Plan { get; }

    string ILayoutModule.Layout => CheckpointLayout.Of(Plan.Output, Plan.Left);

    TensorProductPlan IProductModule.Product => Plan;

    /// <summary>The module's own weights, [weight count]; null if they are passed with the input, or if there are none.</summary>
    public Parameter? Weight => _weight;

    /// <summary>The whole square, without weights.</summary>
    /// <param name="input">The signature.</param>
    /// <param name="keep">The irreps to keep; null keeps all.</param>
    /// <param name="options">How paths are scaled; null for e3nn's defaults.</param>
    /// <returns>The module; its output is <c>Plan.Output</c>.</returns>
    public static TensorSquareModule Create(string input, IReadOnlyCollection<Irrep>? keep = null, TensorProductOptions? options = null) =>
        new(TensorSquare.Create(input, keep, options));

    /// <summary>Every channel of the square mixed into an output, with weights.</summary>
    /// <param name="input">The signature.</param>
    /// <param name="output">The output signature.</param>
    /// <param name="options">How paths are scaled; null for e3nn's defaults.</param>
    /// <param name="internalWeights">Whether the module has weights of its own.</param>
    /// <returns>The module.</returns>
    public static TensorSquareModule Create(string input, string output, TensorProductOptions? options = null, bool internalWeights = true) =>
        new(TensorSquare.Create(input, output, options), internalWeights);

    /// <summary>Evaluates the layer with the module's own weights.</summary>
    /// <param name="input">[..., dim].</param>
    /// <returns>[..., output dim].</returns>
    public override Tensor forward(Tensor input) =>
        Evaluate(input, _weight);

    /// <summary>Evaluates the layer with weights.</summary>
    /// <param name="input">[..., dim].</param>
    /// <param name="weights">[weight count] or [..., weight count].</param>
    /// <returns>[..., output dim].</returns>
    public Tensor forward(Tensor input, Tensor weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return Evaluate(input, weights);
    }

    private Tensor Evaluate(Tensor input, Tensor? weights)
    {
        Arguments.Features(GetName(), Plan.Left, input, nameof(input));
        if (weights is null && Plan.WeightCount > 0)
            throw new InvalidOperationException($"The module has no weights of its own: pass {Plan.WeightCount} weights with the input, or make it with internal weights.");
        weights ??= NoNumbers.Like(input);
        if (weights.dim() == 0 || weights.size(-1) != Plan.WeightCount)
            throw new ArgumentException(
                $"{GetName()}: 'weights' has the shape [{string.Join(", ", weights.shape)}], "
                    + $"but there are {Plan.WeightCount} weights in the last dimension.",
                nameof(weights)
            );
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        long[] batch = Batching.Broadcast(input.shape[..^1], weights.dim() == 1 ? [] : weights.shape[..^1]);
        Tensor result = _kernel.Apply(Batching.Rows(input, batch), weights.dim() == 1 ? weights : Batching.Rows(weights, batch));
        return scope.MoveToOuter(result.reshape([.. batch, Plan.Output.Dim]));
    }
}
