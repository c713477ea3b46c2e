using System;

namespace Reps;

/// <summary>
/// A safetensors file or stream whose content breaks the format. It is the only exception for content, whatever the damage:
/// a <see cref="FormatException"/>, because the bytes were read and are wrong. Failures to read them at all (no such file,
/// no permission, a disk error) stay what the system throws, an <see cref="System.IO.IOException"/> or
/// <see cref="UnauthorizedAccessException"/>.
/// </summary>
public sealed class SafetensorsException : FormatException
{
    internal SafetensorsException(string fileName, string? tensorName, string problem, string remedy, Exception? inner = null)
        : base($"{fileName}: {(tensorName is null ? "" : $"tensor {Excerpt.Of(tensorName)}: ")}{problem}. {remedy}.", inner)
    {
        FileName = fileName;
        TensorName = tensorName;
    }

    /// <summary>The path that was read, or the name given with the stream.</summary>
    public string FileName { get; }

    /// <summary>The tensor whose entry is wrong; null where the fault belongs to the whole file.</summary>
    public string? TensorName { get; }
}
