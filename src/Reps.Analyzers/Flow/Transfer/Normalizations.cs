using System.Collections.Generic;
using System.Linq;

namespace Reps.Analyzers.Flow;

/// <summary>Normalisations by statistics of single components, and dropout of single components.</summary>
internal static class Normalizations
{
    public static void Register(Dictionary<string, Transfer> table)
    {
        table.Add(
            Statistics,
            "layer_norm",
            "batch_norm",
            "instance_norm",
            "group_norm",
            "LayerNorm",
            "BatchNorm1d",
            "BatchNorm2d",
            "GroupNorm",
            "InstanceNorm1d",
            "InstanceNorm2d"
        );
        table.Add(Dropout, "dropout", "Dropout", "alpha_dropout", "AlphaDropout", "feature_dropout");
        table.Add(Unit, "normalize");
    }

    private static FlowValue Statistics(TensorCall call)
    {
        if (call.Tensor is not TensorValue tensor) return FlowValue.Unknown;
        if (Translations.Moves(call, tensor) || Products.Misused(call, tensor) || Actions.HasMixed(tensor)) return FlowValue.Unknown;
        return Actions.Kind(tensor) == ActionKind.Permuting
            ? tensor
            : call.Report(Rules.NormalizationPerComponent, Describe.Tensor(tensor), Witness.For(tensor));
    }

    // Dropping pseudoscalars drops whole irreps, which is allowed; components of a vector are not independent.
    private static FlowValue Dropout(TensorCall call)
    {
        if (call.Tensor is not TensorValue tensor || Actions.HasMixed(tensor)) return FlowValue.Unknown;
        if (call.Find("training") is NumberValue { Value: 0 } || call.Find("p") is NumberValue { Value: 0 }) return tensor;
        return Actions.Kind(tensor) == ActionKind.Mixing
            ? call.Report(Rules.DropoutPerComponent, Describe.Tensor(tensor), Witness.For(tensor))
            : tensor.Weight == 0 ? tensor : FlowValue.Unknown;
    }

    // Divided by the norm over an axis: over all components of a representation that is an invariant.
    private static FlowValue Unit(TensorCall call)
    {
        if (call.Tensor is not TensorValue tensor) return FlowValue.Unknown;
        if (Translations.Moves(call, tensor) || Products.Misused(call, tensor) || Actions.HasMixed(tensor)) return FlowValue.Unknown;
        if (call.Axes(tensor) is not { Count: 1 } axes || call.Find("p") is not (null or NumberValue { Value: 2 })) return FlowValue.Unknown;
        bool covers = tensor.Axes.Select(static (axis, n) => (axis, n)).All(pair => !Actions.IsMixing(pair.axis) || pair.n == axes[0]);
        return covers ? tensor : call.Report(Rules.NormalizationPerComponent, Describe.Tensor(tensor), Witness.For(tensor));
    }
}
