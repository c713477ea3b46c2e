using System.Collections.Generic;

namespace Reps.Layers.Checkpoints.PyTorch;

/// <summary>A Python dictionary. Values under keys that are no texts say nothing about a state, and are left out.</summary>
internal sealed class PickleDictionary
{
    /// <summary>The values in the order of the file.</summary>
    public OrderedDictionary<string, object?> Items { get; } = [];
}

/// <summary>The name of a Python class or function. It is never more than a name.</summary>
internal sealed record PickleName(string Module, string Name)
{
    public override string ToString() => $"{Module}.{Name}";
}

/// <summary>A Python value of which a state needs nothing but that it is there.</summary>
/// <param name="Text">What it is, in words.</param>
internal sealed record PickleOpaque(string Text);

/// <summary>Says in words what a value is.</summary>
internal static class PickleValues
{
    public static string Describe(object? value) =>
        value switch
        {
            null => "None",
            bool => "a truth value",
            long => "an integer",
            double => "a number",
            string => "a text",
            object?[] => "a tuple",
            List<object?> => "a list",
            PickleDictionary => "a dictionary",
            PickleName name => $"the name {Excerpt.Of(name.ToString())}",
            PickleOpaque opaque => opaque.Text,
            PyTorchStorage => "a storage without a tensor",
            PyTorchTensor => "a tensor",
            _ => "another value",
        };
}
