using System.Collections.Generic;
using System.Linq;

namespace Reps.Analyzers.Flow;

/// <summary>Functions of single numbers, by the decision table of kinds of representations and classes of functions.</summary>
internal static class Pointwise
{
    public static void Register(Dictionary<string, Transfer> table)
    {
        foreach (string name in ActivationClasses.Names) table.Add(name, Apply);
        table.Add(Parametric, "prelu", "PReLU");
    }

    private static FlowValue Apply(TensorCall call)
    {
        if (call.Arguments.Count > 1 && call.At(1) is TensorValue && call.Name is not ("clamp" or "clip" or "pow")) return OfTwo(call);
        if (call.Tensor is not TensorValue tensor) return FlowValue.Unknown;
        return Apply(call, tensor, ActivationClasses.Of(call));
    }

    private static FlowValue Apply(TensorCall call, TensorValue tensor, ActivationClass kind)
    {
        if (kind == ActivationClass.Linear) return tensor;
        if (Translations.Moves(call, tensor)) return FlowValue.Unknown;
        if (IsSquare(call) && Actions.HasMatrices(tensor)) return FlowValue.Unknown;
        if (IsSquare(call) && Actions.Kind(tensor) == ActionKind.Mixing && !Actions.HasProduct(tensor)) return Square(call, tensor);
        if (Products.Misused(call, tensor) || Actions.HasMixed(tensor)) return FlowValue.Unknown;
        return Actions.Kind(tensor) switch
        {
            ActionKind.Permuting => tensor,
            ActionKind.Signed => OfSigns(call, tensor, kind),
            _ => call.Report(Rules.PointwiseOnMixing, Describe.Tensor(tensor), Witness.For(tensor)),
        };
    }

    private static FlowValue OfSigns(TensorCall call, TensorValue tensor, ActivationClass kind) =>
        kind switch
        {
            ActivationClass.Odd => tensor,
            ActivationClass.Even => Absolute(tensor),
            _ => call.Report(Rules.PointwiseOnSigns, Describe.Tensor(tensor), Witness.For(tensor)),
        };

    private static TensorValue Absolute(TensorValue tensor) =>
        TensorValue.Of(
            tensor.Axes.Select(static axis => axis is IrrepsAxis irreps ? new IrrepsAxis(Parity.Absolute(irreps.Irreps)) : axis),
            tensor.IsOpen,
            isFixed: tensor.IsFixed
        );

    private static bool IsSquare(TensorCall call) =>
        call.Name == "square" || (call.Name is "pow" or "float_power" && call.At(1) is NumberValue { Value: 2 });

    // Squares of components are half of a norm: nothing is wrong until they are used otherwise.
    private static FlowValue Square(TensorCall call, TensorValue tensor)
    {
        Origin origin = new(call.Location, call.Text);
        return TensorValue.Of(
            tensor.Axes.Select(axis => axis is IrrepsAxis irreps ? new ProductAxis(irreps.Irreps, irreps.Irreps, origin) : axis),
            tensor.IsOpen
        );
    }

    private static FlowValue OfTwo(TensorCall call)
    {
        if (call.Tensor is not TensorValue a || call.At(1) is not TensorValue b) return FlowValue.Unknown;
        if (Translations.Moves(call, a) || Translations.Moves(call, b)) return FlowValue.Unknown;
        TensorValue met = Actions.Kind(a) >= Actions.Kind(b) ? a : b;
        if (Products.Misused(call, a) || Products.Misused(call, b) || Actions.HasMixed(a) || Actions.HasMixed(b)) return FlowValue.Unknown;
        return Actions.Kind(met) switch
        {
            ActionKind.Mixing => call.Report(Rules.PointwiseOnMixing, Describe.Tensor(met), Witness.For(met)),
            ActionKind.Signed when call.Name is "maximum" or "minimum" or "fmax" or "fmin" =>
                call.Report(Rules.PointwiseOnSigns, Describe.Tensor(met), Witness.For(met)),
            ActionKind.Permuting => Arithmetic.Product(call, a, b),
            _ => FlowValue.Unknown,
        };
    }

    private static FlowValue Parametric(TensorCall call) =>
        call.Tensor is TensorValue tensor ? Apply(call, tensor, ActivationClass.PositivelyHomogeneous) : FlowValue.Unknown;
}
