using System;

namespace Reps.Layers;

/// <summary>A file of tensors that is not the state of a module, or cannot be brought to it. The module is as it was.</summary>
public sealed class ModuleStateException : Exception
{
    internal ModuleStateException(string fileName, string? tensorName, string problem, string remedy)
        : base($"{fileName}: {(tensorName is null ? "" : $"tensor '{tensorName}': ")}{problem}. {remedy}.") =>
        (FileName, TensorName) = (fileName, tensorName);

    /// <summary>The file.</summary>
    public string FileName { get; }

    /// <summary>The tensor at fault; null where it is the whole file.</summary>
    public string? TensorName { get; }
}
