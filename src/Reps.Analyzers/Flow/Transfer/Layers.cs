using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Reps.Analyzers.Flow;

/// <summary>The equivariant layers of the library: what they take and give, and what they do with the axes before the components.</summary>
internal static class Layers
{
    /// <summary>Whether a method is declared by the library's layers, or by a base of them.</summary>
    public static bool Declare(IMethodSymbol method) =>
        method.ContainingNamespace is { Name: "Layers", ContainingNamespace: { Name: "Reps", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>Whether a method makes a layer from signatures.</summary>
    public static bool IsFactory(IMethodSymbol method) =>
        method is { IsStatic: true, Name: "Create" } && Declare(method) && TorchTypes.IsModule(method.ContainingType);

    /// <summary>The layer that a factory makes.</summary>
    public static FlowValue Make(IMethodSymbol factory, IReadOnlyList<CallArgument> arguments)
    {
        List<NamedValue> inputs = [];
        TensorValue? output = null;
        foreach (CallArgument argument in arguments)
        {
            if (argument.Value is not TextValue text) continue;
            TensorValue? value = Declarations.RowOfText(text.Text);
            if (argument.Name is "output" or "representation") output = value;
            if (factory.ContainingType.Name == "Norm" && value is { Axes.Count: 1 } && value.Axes[0] is IrrepsAxis { Irreps: Irreps irreps })
                output = TensorValue.Of([new FreeAxis(irreps.NumIrreps)], true);
            if (argument.Name is "input" or "left" or "right" or "representation" && value is not null) inputs.Add(new(argument.Name, value));
        }
        return new LayerValue(new(inputs), output);
    }

    /// <summary>Calls a layer that was made from signatures.</summary>
    public static FlowValue Call(LayerValue layer, IMethodSymbol forward, IReadOnlyList<CallArgument> arguments, FlowReporter reporter)
    {
        List<CallArgument> features = [.. arguments.Where(static argument => argument.Name is "input" or "left" or "right" or "input1" or "input2")];
        for (int n = 0; n < layer.Inputs.Count && n < features.Count; n++)
            DeclarationCheck.Input(reporter, features[n].Operation, features[n].Value, (TensorValue)layer.Inputs[n].Value, layer.Inputs[n].Name);
        return layer.Output is null ? FlowValue.Unknown : Result(forward, layer.Output, arguments);
    }

    /// <summary>
    /// The result of a layer. A layer acts on the components of each row, so that the axes before them are those of its first input; messages
    /// along the edges of a graph are summed at its nodes.
    /// </summary>
    public static TensorValue Result(IMethodSymbol forward, TensorValue declared, IReadOnlyList<CallArgument> arguments)
    {
        if (!declared.IsOpen || declared.Axes.Count != 1) return declared;
        if (forward.Parameters.Any(static parameter => parameter.Type is { Name: "EdgeGraph" }))
            return declared with { Axes = new([new NodeAxis(null), .. declared.Axes]), IsOpen = false };
        if (arguments.Count == 0 || arguments[0].Value is not TensorValue { Axes.Count: > 0, IsFixed: false } input) return declared;
        IEnumerable<Axis> batch = input.Axes.Take(input.Axes.Count - 1);
        if (batch.Any(static axis => axis is not (FreeAxis or NodeAxis))) return declared;
        return declared with { Axes = new([.. batch, .. declared.Axes]), IsOpen = input.IsOpen };
    }

    /// <summary>A value of a type of features: what is inferred may say more of the axes before the components.</summary>
    public static TensorValue Typed(TensorValue declared, FlowValue inferred) =>
        inferred is TensorValue value
        && value.Axes.Count > declared.Axes.Count
        && (value.IsOdd, value.Weight, value.IsFixed) == (declared.IsOdd, declared.Weight, declared.IsFixed)
        && value.Axes.Skip(value.Axes.Count - declared.Axes.Count).SequenceEqual(declared.Axes)
            ? value
            : declared;

    /// <summary>A function of the library that adds rows up: the components stay as they are. Null for another function.</summary>
    public static FlowValue? Sum(IMethodSymbol method, IReadOnlyList<CallArgument> arguments)
    {
        if (!Declare(method) || (method.ContainingType.Name, method.Name) is not (("PointGraph", "SumOverNodes") or ("GraphFunctions", "Scatter")))
            return null;
        // How often a sum of positions moves with the origin depends on how many there are.
        if (arguments.Count == 0 || arguments[0].Value is not TensorValue { Weight: 0 } tensor) return FlowValue.Unknown;
        return tensor.Axes.Count > 0 && !tensor.IsOpen && tensor.Axes[0] is FreeAxis or NodeAxis
            ? tensor with { Axes = new([FreeAxis.Unknown, .. tensor.Axes.Skip(1)]) }
            : tensor;
    }
}
