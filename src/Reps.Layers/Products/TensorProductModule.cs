using System;
using System.Collections.Generic;
using Reps.Algebra;
using Reps.Layers.Checkpoints;
using Reps.Layers.Products;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>
/// A bilinear equivariant layer for signatures that are known at run time. Features are [..., dim], inside a segment [component, channel];
/// weights are one flat vector in the order of e3nn.
/// </summary>
public sealed class TensorProductModule : nn.Module<Tensor, Tensor, Tensor>, IProductModule, ILayoutModule
{
    private readonly ProductCall _call;

    [ComponentName(Name = "weight")]
    private readonly Parameter? _weight;

    /// <summary>Makes a module.</summary>
    /// <param name="layer">The layer; see <see cref="TensorProduct.Create(string, string, string, Mode, bool, TensorProductOptions?)"/>.</param>
    /// <param name="internalWeights">Whether it has weights of its own, standard normal at first; else they are passed with the inputs.</param>
    public TensorProductModule(TensorProduct layer, bool internalWeights = true)
        : base(nameof(TensorProductModule))
    {
        ArgumentNullException.ThrowIfNull(layer);
        Plan = layer.Plan;
        _call = new ProductCall(new RunTimeProduct(layer), Plan.Left.ToString(), Plan.Left.Dim, Plan.Right.ToString(), Plan.Right.Dim, Plan.WeightCount);
        if (internalWeights && Plan.WeightCount > 0) _weight = nn.Parameter(randn(Plan.WeightCount));
        RegisterComponents();
    }

    /// <summary>The plan: signatures, paths and coefficients.</summary>
    public TensorProductPlan Plan { get; }

    string ILayoutModule.Layout => CheckpointLayout.Of(Plan.Output, Plan.Left, Plan.Right);

    TensorProductPlan IProductModule.Product => Plan;

    /// <summary>The number of weights.</summary>
    public int WeightCount => Plan.WeightCount;

    /// <summary>The module's own weights, [weight count]; null if they are passed with the inputs, or if there are none.</summary>
    public Parameter? Weight => _weight;

    /// <summary>Every path that the selection rules and the mode allow.</summary>
    /// <inheritdoc cref="TensorProduct.Create(string, string, string, Mode, bool, TensorProductOptions?)"/>
    public static TensorProductModule Create(
        string left,
        string right,
        string output,
        Mode mode = Mode.Uvw,
        bool hasWeights = true,
        TensorProductOptions? options = null,
        bool internalWeights = true
    ) => new(TensorProduct.Create(left, right, output, mode, hasWeights, options), internalWeights);

    /// <summary>The paths that the instructions name.</summary>
    /// <inheritdoc cref="TensorProduct.Create(string, string, string, IReadOnlyList{TensorProductInstruction}, TensorProductOptions?)"/>
    public static TensorProductModule Create(
        string left,
        string right,
        string output,
        IReadOnlyList<TensorProductInstruction> instructions,
        TensorProductOptions? options = null,
        bool internalWeights = true
    ) => new(TensorProduct.Create(left, right, output, instructions, options), internalWeights);

    /// <summary>Every path, every channel with every other: e3nn's FullyConnectedTensorProduct.</summary>
    /// <inheritdoc cref="TensorProduct.Create(string, string, string, Mode, bool, TensorProductOptions?)"/>
    public static TensorProductModule FullyConnected(
        string left,
        string right,
        string output,
        TensorProductOptions? options = null,
        bool internalWeights = true
    ) => Create(left, right, output, Mode.Uvw, true, options, internalWeights);

    /// <summary>The whole product, decomposed, without weights: e3nn's FullTensorProduct.</summary>
    /// <inheritdoc cref="TensorProduct.Full"/>
    public static TensorProductModule Full(string left, string right, IReadOnlyCollection<Irrep>? keep = null, TensorProductOptions? options = null) =>
        new(TensorProduct.Full(left, right, keep, options));

    /// <summary>The product of the n-th irrep on the left with the n-th on the right, without weights: e3nn's ElementwiseTensorProduct.</summary>
    /// <inheritdoc cref="TensorProduct.Elementwise"/>
    public static TensorProductModule Elementwise(
        string left,
        string right,
        IReadOnlyCollection<Irrep>? keep = null,
        TensorProductOptions? options = null
    ) => new(TensorProduct.Elementwise(left, right, keep, options));

    /// <summary>Evaluates the layer with the module's own weights.</summary>
    /// <param name="left">[..., left dim].</param>
    /// <param name="right">[..., right dim]; leading dimensions are broadcast.</param>
    /// <returns>[..., output dim].</returns>
    /// <exception cref="InvalidOperationException">The module has no weights of its own.</exception>
    public override Tensor forward(Tensor left, Tensor right) => _call.Evaluate(left, right, _weight, GetName());

    /// <summary>Evaluates the layer with weights.</summary>
    /// <param name="left">[..., left dim].</param>
    /// <param name="right">[..., right dim]; leading dimensions are broadcast.</param>
    /// <param name="weights">[weight count], or [..., weight count]: weights for each row.</param>
    /// <returns>[..., output dim].</returns>
    public Tensor forward(Tensor left, Tensor right, Tensor weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return _call.Evaluate(left, right, weights, GetName());
    }

    /// <summary>Message passing in one pass: the features of the sources with those of the edges, summed at the targets.</summary>
    /// <param name="graph">The edges, sorted by target.</param>
    /// <param name="left">[sources, left dim].</param>
    /// <param name="right">[edges, right dim].</param>
    /// <param name="weights">[weight count] or [edges, weight count]; null for the module's own.</param>
    /// <returns>[targets, output dim].</returns>
    public Tensor forward(EdgeGraph graph, Tensor left, Tensor right, Tensor? weights = null) =>
        _call.Evaluate(graph, left, right, weights ?? _weight, GetName());
}
