using System;
using System.Collections.Generic;
using System.Linq;

namespace Reps;

/// <summary>The header of a safetensors file: free-form metadata, and the tensors in the order of their data.</summary>
internal sealed record SafetensorsHeader(IReadOnlyDictionary<string, string> Metadata, IReadOnlyList<SafetensorsEntry> Entries)
{
    /// <summary>The one key of the header that is not a tensor.</summary>
    public const string MetadataKey = "__metadata__";

    /// <summary>The longest header that the format's reference implementation accepts, in bytes.</summary>
    public const int MaxLength = 100_000_000;

    /// <summary>
    /// Orders the entries by their place in the data section and checks them against each other: every byte belongs to exactly
    /// one tensor, and each tensor has the bytes its shape and type ask for.
    /// </summary>
    /// <param name="metadata">What "__metadata__" holds.</param>
    /// <param name="entries">The tensors, in any order.</param>
    /// <param name="dataLength">The real length of the data section; null while a stream does not tell.</param>
    /// <param name="file">Names the file in errors.</param>
    /// <exception cref="SafetensorsException">The entries do not tile the data section.</exception>
    public static SafetensorsHeader Create(
        IReadOnlyDictionary<string, string> metadata, IEnumerable<SafetensorsEntry> entries, long? dataLength, string file)
    {
        // The order of tensors without data is free, so names break the tie.
        SafetensorsEntry[] ordered =
            [.. entries.OrderBy(e => e.Begin).ThenBy(e => e.End).ThenBy(e => e.Name, StringComparer.Ordinal)];
        long end = 0;
        foreach (SafetensorsEntry entry in ordered)
        {
            CheckSize(entry, file);
            if (entry.End > dataLength)
            {
                throw new SafetensorsException(file, entry.Name,
                    $"its data ends at byte {entry.End} of the data section, but the file has only {dataLength}",
                    "The file is truncated, or its offsets are wrong; copy or write it again");
            }
            if (entry.Begin != end)
            {
                throw new SafetensorsException(file, entry.Name, entry.Begin < end
                    ? $"its data starts at byte {entry.Begin}, inside a tensor that ends at {end}"
                    : $"its data starts at byte {entry.Begin}, and the bytes from {end} on belong to no tensor",
                    "Tensors must follow each other without overlap or gap; write the file again");
            }
            end = entry.End;
        }
        if (dataLength is long length && length != end)
        {
            throw new SafetensorsException(file, null,
                $"{length - end} bytes follow the last tensor, which ends at byte {end} of the data section",
                "Nothing may follow the tensors; write the file again");
        }
        return new SafetensorsHeader(metadata, ordered);
    }

    private static void CheckSize(SafetensorsEntry entry, string file)
    {
        string shape = string.Join(", ", entry.Shape.Take(8)) + (entry.Shape.Length > 8 ? ", ..." : "");
        if (entry.End < entry.Begin)
        {
            throw new SafetensorsException(file, entry.Name, $"its data_offsets [{entry.Begin}, {entry.End}] run backwards",
                "The first offset must not exceed the second; write the file again");
        }
        if (!SafeTensor.TryByteCount(entry.Shape, entry.DType, out long bytes))
        {
            throw new SafetensorsException(file, entry.Name, $"the size of its shape [{shape}] overflows 64 bits",
                "No file can hold it; write the file again with the tensor's real shape");
        }
        if (entry.End - entry.Begin != bytes)
        {
            throw new SafetensorsException(file, entry.Name,
                $"{SafeTensorDTypes.NameOf(entry.DType)} of shape [{shape}] needs {bytes} bytes, but its data_offsets "
                + $"span {entry.End - entry.Begin}",
                "Shape, type and offsets must agree; write the file again");
        }
        if (bytes > Array.MaxLength)
        {
            throw new SafetensorsException(file, entry.Name,
                $"it has {bytes} bytes, more than the {Array.MaxLength} of the largest .NET array",
                "Split the tensor before saving it");
        }
    }
}
