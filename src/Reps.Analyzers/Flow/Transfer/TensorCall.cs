using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Reps.Analyzers.Flow;

/// <summary>An argument of a tensor operation.</summary>
/// <param name="Name">The name of the parameter.</param>
/// <param name="Value">What is known about it.</param>
/// <param name="Operation">Its expression.</param>
internal sealed record CallArgument(string Name, FlowValue Value, IOperation Operation)
{
    /// <summary>Whether it is left out.</summary>
    public bool IsDefault { get; init; }
}

/// <summary>An operation on tensors, however it is written: method, function, operator or module.</summary>
/// <param name="name">The name of the operation, as torch has it, without the underscore of operations in place.</param>
/// <param name="location">Where it is reported.</param>
/// <param name="arguments">The tensor first.</param>
/// <param name="reporter">Where findings go.</param>
internal sealed class TensorCall(string name, Location location, IReadOnlyList<CallArgument> arguments, FlowReporter reporter)
{
    public string Name { get; } = name;

    public Location Location { get; } = location;

    public IReadOnlyList<CallArgument> Arguments { get; } = arguments;

    public FlowReporter Reporter { get; } = reporter;

    /// <summary>It as it is written, in messages.</summary>
    public string Text { get; init; } = name;

    /// <summary>The class that declares it: <c>linalg</c>, <c>functional</c>.</summary>
    public string Container { get; init; } = "";

    /// <summary>The module that is called; null where a function or method is.</summary>
    public ModuleValue? Module { get; init; }

    /// <summary>The first argument.</summary>
    public FlowValue Self => At(0);

    /// <summary>The first argument where it is a tensor.</summary>
    public TensorValue? Tensor => Self as TensorValue;

    /// <summary>An argument by position; unknown where it is left out.</summary>
    public FlowValue At(int index) => index < Arguments.Count ? Arguments[index].Value : FlowValue.Unknown;

    /// <summary>An argument by any of several names; null where it is left out.</summary>
    public FlowValue? Find(params string[] names) =>
        Arguments.Skip(1).FirstOrDefault(argument => !argument.IsDefault && names.Contains(argument.Name))?.Value;

    /// <summary>Whether one of several arguments is given.</summary>
    public bool Has(params string[] names) => Find(names) is not null;

    /// <summary>The same call, with tensors whose numbers are written down as the constants that they are.</summary>
    public TensorCall WithConstants() =>
        Arguments.All(static argument => argument.Value is not (NumbersValue or SequenceValue))
            ? this
            : new(Name, Location, [.. Arguments.Select(static argument => argument with { Value = NumbersValue.AsConstant(argument.Value) })], Reporter)
            {
                Text = Text,
                Container = Container,
                Module = Module,
            };

    /// <summary>Reports the operation.</summary>
    /// <returns>What comes of it is not followed, so that one mistake is reported once.</returns>
    public FlowValue Report(DiagnosticDescriptor rule, params object[] rest)
    {
        Reporter.Report(rule, Location, new FlowSubject.Operation(this), [Text, .. rest]);
        return FlowValue.Reported;
    }

    /// <summary>The axes that the arguments name; null where they cannot be told. Without such an argument: all, as an empty list says.</summary>
    public List<int>? Axes(TensorValue tensor, params string[] names)
    {
        if (names.Length == 0) names = ["dim", "dims", "dimension", "dimensions", "axis"];
        FlowValue? given = Find(names);
        if (given is null) return [];
        IEnumerable<FlowValue> items = given is SequenceValue sequence ? sequence.Items : [given];
        List<int> axes = [];
        foreach (FlowValue item in items)
        {
            if (tensor.Find((item as NumberValue)?.Integer) is not int axis) return null;
            axes.Add(axis);
        }
        return axes;
    }

    /// <summary>Whether the arguments name the first axis of a tensor that may have more axes than are known: it is taken for one of these.</summary>
    public bool NamesBatch(TensorValue tensor, params string[] names)
    {
        if (names.Length == 0) names = ["dim", "dims", "dimension", "dimensions", "axis"];
        FlowValue? given = Find(names);
        if (given is SequenceValue { Items.Count: 1 } sequence) given = sequence.Items[0];
        return tensor.IsOpen && given is NumberValue { Integer: 0 };
    }
}
