using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.IO.Hashing;
using System.Linq;
using System.Text;

namespace Reps.Layers.Checkpoints.PyTorch;

/// <summary>
/// The zip file that <c>torch.save</c> writes: a pickle, <c>data.pkl</c>, and beside it one entry for each storage of numbers. Nothing is
/// unpacked to disk, and a small file cannot claim much memory.
/// </summary>
internal sealed class PyTorchArchive : IDisposable
{
    private const string Damaged = "The file is damaged: copy it or save it again";

    // Some 100,000 tensors. A byte of a pickle makes up to 64 bytes of values.
    private const int MaxPickle = 1 << 24;
    private const int ValueBytes = 64;

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> _storages = new(StringComparer.Ordinal);
    private readonly string _root;
    private long _budget;

    private PyTorchArchive(string path, ZipArchive zip, long length)
    {
        (Path, _zip) = (path, zip);
        // Torch does not compress. Others do, and zeros compress a thousandfold: small files may.
        _budget = checked((64L << 20) + 32 * length);
        foreach (ZipArchiveEntry entry in zip.Entries)
            if (!_entries.TryAdd(entry.FullName, entry))
                throw new ModuleStateException(path, null, $"has the entry {Excerpt.Of(entry.FullName)} twice", Damaged);
        const string Pickle = "/data.pkl";
        string[] pickles = [.. _entries.Keys.Where(name => name.EndsWith(Pickle, StringComparison.Ordinal))];
        string count = pickles.Length == 0 ? "no" : $"{pickles.Length} times a";
        if (pickles.Length != 1)
            throw new ModuleStateException(
                path, null, $"is a zip file with {count} data.pkl, and so none of PyTorch", PyTorchRemedies.SaveState);
        _root = pickles[0][..^Pickle.Length];
        if (_entries.ContainsKey(_root + "/constants.pkl"))
            throw new ModuleStateException(
                path, null, "is a TorchScript program",
                "Save its state in Python: torch.save(torch.jit.load(\"program.pt\").state_dict(), \"state.pt\")");
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Opens a zip file.</summary>
    public static PyTorchArchive Open(string path)
    {
        FileStream stream = File.OpenRead(path);
        ZipArchive? zip = null;
        try
        {
            zip = Guarded(path, () => new ZipArchive(stream, ZipArchiveMode.Read));
            PyTorchArchive archive = Guarded(path, () => new PyTorchArchive(path, zip, stream.Length));
            archive.CheckByteOrder();
            return archive;
        }
        catch
        {
            if (zip is null) stream.Dispose();
            else zip.Dispose();
            throw;
        }
    }

    /// <summary>The pickle that says what the storages are.</summary>
    public byte[] Pickle()
    {
        ZipArchiveEntry entry = _entries[_root + "/data.pkl"];
        if (entry.Length > MaxPickle || ValueBytes * entry.Length > _budget)
            throw new ModuleStateException(
                Path, null, $"unpacks to a data.pkl of {entry.Length} bytes, too many", PyTorchRemedies.SaveState);
        return Unpack(entry);
    }

    /// <summary>How many bytes a storage has; null where there is none.</summary>
    public long? StorageLength(string key) => _entries.TryGetValue(StorageName(key), out ZipArchiveEntry? entry) ? entry.Length : null;

    /// <summary>Reads a tensor.</summary>
    public SafeTensor Read(string name, PyTorchTensor tensor)
    {
        if (tensor.ByteCount == 0) return Named(name, tensor, default);
        byte[] storage = Storage(tensor.Storage.Key);
        if (tensor.IsContiguous)
            return Named(name, tensor, storage.AsMemory((int)(tensor.Offset * tensor.Storage.ElementSize), (int)tensor.ByteCount));
        if (tensor.ByteCount > Array.MaxLength || tensor.ByteCount > _budget)
            throw new ModuleStateException(
                Path, name,
                $"is a view of shape [{string.Join(", ", tensor.Shape)}] on {tensor.Storage.Count} numbers, far more than are stored",
                "Save copies in Python: torch.save({name: value.clone() for name, value in state.items()}, \"state.pt\")");
        byte[] gathered = new byte[(int)tensor.ByteCount];
        _budget -= gathered.Length;
        tensor.CopyTo(storage, gathered);
        return Named(name, tensor, gathered);
    }

    public void Dispose() => _zip.Dispose();

    private SafeTensor Named(string name, PyTorchTensor tensor, ReadOnlyMemory<byte> data)
    {
        try
        {
            return new SafeTensor(name, tensor.Storage.Type!.Value, tensor.Shape, data);
        }
        catch (ArgumentException error)
        {
            string problem = $"has a tensor that cannot be: {error.Message.TrimEnd('.')}";
            throw new ModuleStateException(Path, null, problem, PyTorchRemedies.SaveState);
        }
    }

    private byte[] Storage(string key)
    {
        if (!_storages.TryGetValue(key, out byte[]? bytes)) _storages.Add(key, bytes = Unpack(_entries[StorageName(key)]));
        return bytes;
    }

    private string StorageName(string key) => $"{_root}/data/{key}";

    private void CheckByteOrder()
    {
        if (!_entries.TryGetValue(_root + "/byteorder", out ZipArchiveEntry? entry)) return;
        string order = entry.Length > 16 ? "" : Encoding.ASCII.GetString(Unpack(entry));
        if (order != "little")
            throw new ModuleStateException(
                Path, null, $"holds numbers in the byte order {Excerpt.Of(order)}, not 'little'",
                "Load it in Python and save it again on an ordinary machine, whose byte order is little-endian");
    }

    private byte[] Unpack(ZipArchiveEntry entry)
    {
        if (entry.Length > Array.MaxLength || entry.Length > _budget)
            throw new ModuleStateException(
                Path, null, $"unpacks to too many bytes: {entry.Length} in {Excerpt.Of(entry.FullName)}",
                "Save it without compression, as torch.save does, and each tensor below 2 GB");
        _budget -= entry.Length;
        return Guarded(Path, () =>
        {
            byte[] bytes = new byte[entry.Length];
            using Stream stream = entry.Open();
            stream.ReadExactly(bytes);
            if (stream.ReadByte() >= 0 || Crc32.HashToUInt32(bytes) != entry.Crc32)
                throw new ModuleStateException(
                    Path, null, $"the entry {Excerpt.Of(entry.FullName)} does not have the checksum that is stored with it", Damaged);
            return bytes;
        });
    }

    private static T Guarded<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error)
            when (error is InvalidDataException or EndOfStreamException or ArgumentException or OverflowException or NotSupportedException)
        {
            throw new ModuleStateException(path, null, $"is a damaged zip file: {error.Message.TrimEnd('.')}", Damaged);
        }
    }
}
