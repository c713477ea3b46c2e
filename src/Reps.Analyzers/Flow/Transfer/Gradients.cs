using System.Collections.Generic;
using System.Linq;

namespace Reps.Analyzers.Flow;

/// <summary>Derivatives: that of an invariant by a feature transforms as the feature does, where the group acts by orthogonal matrices.</summary>
internal static class Gradients
{
    public static void Register(Dictionary<string, Transfer> table) => table.Add(Differentiate, "grad");

    // Of several outputs, the derivatives are added up; a translation moves positions, and not the derivatives by them.
    private static FlowValue Differentiate(TensorCall call)
    {
        if (call.Container != "autograd" || call.Self is not SequenceValue { Items: { Count: > 0 } outputs }) return FlowValue.Unknown;
        if (call.Find("grad_outputs") is not (null or ZeroValue) || call.At(1) is not SequenceValue inputs) return FlowValue.Unknown;
        if (!outputs.All(static output => output is TensorValue tensor && Actions.IsInvariant(tensor))) return FlowValue.Unknown;
        return new SequenceValue(
            new(inputs.Items.Select(static input => input is TensorValue tensor && !tensor.Axes.Any(Actions.IsSymplectic) ? tensor with { Weight = 0, IsFixed = false } : FlowValue.Unknown))
        );
    }
}
