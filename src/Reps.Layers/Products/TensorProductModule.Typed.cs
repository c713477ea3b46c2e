using System;
using Reps.Algebra;
using Reps.Layers.Checkpoints;
using Reps.Layers.Products;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>
/// What a class with <see cref="TensorProductAttribute{TLeft, TRight, TOutput}"/> becomes: a module of typed features whose kernels the compiler
/// wrote. On the CPU they are executed without copies, elsewhere torch's operators are; both have derivatives of every order.
/// </summary>
/// <typeparam name="TSelf">The class itself.</typeparam>
/// <typeparam name="TLeft">The representation of the left input.</typeparam>
/// <typeparam name="TRight">The representation of the right input.</typeparam>
/// <typeparam name="TOutput">The representation of the output.</typeparam>
public abstract class TensorProductModule<TSelf, TLeft, TRight, TOutput> : nn.Module<Feature<TLeft>, Feature<TRight>, Feature<TOutput>>, IProductModule, ILayoutModule
    where TSelf : TensorProductModule<TSelf, TLeft, TRight, TOutput>, ITensorProduct<TLeft, TRight, TOutput>
    where TLeft : struct, IRep<TLeft>
    where TRight : struct, IRep<TRight>
    where TOutput : struct, IRep<TOutput>
{
    private static readonly ProductCall s_call =
        new(GeneratedProduct<TSelf, TLeft, TRight, TOutput>.Instance, TLeft.Signature, TLeft.Dim, TRight.Signature, TRight.Dim, TSelf.WeightCount);

    [ComponentName(Name = "weight")]
    private readonly Parameter? _weight;

    /// <summary>Makes a module.</summary>
    /// <param name="internalWeights">Whether it has weights of its own, standard normal at first; else they are passed with the inputs.</param>
    protected TensorProductModule(bool internalWeights = true)
        : base(typeof(TSelf).Name)
    {
        if (internalWeights && TSelf.WeightCount > 0) _weight = nn.Parameter(randn(TSelf.WeightCount));
        RegisterComponents();
    }

    /// <summary>The module's own weights, [weight count]; null if they are passed with the inputs, or if there are none.</summary>
    public Parameter? Weight => _weight;

    string ILayoutModule.Layout => CheckpointLayout.Of(Rep<TOutput>.Irreps, Rep<TLeft>.Irreps, Rep<TRight>.Irreps);

    TensorProductPlan IProductModule.Product => TSelf.CreatePlan();

    /// <summary>Evaluates the layer with the module's own weights.</summary>
    /// <param name="left">[..., left dim].</param>
    /// <param name="right">[..., right dim]; leading dimensions are broadcast.</param>
    /// <returns>[..., output dim].</returns>
    /// <exception cref="InvalidOperationException">The module has no weights of its own.</exception>
    public override Feature<TOutput> forward(Feature<TLeft> left, Feature<TRight> right) => Evaluate(left, right, _weight);

    /// <summary>Evaluates the layer with weights.</summary>
    /// <param name="left">[..., left dim].</param>
    /// <param name="right">[..., right dim]; leading dimensions are broadcast.</param>
    /// <param name="weights">[weight count], or [..., weight count]: weights for each row.</param>
    /// <returns>[..., output dim].</returns>
    public Feature<TOutput> forward(Feature<TLeft> left, Feature<TRight> right, Tensor weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return Evaluate(left, right, weights);
    }

    /// <summary>Message passing in one pass: the features of the sources with those of the edges, summed at the targets.</summary>
    /// <param name="graph">The edges, sorted by target.</param>
    /// <param name="left">[sources, left dim].</param>
    /// <param name="right">[edges, right dim].</param>
    /// <param name="weights">[weight count] or [edges, weight count]; null for the module's own.</param>
    /// <returns>[targets, output dim].</returns>
    public Feature<TOutput> forward(EdgeGraph graph, Feature<TLeft> left, Feature<TRight> right, Tensor? weights = null)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new(s_call.Evaluate(graph, left.Tensor, right.Tensor, weights ?? _weight, GetName()));
    }

    private Feature<TOutput> Evaluate(Feature<TLeft> left, Feature<TRight> right, Tensor? weights)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new(s_call.Evaluate(left.Tensor, right.Tensor, weights, GetName()));
    }
}
