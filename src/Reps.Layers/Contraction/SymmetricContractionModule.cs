using System;
using System.Collections.Generic;
using Reps.Algebra;
using Reps.Layers.Checkpoints;
using Reps.Layers.Contraction;
using Reps.Layers.Execution;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>
/// Equivariant polynomials of a feature, channel by channel, with weights for each element, for signatures that are known at run time: the
/// product basis of MACE.
/// </summary>
public sealed class SymmetricContractionModule : nn.Module<Tensor, IReadOnlyList<int>, Tensor>, ILayoutModule
{
    private readonly SymmetricContraction _layer;
    private readonly Lazy<PlanOperators> _operators;

    [ComponentName(Name = "weight")]
    private readonly Parameter _weight;

    /// <summary>Makes a module with standard normal weights.</summary>
    /// <param name="layer">The layer; see <see cref="SymmetricContraction.Create"/>.</param>
    /// <param name="elements">The number of sets of weights: each row names one.</param>
    public SymmetricContractionModule(SymmetricContraction layer, int elements)
        : base(nameof(SymmetricContractionModule))
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(elements);
        _layer = layer;
        _operators = ContractionTensorKernel.OperatorsOf(() => layer.Plan);
        _weight = nn.Parameter(randn(elements, layer.WeightCount));
        RegisterComponents();
    }

    /// <summary>The plan: signatures, paths and coefficients.</summary>
    public SymmetricContractionPlan Plan => _layer.Plan;

    /// <summary>The weights, [elements, weight count].</summary>
    public Parameter Weight => _weight;

    string ILayoutModule.Layout => CheckpointLayout.Of(Plan.Output, Plan.Input);

    /// <summary>Evaluates the layer.</summary>
    /// <param name="input">[rows, input dim].</param>
    /// <param name="elements">[rows]: which weights a row takes, from 0.</param>
    /// <returns>[rows, output dim].</returns>
    public override Tensor forward(Tensor input, IReadOnlyList<int> elements) =>
        new RunTimeContraction(_layer, _operators, ContractionCall.Elements(Plan.Input, input, elements, _weight.size(0))).Apply(input, _weight);
}
