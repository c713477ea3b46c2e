using System;
using System.Buffers.Binary;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Linq;

namespace Reps;

/// <summary>
/// The tensors and metadata of a safetensors file, read completely and never changed: a dictionary from names to tensors,
/// enumerated in the order of the file. The format is an 8-byte little-endian header length, a JSON header, then the elements
/// of all tensors without a gap (https://huggingface.co/docs/safetensors).
/// </summary>
/// <remarks>
/// Reading trusts nothing: sizes are checked against the bytes that are really there before anything is allocated by them, and
/// every breach of the format is one <see cref="SafetensorsException"/> that names the file, the tensor and the remedy.
/// </remarks>
public sealed class SafetensorsFile : IReadOnlyDictionary<string, SafeTensor>
{
    private readonly OrderedDictionary<string, SafeTensor> _tensors;

    private SafetensorsFile(OrderedDictionary<string, SafeTensor> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        _tensors = tensors;
        Metadata = metadata;
    }

    /// <summary>The texts under "__metadata__"; empty where the file has none.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>How many tensors the file holds.</summary>
    public int Count => _tensors.Count;

    /// <summary>The tensors' names, in the order of the file.</summary>
    public IEnumerable<string> Keys => _tensors.Keys;

    /// <summary>The tensors, in the order of the file.</summary>
    public IEnumerable<SafeTensor> Values => _tensors.Values;

    /// <summary>The tensor of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message lists names that exist.</exception>
    public SafeTensor this[string key] => _tensors.TryGetValue(key, out SafeTensor? tensor)
        ? tensor
        : throw new KeyNotFoundException($"There is no tensor {Excerpt.Of(key)} among the {Count} of this file: "
            + $"{string.Join(", ", Keys.Take(8).Select(Excerpt.Of))}{(Count > 8 ? ", ..." : "")}.");

    /// <summary>Reads a file.</summary>
    /// <exception cref="SafetensorsException">The content breaks the format.</exception>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be opened.</exception>
    public static SafetensorsFile Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = File.OpenRead(path);
        return Read(stream, path);
    }

    /// <summary>Reads a stream from its position to its end, and leaves it open. Seeking is not needed.</summary>
    /// <param name="stream">Holds nothing but one safetensors file from its position on.</param>
    /// <param name="name">Names the stream in errors.</param>
    /// <exception cref="SafetensorsException">The content breaks the format.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static SafetensorsFile Read(Stream stream, string name = "stream")
    {
        ArgumentNullException.ThrowIfNull(stream);
        SafetensorsBytes bytes = new(stream, name);
        ulong headerLength = BinaryPrimitives.ReadUInt64LittleEndian(bytes.Read(8, null));
        if (headerLength > SafetensorsHeader.MaxLength)
        {
            throw new SafetensorsException(name, null,
                $"the header claims {headerLength} bytes, more than the {SafetensorsHeader.MaxLength} that the format allows",
                "This is not a safetensors file, or it is damaged");
        }
        byte[] json = bytes.Read((int)headerLength, null);
        SafetensorsHeader header = SafetensorsHeaderReader.Read(json, bytes.Remaining, name);
        OrderedDictionary<string, SafeTensor> tensors = new(header.Entries.Count, StringComparer.Ordinal);
        foreach (SafetensorsEntry entry in header.Entries)
        {
            byte[] data = bytes.Read((int)(entry.End - entry.Begin), entry.Name);
            tensors.Add(entry.Name, new SafeTensor(entry.Name, entry.DType, entry.Shape, data));
        }
        bytes.RequireEnd();
        return new SafetensorsFile(tensors, header.Metadata);
    }

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _tensors.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out SafeTensor value) => _tensors.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, SafeTensor>> GetEnumerator() => _tensors.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
