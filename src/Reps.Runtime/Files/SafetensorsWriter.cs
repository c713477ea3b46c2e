using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Reps;

/// <summary>
/// Writes safetensors files. Equal tensors and metadata give equal bytes, whatever their order in the arguments: tensors go by
/// falling alignment of their type, then by name, as in the format's reference implementation; metadata goes by name.
/// </summary>
public static class SafetensorsWriter
{
    /// <summary>Writes a file. It appears whole or not at all, and replaces an older one only when complete.</summary>
    /// <param name="path">The file to create or replace; its folder must exist.</param>
    /// <param name="tensors">The tensors, with distinct names.</param>
    /// <param name="metadata">Texts to store with them; none when null or empty.</param>
    /// <exception cref="ArgumentException">Two tensors share a name, a metadata text is not valid Unicode, or the header
    /// exceeds 100 MB.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Write(string path, IEnumerable<SafeTensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        SafeTensor[] ordered = Order(tensors);
        byte[] header = SafetensorsHeaderWriter.Write(ordered, metadata);
        AtomicFile.Write(path, stream => Write(stream, header, ordered));
    }

    /// <summary>Writes to a stream, which stays open.</summary>
    /// <param name="stream">Takes the bytes at its position.</param>
    /// <param name="tensors">The tensors, with distinct names.</param>
    /// <param name="metadata">Texts to store with them; none when null or empty.</param>
    /// <exception cref="ArgumentException">Two tensors share a name, a metadata text is not valid Unicode, or the header
    /// exceeds 100 MB.</exception>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void Write(Stream stream, IEnumerable<SafeTensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        SafeTensor[] ordered = Order(tensors);
        Write(stream, SafetensorsHeaderWriter.Write(ordered, metadata), ordered);
    }

    /// <summary>Writes a file of arrays that share an element type; see <see cref="SafeTensor.Create"/> for mixed ones.</summary>
    /// <typeparam name="T">double, float, Half, long, int, short, sbyte, ulong, uint, ushort, byte or bool.</typeparam>
    /// <param name="path">The file to create or replace; its folder must exist.</param>
    /// <param name="tensors">Names, shapes, and row-major elements.</param>
    /// <param name="metadata">Texts to store with them; none when null or empty.</param>
    /// <exception cref="ArgumentException">A shape does not fit its values, or see the other overloads.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write<T>(
        string path, IEnumerable<(string Name, long[] Shape, T[] Values)> tensors, IReadOnlyDictionary<string, string>? metadata = null)
        where T : unmanaged
        => Write(path, tensors.Select(t => SafeTensor.Create<T>(t.Name, t.Shape, t.Values)), metadata);

    private static SafeTensor[] Order(IEnumerable<SafeTensor> tensors)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        SafeTensor[] ordered = [.. tensors.OrderByDescending(t => t.DType).ThenBy(t => t.Name, Utf8OrderComparer.Instance)];
        HashSet<string> names = new(StringComparer.Ordinal);
        SafeTensor? twice = ordered.FirstOrDefault(t => !names.Add(t.Name));
        return twice is null
            ? ordered
            : throw new ArgumentException($"Two tensors are named {Excerpt.Of(twice.Name)}; names must be distinct.", nameof(tensors));
    }

    private static void Write(Stream stream, byte[] header, SafeTensor[] tensors)
    {
        stream.Write(header);
        foreach (SafeTensor tensor in tensors)
            stream.Write(tensor.Data.Span);
    }
}
