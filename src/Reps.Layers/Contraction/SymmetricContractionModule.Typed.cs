using System;
using System.Collections.Generic;
using Reps.Layers.Checkpoints;
using Reps.Layers.Contraction;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>What a class with <see cref="SymmetricContractionAttribute{TInput, TOutput}"/> becomes: a module of typed features.</summary>
/// <typeparam name="TSelf">The class itself.</typeparam>
/// <typeparam name="TInput">The representation of the input.</typeparam>
/// <typeparam name="TOutput">The representation of the output.</typeparam>
public abstract class SymmetricContractionModule<TSelf, TInput, TOutput> : nn.Module<Feature<TInput>, IReadOnlyList<int>, Feature<TOutput>>, ILayoutModule
    where TSelf : SymmetricContractionModule<TSelf, TInput, TOutput>, ISymmetricContraction<TInput, TOutput>
    where TInput : struct, IRep<TInput>
    where TOutput : struct, IRep<TOutput>
{
    [ComponentName(Name = "weight")]
    private readonly Parameter _weight;

    /// <summary>Makes a module with standard normal weights.</summary>
    /// <param name="elements">The number of sets of weights: each row names one.</param>
    protected SymmetricContractionModule(int elements)
        : base(typeof(TSelf).Name)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(elements);
        _weight = nn.Parameter(randn(elements, TSelf.WeightCount));
        RegisterComponents();
    }

    /// <summary>The weights, [elements, weight count].</summary>
    public Parameter Weight => _weight;

    string ILayoutModule.Layout => CheckpointLayout.Of(Rep<TOutput>.Irreps, Rep<TInput>.Irreps);

    /// <summary>Evaluates the layer.</summary>
    /// <param name="input">[rows, input dim].</param>
    /// <param name="elements">[rows]: which weights a row takes, from 0.</param>
    /// <returns>[rows, output dim].</returns>
    public override Feature<TOutput> forward(Feature<TInput> input, IReadOnlyList<int> elements)
    {
        ArgumentNullException.ThrowIfNull(input);
        int[] rows = ContractionCall.Elements(Rep<TInput>.Irreps, input.Tensor, elements, _weight.size(0));
        return new(new GeneratedContraction<TSelf, TInput, TOutput>(rows).Apply(input.Tensor, _weight));
    }
}
