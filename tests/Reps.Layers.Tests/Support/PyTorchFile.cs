using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace Reps.Tests;

/// <summary>Files of PyTorch: those in the folder of references, and others put together by hand.</summary>
internal sealed class PyTorchFile : IDisposable
{
    private readonly List<(string Name, byte[] Data)> _entries = [];

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"reps-{Guid.NewGuid():N}.pt");

    public CompressionLevel Compression { get; init; } = CompressionLevel.NoCompression;

    /// <summary>The path of a file that PyTorch has written.</summary>
    public static string Reference(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "reference", "pytorch", name);

    public PyTorchFile Add(string name, byte[] data)
    {
        _entries.Add((name, data));
        return this;
    }

    /// <summary>The pickle of the archive, as <see cref="Bytes"/> takes it.</summary>
    public PyTorchFile Pickle(params object[] pieces) => Add("state/data.pkl", Bytes(pieces));

    public PyTorchFile Storage(string key, params float[] numbers) =>
        Add($"state/data/{key}", [.. numbers.SelectMany(BitConverter.GetBytes)]);

    public string Write()
    {
        using FileStream stream = File.Create(Path);
        using ZipArchive zip = new(stream, ZipArchiveMode.Create);
        foreach ((string name, byte[] data) in _entries)
            using (Stream entry = zip.CreateEntry(name, Compression).Open())
                entry.Write(data);
        return Path;
    }

    public void Dispose() => File.Delete(Path);

    /// <summary>Bytes from texts of Latin letters, byte arrays and bytes.</summary>
    public static byte[] Bytes(params object[] pieces) =>
        [
            .. pieces.SelectMany(piece =>
                piece switch
                {
                    byte[] bytes => bytes,
                    string text => Encoding.Latin1.GetBytes(text),
                    _ => [Convert.ToByte(piece)],
                }
            ),
        ];

    /// <summary>The instruction for a text.</summary>
    public static byte[] Text(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        return Bytes("X", BitConverter.GetBytes(utf8.Length), utf8);
    }

    public static byte[] Integer(long value) => Bytes("\u008a", 8, BitConverter.GetBytes(value));

    public static byte[] Tuple(params long[] values) => Bytes("(", Bytes([.. values.Select(Integer)]), "t");

    /// <summary>The instructions for a tensor of float.</summary>
    public static byte[] Tensor(string storage, long count, long offset, long[] sizes, long[] strides, string type = "FloatStorage") =>
        Bytes(
            "ctorch._utils\n_rebuild_tensor_v2\n((",
            Text("storage"),
            $"ctorch\n{type}\n",
            Text(storage),
            Text("cpu"),
            Integer(count),
            "tQ",
            Integer(offset),
            Tuple(sizes),
            Tuple(strides),
            "\u0089",
            "ccollections\nOrderedDict\n)RtR"
        );

    /// <summary>The instructions for a dictionary.</summary>
    public static byte[] Dictionary(params (string Key, byte[] Value)[] items) =>
        Bytes("}(", Bytes([.. items.SelectMany(item => new object[] { Text(item.Key), item.Value })]), "u");
}
